import { AWAITING_ANSWER, FINDING_ENDED, reason, type Day, type FindingStepKind } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, forbidden, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { may, refuseUnless } from '../../policy/may.js'
import {
  insertSteps,
  listFollowed,
  listSteps,
  writeFinding,
  type FindingRow,
  type StepRow,
} from './finding.repository.js'
import { COVERED_OF_FINDING, dueOf, requireFinding, signature, wordsOf } from './finding.service.js'

export type { StepRow } from './finding.repository.js'

/** A finding that was read, with the version it had, and what is said at this step. */
export interface StepInput {
  id: string
  version: number
  words: string
}

type Outcome = Partial<Pick<FindingRow, 'state' | 'dueOn' | 'mended' | 'closedOn'>>

/** Whether the viewer follows the finding: re-checks, closes, reopens and withdraws it; many cost one statement. */
export function mayFollow(ctx: RequestContext, finding: number): Promise<boolean> {
  return loader<number, boolean>(ctx, 'may follow findings', async (ids) => {
    const followed = await listFollowed(ctx, ids)
    return ids.map((id) => followed.has(id))
  }).load(finding)
}

async function refuseUnlessFollowed(ctx: RequestContext, { id }: FindingRow): Promise<void> {
  if (!(await mayFollow(ctx, id))) throw forbidden(reason('NOT_ALLOWED_HERE'))
}

interface Step {
  kind: FindingStepKind
  /** Refuses whoever may not do this. */
  allow: (tx: RequestContext, row: FindingRow) => Promise<void>
  /** What becomes of the finding by it; refuses what cannot be. */
  become: (tx: RequestContext, row: FindingRow) => Outcome
}

/** Does one step, dated and signed: the finding changes as it says, the step is kept. A stale version is a CONFLICT. */
function step(ctx: RequestContext, input: StepInput, { kind, allow, become }: Step): Promise<FindingRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireFinding(tx, input.id)
    await allow(tx, row)
    if (row.version !== input.version) throw staleVersion('The finding', input.version, row.version)
    const after = { ...row, ...become(tx, row) }
    const words = wordsOf(input.words)
    await writeFinding(tx, after)
    await insertSteps(tx, [
      {
        uid: uuid(),
        finding: row.id,
        number: row.version + 1,
        kind,
        onDay: today(tx),
        ...{ state: after.state, dueOn: after.dueOn, mended: after.mended, words },
        ...signature(tx),
      },
    ])
    const units = [row.organization, row.responsible, row.inspecting]
    const persons = row.person === null ? [] : [row.person]
    noteChange(tx, {
      object: { kind: 'Finding', id: row.uid },
      before: { ...row },
      after,
      covered: COVERED_OF_FINDING,
      ...{ units, persons },
    })
    return requireFinding(tx, input.id)
  })
}

function refuseEnded({ state }: FindingRow): void {
  if (FINDING_ENDED.includes(state)) throw conflict(reason('FINDING_ENDED'))
}

/** Answers a finding for the responsible unit. Refused to anybody else, and where no answer is awaited (CONFLICT). */
export function answerFinding(ctx: RequestContext, input: StepInput): Promise<FindingRow> {
  return step(ctx, input, {
    kind: 'ANSWERED',
    allow: (tx, { responsible }) => refuseUnless(tx, 'findings.answer', responsible),
    become: (_tx, row) => {
      if (!AWAITING_ANSWER.includes(row.state)) throw conflict(reason('FINDING_NOT_OPEN'))
      return { state: 'ANSWERED' }
    },
  })
}

/** Says after an answer whether what was found is mended. Refused to who does not follow it, and before an answer. */
export function recheckFinding(ctx: RequestContext, input: StepInput, mended: boolean): Promise<FindingRow> {
  return step(ctx, input, {
    kind: 'RECHECKED',
    allow: refuseUnlessFollowed,
    become: (_tx, row) => {
      refuseEnded(row)
      if (row.state !== 'ANSWERED') throw conflict(reason('RECHECK_NEEDS_ANSWER'))
      return { state: 'RECHECKED', mended }
    },
  })
}

/** Closes a finding. Refused without a re-check that found it mended. */
export function closeFinding(ctx: RequestContext, input: StepInput): Promise<FindingRow> {
  return step(ctx, input, {
    kind: 'CLOSED',
    allow: refuseUnlessFollowed,
    become: (tx, row) => {
      refuseEnded(row)
      if (row.state !== 'RECHECKED' || row.mended !== true) throw conflict(reason('CLOSE_NEEDS_RECHECK'))
      return { state: 'CLOSED', closedOn: today(tx) }
    },
  })
}

/** Asks the unit anew, with another due date, for what was re-checked or closed. Refused of praise. */
export function reopenFinding(ctx: RequestContext, input: StepInput, dueOn: Day): Promise<FindingRow> {
  return step(ctx, input, {
    kind: 'REOPENED',
    allow: refuseUnlessFollowed,
    become: (tx, row) => {
      if (row.kind === 'PRAISE') throw conflict(reason('PRAISE_NEEDS_NO_ANSWER'))
      if (row.state !== 'RECHECKED' && row.state !== 'CLOSED') throw conflict(reason('REOPEN_NOT_ENDED'))
      return { state: 'REOPENED', dueOn: dueOf(dueOn, today(tx)), mended: null, closedOn: null }
    },
  })
}

/** Takes a finding back that should not have been made; it and its steps stay on record. Refused once it has ended. */
export function withdrawFinding(ctx: RequestContext, input: StepInput): Promise<FindingRow> {
  return step(ctx, input, {
    kind: 'WITHDRAWN',
    allow: refuseUnlessFollowed,
    become: (tx, row) => {
      if (row.kind !== 'PRAISE' || row.state === 'WITHDRAWN') refuseEnded(row)
      return { state: 'WITHDRAWN', closedOn: today(tx) }
    },
  })
}

/** What the viewer can do with a finding as it stands. */
export interface FindingActs {
  answer: boolean
  recheck: boolean
  close: boolean
  reopen: boolean
  withdraw: boolean
}

/** The same for many findings of a request: two statements. */
export async function actsOn(ctx: RequestContext, row: FindingRow): Promise<FindingActs> {
  const [answers, follows] = await Promise.all([
    may(ctx, 'findings.answer', row.responsible),
    mayFollow(ctx, row.id),
  ])
  const { state, kind, mended } = row
  const praise = kind === 'PRAISE'
  return {
    answer: answers && AWAITING_ANSWER.includes(state),
    recheck: follows && state === 'ANSWERED',
    close: follows && state === 'RECHECKED' && mended === true,
    reopen: follows && !praise && (state === 'RECHECKED' || state === 'CLOSED'),
    withdraw: follows && (praise ? state !== 'WITHDRAWN' : !FINDING_ENDED.includes(state)),
  }
}

/** The steps of a finding in order; many findings cost one statement. */
export function loadSteps(ctx: RequestContext, finding: number): Promise<StepRow[]> {
  return loader<number, StepRow[]>(ctx, 'steps of findings', async (ids) => {
    const rows = groupBy(await listSteps(ctx, ids), (row) => row.finding)
    return ids.map((id) => rows.get(id) ?? [])
  }).load(finding)
}
