import {
  addDays,
  addMonths,
  reason,
  type Day,
  type DeadlineState,
  type DossierDeadlineKind,
  type RuleCode,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { conflict, SeedbedError } from '../../errors/errors.js'
import { findRuleOn, type RuleRow } from '../rules/rule.service.js'
import { certificateExpiry } from '../sources/certificate.service.js'
import { deadlineAfter } from '../working-days/working-day.service.js'
import { loadStanding } from './applicant-conditions.js'
import { hasEnded, lastStep, papersInForce, standingSteps, type DossierFile } from './dossier-file.js'

/** A deadline of a dossier; `due` is its last day, null where it cannot be computed, which `problem` explains. */
export interface Deadline {
  kind: DossierDeadlineKind
  /** Paper or committee asked. */
  about: string | null
  beginsOn: Day
  due: Day | null
  warnFrom: Day | null
  metOn: Day | null
  extended: boolean
  state: DeadlineState
  rule: RuleRow | null
  problem: SeedbedError | null
}

type Draft = Pick<Deadline, 'kind' | 'beginsOn' | 'metOn'> & {
  about?: string | null
  extended?: boolean
  /** Nobody has to do anything: its last day is the day on which it is met. */
  passes?: true
  code: RuleCode
  warning: RuleCode | null
  /** The last day by the rule in force on the day on which it begins. */
  last: (rule: RuleRow) => Promise<Day>
}

const applying = new Set([
  '1-KNĐ',
  '2-KNĐ',
  '3-KNĐ',
  '3A-KNĐ',
  '4-KNĐ',
  '4A-KNĐ',
  '5-KNĐ',
  '5B-KNĐ',
  '5C-KNĐ',
])

/**
 * Every deadline of a dossier as it stands on a day: in working days by the calendar where the rule counts them, by
 * the rule in force on the day on which it begins. What ran when the dossier ended runs no longer. A year without a
 * calendar, or a rule without a version, computes nothing and says so.
 */
export async function deadlinesOf(ctx: RequestContext, file: DossierFile, asOf: Day): Promise<Deadline[]> {
  const drafts = [...(await beforeVote(ctx, file)), ...letters(ctx, file), ...afterVote(ctx, file)]
  const running = drafts.filter(({ metOn }) => metOn !== null || !hasEnded(file.state))
  return Promise.all(running.map((draft) => computed(ctx, draft, asOf)))
}

async function computed(ctx: RequestContext, draft: Draft, asOf: Day): Promise<Deadline> {
  const { kind, about = null, beginsOn, extended = false, code, warning } = draft
  const rule = (await findRuleOn(ctx, code, beginsOn)) ?? null
  const base = { kind, about, beginsOn, metOn: draft.metOn, extended, rule }
  try {
    if (!rule) throw conflict(reason('NO_RULE', { rule: code, day: beginsOn }))
    const due = await draft.last(rule)
    const warnFrom = warning && (await warnedFrom(ctx, warning, beginsOn, due))
    const metOn = draft.passes && asOf >= due ? due : draft.metOn
    return { ...base, due, warnFrom, metOn, state: stateOf({ due, warnFrom, metOn }, asOf), problem: null }
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
    return { ...base, due: null, warnFrom: null, state: 'UNKNOWN', problem: error }
  }
}

async function warnedFrom(ctx: RequestContext, code: RuleCode, on: Day, due: Day): Promise<Day | null> {
  const rule = await findRuleOn(ctx, code, on)
  if (!rule) return null
  return code.endsWith('_MONTHS') ? addMonths(due, -rule.value) : addDays(due, -rule.value)
}

/** Pure: how a deadline stands on a day. */
export function stateOf(
  { due, warnFrom, metOn }: { due: Day; warnFrom: Day | null; metOn: Day | null },
  asOf: Day,
): DeadlineState {
  if (metOn !== null) return metOn <= due ? 'MET' : 'LATE'
  if (asOf > due) return 'OVERDUE'
  return warnFrom !== null && asOf >= warnFrom ? 'WARN' : 'OPEN'
}

/** Papers and certificate have to hold until the cell agrees. */
async function beforeVote(ctx: RequestContext, file: DossierFile): Promise<Draft[]> {
  const metOn = lastStep(file, 'CELL_VOTE', 'YES')?.date ?? null
  const papers = [...papersInForce(file.papers).values()]
    .filter(({ form, dated }) => applying.has(form) && (metOn === null || dated <= metOn))
    .sort((a, b) => (a.dated < b.dated ? -1 : 1))
  const drafts: Draft[] = []
  const oldest = papers[0]
  if (oldest)
    drafts.push({
      ...{ kind: 'PAPERS', about: oldest.form, beginsOn: oldest.dated, metOn },
      ...{ code: 'PAPERS_MONTHS', warning: 'PAPERS_WARNING_MONTHS' },
      last: (rule) => Promise.resolve(addDays(addMonths(oldest.dated, rule.value), -1)),
    })
  const completed = (await loadStanding(ctx, file.person.id))
    .filter(({ kind, date }) => kind === 'COURSE_COMPLETION' && (metOn === null || date <= metOn))
    .map(({ date }) => date)
    .sort()
    .at(-1)
  if (completed)
    drafts.push({
      ...{ kind: 'CERTIFICATE', beginsOn: completed, metOn },
      ...{ code: 'CERTIFICATE_MONTHS', warning: 'CERTIFICATE_WARNING_MONTHS' },
      last: async () => addDays((await certificateExpiry(ctx, completed)) ?? completed, -1),
    })
  return drafts
}

const inWorkingDays =
  (ctx: RequestContext, from: Day, extension = 0) =>
  (rule: RuleRow): Promise<Day> =>
    deadlineAfter(ctx, from, rule.value + extension)

function letters(ctx: RequestContext, file: DossierFile): Draft[] {
  return file.letters.map(({ addressee, abroad, sentOn, answeredOn }) => ({
    ...{ kind: 'VERIFICATION', about: addressee, beginsOn: sentOn, metOn: answeredOn },
    code: abroad ? 'VERIFICATION_ANSWER_ABROAD_DAYS' : 'VERIFICATION_ANSWER_DAYS',
    warning: 'VERIFICATION_WARNING_DAYS',
    last: inWorkingDays(ctx, sentOn),
  }))
}

/** From the vote of the cell to the decision on recognition. */
function afterVote(ctx: RequestContext, file: DossierFile): Draft[] {
  const on = (...step: Parameters<typeof lastStep> extends [unknown, ...infer Rest] ? Rest : never) =>
    lastStep(file, ...step)?.date ?? null
  const [voted, decided] = [on('CELL_VOTE', 'YES'), on('DECISION')]
  const [admitted, ceremony] = [on('DECISION', 'YES'), on('CEREMONY')]
  const drafts: Draft[] = []
  if (voted) drafts.push(withExtension(ctx, file, 'DECISION', voted, decided))
  if (admitted)
    drafts.push({
      ...{ kind: 'CEREMONY', beginsOn: admitted, metOn: ceremony },
      ...{ code: 'CEREMONY_DAYS', warning: 'CEREMONY_WARNING_DAYS' },
      last: inWorkingDays(ctx, admitted),
    })
  if (ceremony) drafts.push(...onProbation(ctx, file, ceremony))
  return drafts
}

function onProbation(ctx: RequestContext, file: DossierFile, ceremony: Day): Draft[] {
  const votes = standingSteps(file).filter(({ kind }) => kind === 'RECOGNITION_VOTE')
  const proposed = votes.find(({ outcome }) => outcome !== 'NO')?.date
  const recognized = lastStep(file, 'RECOGNITION')?.date ?? null
  const drafts: Draft[] = [
    {
      ...{ kind: 'PROBATION', beginsOn: ceremony, metOn: null, passes: true },
      ...{ code: 'PROBATION_MONTHS', warning: null },
      last: (rule) => Promise.resolve(addMonths(ceremony, rule.value)),
    },
    {
      ...{ kind: 'RECOGNITION_MEETING', beginsOn: ceremony, metOn: votes[0]?.date ?? null },
      ...{ code: 'RECOGNITION_MEETING_DAYS', warning: 'RECOGNITION_WARNING_DAYS' },
      last: async (rule) => {
        const months = (await findRuleOn(ctx, 'PROBATION_MONTHS', ceremony))?.value ?? 0
        return deadlineAfter(ctx, addMonths(ceremony, months), rule.value)
      },
    },
  ]
  return proposed
    ? [...drafts, withExtension(ctx, file, 'RECOGNITION_DECISION', proposed, recognized)]
    : drafts
}

/** In special cases longer, by a step that says so. */
function withExtension(
  ctx: RequestContext,
  file: DossierFile,
  kind: 'DECISION' | 'RECOGNITION_DECISION',
  from: Day,
  metOn: Day | null,
): Draft {
  const until = metOn ?? '9999-12-31'
  const extended = standingSteps(file).some(
    (step) => step.kind === 'EXTENSION' && step.date >= from && step.date <= until,
  )
  const recognition = kind === 'RECOGNITION_DECISION'
  return {
    ...{ kind, beginsOn: from, metOn, extended },
    code: recognition ? 'RECOGNITION_DECISION_DAYS' : 'DECISION_DAYS',
    warning: recognition ? 'RECOGNITION_WARNING_DAYS' : 'DECISION_WARNING_DAYS',
    last: async (rule) => {
      const code = recognition ? 'RECOGNITION_EXTENSION_DAYS' : 'DECISION_EXTENSION_DAYS'
      const more = extended ? ((await findRuleOn(ctx, code, from))?.value ?? 0) : 0
      return inWorkingDays(ctx, from, more)(rule)
    },
  }
}
