import { useApolloClient } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useViewer } from '../../app/viewer.js'
import { draftKey, dropDraft, keepDraft, readDraft } from '../../lib/drafts.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { StepMutation } from '../dossiers/dossier-mutations.js'
import type { Outcomes } from '../dossiers/use-each.js'
import { AssignMutation, ListMutation } from '../sources/source-mutations.js'
import { emptyDraft, isEmpty, without, type MeetingAct, type MeetingDraft } from './meeting-draft.js'

/** What was typed of the meeting of a unit, kept in this browser until it has been recorded. */
export function useMeetingDraft(unit: string, today: Day) {
  const { id } = useViewer()
  const key = draftKey(id, unit, 'meeting')
  const [kept] = useState(() => readDraft<MeetingDraft>(key))
  const [draft, setDraft] = useState<MeetingDraft>(() => ({ ...emptyDraft(today), ...kept?.value }))
  const change = (next: MeetingDraft) => {
    setDraft(next)
    if (isEmpty(next)) dropDraft(key)
    else keepDraft(key, next)
  }
  return { draft, change, restoredAt: kept?.at ?? null, forget: () => change(emptyDraft(today)) }
}

/** Sends the acts of a meeting one after the other, each by itself, and tells how it went for each. */
export function useRecording() {
  const client = useApolloClient()
  const afterWrite = useAfterWrite()
  const [outcomes, setOutcomes] = useState<Outcomes>({})
  const [sent, setSent] = useState<readonly MeetingAct[]>([])

  const send = (act: MeetingAct, draft: MeetingDraft, documentId: string | undefined) => {
    const { on } = draft
    const onDocument = documentId ? { documentId } : {}
    if ('person' in act) {
      const step = { personIds: [act.person], on, ...onDocument }
      if (act.kind === 'LIST') return client.mutate({ mutation: ListMutation, variables: { input: step } })
      const input = { ...step, mentorIds: act.mentors }
      return client.mutate({ mutation: AssignMutation, variables: { input } })
    }
    const { officialMembers = 0, temporarilyAway = 0, exemptedAbsent = 0, present = 0 } = draft
    const { agreed = 0, against = 0 } = act.ballot
    const votes = { officialMembers, temporarilyAway, exemptedAbsent, present, agreed, against }
    const { id: dossierId, version } = act.dossier
    const input = { dossierId, version, kind: act.kind, on, votes, ...onDocument }
    return client.mutate({ mutation: StepMutation, variables: { input } })
  }

  const record = async (
    acts: readonly MeetingAct[],
    draft: MeetingDraft,
    documentId: string | undefined,
    change: (next: MeetingDraft) => void,
  ): Promise<boolean> => {
    setSent(acts)
    const known: Record<string, 'done' | Failure> = {}
    for (const act of acts) {
      try {
        await send(act, draft, documentId)
        known[act.key] = 'done'
        change(
          without(
            draft,
            acts.filter(({ key }) => known[key] === 'done'),
          ),
        )
      } catch (error) {
        known[act.key] = failureOf(error)
      }
      setOutcomes({ ...known })
    }
    await afterWrite()
    return acts.every(({ key }) => known[key] === 'done')
  }
  return { outcomes, sent, record }
}
