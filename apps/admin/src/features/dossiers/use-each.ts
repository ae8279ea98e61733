import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { STAYS } from '../../components/form-dialog.js'
import { failureOf, type Failure } from '../../lib/errors.js'

/** How it went for each: done, or why not. */
export type Outcomes = Readonly<Record<string, 'done' | Failure>>

/**
 * Does something for several, one after the other, each by itself: who is refused keeps nobody else from being
 * recorded. A second try leaves out those who are done.
 */
export function useEach() {
  const afterWrite = useAfterWrite()
  const [outcomes, setOutcomes] = useState<Outcomes>({})
  const run = async (ids: readonly string[], work: (id: string) => Promise<unknown>) => {
    const known: Record<string, 'done' | Failure> = { ...outcomes }
    for (const id of ids) {
      if (known[id] === 'done') continue
      try {
        await work(id)
        known[id] = 'done'
      } catch (error) {
        known[id] = failureOf(error)
      }
      setOutcomes({ ...known })
    }
    if (ids.every((id) => known[id] === 'done')) return undefined
    await afterWrite()
    return STAYS
  }
  return { outcomes, run }
}
