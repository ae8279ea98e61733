import { useCallback, useMemo } from 'react'
import { usePlace } from '../../app/use-place.js'
import { queryOf, readDraft, writeDraft, type Draft } from './draft.js'

/** The question in the address: what is made of it on this page, and how it is changed. */
export function useDraft() {
  const { params, place, unitId, setParam } = usePlace()
  const written = params.get('q')
  const draft = useMemo(() => readDraft(written), [written])
  const query = useMemo(() => queryOf(draft, place, unitId), [draft, place, unitId])
  const change = useCallback(
    (changes: Partial<Draft>) => setParam({ q: writeDraft({ ...draft, ...changes }), run: null }, true),
    [draft, setParam],
  )
  return { draft, query, change }
}
