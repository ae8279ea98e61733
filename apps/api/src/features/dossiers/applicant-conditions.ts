import {
  addMonths,
  dossierState,
  INTRODUCERS,
  monthsByCalendar,
  reason,
  SCHOOLINGS,
  type Day,
  type Reason,
  type RuleCode,
  type SpecialCase,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loader } from '../../graphql/loaders.js'
import { allEventsOf, type EventRow } from '../membership/membership.service.js'
import { membersOn } from '../membership/standing-on.service.js'
import { loadPersons } from '../people/person.service.js'
import { certificateExpiry } from '../sources/certificate.service.js'
import { requirementsOf } from '../sources/requirement-met.service.js'
import { reachableBy } from './dossier-file.js'
import { refusedBy, type Condition, type Judgement } from './judgement.js'

/** Events of a person that stand, in the order of recording; whatever the scope, for rules. */
export function loadStanding(ctx: RequestContext, person: number): Promise<EventRow[]> {
  return loader<number, EventRow[]>(ctx, 'events for rules', async (ids) => {
    const rows = await allEventsOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id && row.correctedOn === null))
  }).load(person)
}

/** The latest that was said of an attribute of a person up to a day. */
async function lastSaid<Name extends 'schooling' | 'degree' | 'occupation' | 'sourceKind'>(
  one: Judgement,
  name: Name,
): Promise<string | null> {
  const events = (await loadStanding(one.ctx, one.file.person.id)).filter(({ date }) => date <= one.on)
  const sorted = [...events].sort((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1))
  return (
    sorted.map(({ attributes }) => attributes?.[name] ?? null).findLast((value) => value !== null) ?? null
  )
}

/** Age by month: full 18 to full 60 when the cell considers the admission (implementing regulation, 1.1). */
export const oldEnough: Condition = async (one) => {
  const least = await one.rule('ADMISSION_AGE_LEAST')
  const months = monthsByCalendar(one.file.person.birthDate, one.on)
  return months < least.value * 12
    ? [await one.refuse('ADMISSION_AGE_LEAST', reason('TOO_YOUNG', { limit: least.value }))]
    : []
}

async function isOverAge(one: Judgement): Promise<boolean> {
  const most = await one.rule('ADMISSION_AGE_MOST')
  return monthsByCalendar(one.file.person.birthDate, one.on) > most.value * 12
}

const placeOfSchooling = (code: string | null): number | null =>
  code === null ? null : Object.keys(SCHOOLINGS).indexOf(code) + 1

/** Place of what is known of the schooling in the list; a degree stands for upper secondary. */
async function schoolingOf(one: Judgement): Promise<number | null> {
  const degree = await lastSaid(one, 'degree')
  if (degree !== null && degree !== 'NONE') return Object.keys(SCHOOLINGS).length
  return placeOfSchooling((await lastSaid(one, 'schooling')) ?? one.file.schooling)
}

/** The schooling must be known; below the rule the case is special. */
export const schooled: Condition = async (one) =>
  (await schoolingOf(one)) === null ? [await one.refuse('SCHOOLING_LEAST', reason('SCHOOLING_UNKNOWN'))] : []

/** The certificate must be valid on the day on which the cell considers the admission (guidance, 5.4). */
export const certified: Condition = async (one) => {
  const completed = (await loadStanding(one.ctx, one.file.person.id))
    .filter(({ kind, date }) => kind === 'COURSE_COMPLETION' && date <= one.on)
    .map(({ date }) => date)
    .sort()
    .at(-1)
  if (completed === undefined) return [await one.refuse('CERTIFICATE_MONTHS', reason('NO_CERTIFICATE'))]
  const expires = await certificateExpiry(one.ctx, completed)
  if (expires === null || one.on < expires) {
    await one.rule('CERTIFICATE_MONTHS')
    return []
  }
  return [await one.refuse('CERTIFICATE_MONTHS', reason('CERTIFICATE_EXPIRED', { completed, expires }))]
}

/** Two official members, or one and a union; each together with the applicant long enough unless a substitute. */
export const recommended: Condition = async (one) => {
  const { recommenders, introducer } = one.file
  const needed = await one.rule('RECOMMENDERS')
  const months = await one.rule('RECOMMENDER_MONTHS_TOGETHER')
  const members = await membersOn(
    one.ctx,
    recommenders.map(({ person }) => person),
    one.on,
  )
  const names = new Map(
    (
      await loadPersons(
        one.ctx,
        recommenders.map(({ person }) => person),
      )
    ).map(({ id, fullName }) => [id, fullName]),
  )
  const refusals = []
  for (const { person, togetherSince, substitute } of recommenders) {
    const member = members.get(person)
    const name = names.get(person) ?? ''
    if (!member || member.probationary)
      refusals.push(await one.refuse('RECOMMENDERS', reason('RECOMMENDER_NOT_OFFICIAL', { name })))
    if (!substitute && addMonths(togetherSince, months.value) > one.on)
      refusals.push(
        await one.refuse(
          'RECOMMENDER_MONTHS_TOGETHER',
          reason('RECOMMENDER_TOO_SHORT', {
            name,
            limit: months.value,
            day: addMonths(togetherSince, months.value),
          }),
        ),
      )
  }
  const union = introducer !== null && Object.hasOwn(INTRODUCERS, introducer) ? 1 : 0
  if (recommenders.length === 0 || recommenders.length + union < needed.value)
    refusals.push(await one.refuse('RECOMMENDERS', reason('TOO_FEW_RECOMMENDERS', { limit: needed.value })))
  return refusals
}

/** What the unit and those above it require before the stage that the step reaches. */
export const requirementsMet: Condition = async (one) => {
  const { file, step, on } = one
  const to = step.kind === 'OPEN' ? 'DOSSIER_OPEN' : reachableBy(step.kind, file.state)
  const stage = to && dossierState(to).stage
  if (!stage) return []
  const candidate = {
    person: file.person.id,
    organization: one.bodies.cell.id,
    sourceKind: await lastSaid(one, 'sourceKind'),
  }
  const states = await requirementsOf(one.ctx, candidate as Parameters<typeof requirementsOf>[1], on)
  return states
    .filter(({ requirement, metOn }) => requirement.stage === stage && (metOn === null || metOn > on))
    .map(({ requirement: { title } }) =>
      refusedBy('REQUIREMENT', title, '', reason('REQUIREMENT_UNMET', { title })),
    )
}

/** The cases of an applicant on a day that need an approval before the decision. */
export async function specialCasesOf(one: Judgement): Promise<SpecialCase[]> {
  const { file } = one
  const events = await loadStanding(one.ctx, file.person.id)
  const schooling = await schoolingOf(one)
  const least = await one.rule('SCHOOLING_LEAST')
  const owner = [await lastSaid(one, 'occupation'), await lastSaid(one, 'sourceKind')]
  const found: Array<[SpecialCase, boolean]> = [
    ['OVER_AGE', await isOverAge(one)],
    ['SCHOOLING', schooling !== null && schooling < least.value],
    ['READMISSION', wasMember(events, one.on)],
    ['RELIGION', file.person.religion !== null],
    ['BUSINESS_OWNER', owner.includes('BUSINESS_OWNER')],
    ['FOREIGN_MARRIAGE', file.foreignMarriage],
  ]
  return found.flatMap(([special, applies]) => (applies ? [special] : []))
}

const wasMember = (events: readonly EventRow[], before: Day): boolean =>
  events.some(({ kind, date }) => kind === 'REMOVAL' && date <= before)

/** What each case needs, and the rule with a number that it departs from, if there is one. */
const consents: Record<SpecialCase, { code: RuleCode | null; why: Reason }> = {
  OVER_AGE: { code: 'ADMISSION_AGE_MOST', why: reason('APPROVAL_OVER_AGE') },
  SCHOOLING: { code: 'SCHOOLING_LEAST', why: reason('APPROVAL_SCHOOLING') },
  READMISSION: { code: 'READMISSION_MONTHS', why: reason('APPROVAL_READMISSION') },
  RELIGION: { code: null, why: reason('APPROVAL_RELIGION') },
  BUSINESS_OWNER: { code: null, why: reason('APPROVAL_BUSINESS_OWNER') },
  FOREIGN_MARRIAGE: { code: null, why: reason('APPROVAL_FOREIGN_MARRIAGE') },
}

/** Every special case has its approval on record, given no later than the decision. */
export const approved: Condition = async (one) => {
  if (one.step.outcome === 'NO') return []
  const cases = await specialCasesOf(one)
  const missing = cases.filter(
    (special) =>
      !one.file.approvals.some(({ specialCase, givenOn }) => specialCase === special && givenOn <= one.on),
  )
  return Promise.all(
    missing.map((special) => {
      const { code, why } = consents[special]
      return code ? one.refuse(code, why) : one.refuseBy(`APPROVAL_${special}`, '', why)
    }),
  )
}

/** A former member: long enough away, and not readmitted before (294-QĐ/TW, 3.5). */
export const mayReturn: Condition = async (one) => {
  const events = (await loadStanding(one.ctx, one.file.person.id)).filter(({ date }) => date <= one.on)
  const left = events
    .filter(({ kind }) => kind === 'REMOVAL')
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1)
  if (!left) return []
  const cleared = one.file.recordClearedOn
  const code = cleared === null ? 'READMISSION_MONTHS' : 'READMISSION_MONTHS_AFTER_CRIME'
  const rule = await one.rule(code)
  const most = await one.rule('READMISSIONS_MOST')
  const from = addMonths(cleared ?? left.date, rule.value)
  const refusals = []
  if (one.on < from)
    refusals.push(await one.refuse(code, reason('READMITTED_TOO_SOON', { limit: rule.value, day: from })))
  if (events.filter(({ kind }) => kind === 'READMISSION').length >= most.value)
    refusals.push(await one.refuse('READMISSIONS_MOST', reason('READMITTED_BEFORE', { limit: most.value })))
  if (left.removalReason === 'RESIGNED' && !one.file.leftForHardship)
    refusals.push(await one.refuse('READMISSION_MONTHS', reason('RESIGNED_BEFORE')))
  return refusals
}
