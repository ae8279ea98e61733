import { addMonths, INTRODUCERS, isDay, OCCUPATIONS, SOURCE_KINDS, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { encodeCursor, type Connection, type Page } from '../../graphql/pagination.js'
import { refusePeople } from '../../policy/people.js'
import { loader } from '../../graphql/loaders.js'
import { findRuleOn } from '../rules/rule.service.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import { countAdmissions, listAdmissions, type AdmissionQuestion } from './admission.repository.js'
import type { EventRow } from './event.repository.js'
import type { AdmissionFilterInput } from './membership.input.js'
import { eventsOf } from './membership.service.js'

function refuseUnknown(field: string, value: string | undefined | null, list: object): void {
  if (value !== undefined && value !== null && !Object.hasOwn(list, value))
    throw invalidInput(field, 'unknown code')
}

function questionOf(unit: OrganizationOnDay, filter: AdmissionFilterInput): AdmissionQuestion {
  const { from, to, countBasis, perimeter, treeAt, ...conditions } = filter
  const last = to ?? unit.at
  if (from && last < from) throw invalidInput('to', 'lies before from')
  refuseUnknown('occupation', filter.occupation, OCCUPATIONS)
  refuseUnknown('sourceKind', filter.sourceKind, SOURCE_KINDS)
  refuseUnknown('introducer', filter.introducer, INTRODUCERS)
  const recorded = perimeter === 'RECORDED'
  const tree = recorded ? last : (treeAt ?? last)
  refuseOutsideLife(unit, tree)
  return {
    ...conditions,
    unit: unit.id,
    from: from ?? null,
    to: last,
    ceremony: countBasis === 'CEREMONY',
    recorded,
    treeAt: tree,
  }
}

/**
 * The people behind the number of admissions of a unit, the latest first, a page of them with the exact count: the
 * same perimeter, basis and attributes as the figure; those at cells whose people the viewer may see. Refuses whoever
 * may see figures only (FORBIDDEN), days outside the unit's life and unknown codes.
 */
export async function admissionsOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  filter: AdmissionFilterInput,
  page: Page<['string', 'number']>,
): Promise<Connection<EventRow>> {
  await refusePeople(ctx, unit.id)
  if (page.after && !isDay(page.after[0])) throw invalidInput('after', 'is not a cursor of this list')
  const question = questionOf(unit, filter)
  const rows = await listAdmissions(ctx, question, page)
  const shown = rows.slice(0, page.limit)
  const edges = shown.map((row) => ({ cursor: encodeCursor([row.date, row.id]), node: row }))
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > shown.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: await countAdmissions(ctx, question),
  }
}

/** The days of an admission: decided, ceremony held, recognition decided, official from. */
export interface AdmissionDays {
  decidedOn: Day
  ceremonyOn: Day | null
  recognizedOn: Day | null
  /** The day on which the probation ends, by the rule of the day of the ceremony, however late the recognition. */
  officialFrom: Day | null
}

/** Every event of a person that counts; many persons of one request cost one statement. */
export function loadEvents(ctx: RequestContext, person: number): Promise<EventRow[]> {
  return loader<number, EventRow[]>(ctx, 'events of persons', async (ids) => {
    const rows = await eventsOf(ctx, ids)
    return ids.map((id) => rows.filter((row) => row.person === id))
  }).load(person)
}

/** The four days of the admission that an event (of decision or ceremony) belongs to. */
export async function loadAdmissionDays(
  ctx: RequestContext,
  admission: { personKey: number; eventKey: number; on: Day },
): Promise<AdmissionDays> {
  const events = (await loadEvents(ctx, admission.personKey))
    .filter(({ correctedOn }) => correctedOn === null)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const isDecision = ({ kind }: EventRow) => kind === 'ADMISSION' || kind === 'READMISSION'
  const decision = events.filter((event) => isDecision(event) && event.date <= admission.on).at(-1)
  const decidedOn = decision?.date ?? admission.on
  const next = events.find((event) => isDecision(event) && event.date > decidedOn)?.date ?? '9999-12-31'
  const first = (kind: string) =>
    events.find((event) => event.kind === kind && event.date >= decidedOn && event.date < next)?.date ?? null
  const ceremonyOn = first('CEREMONY')
  const rule = ceremonyOn === null ? undefined : await findRuleOn(ctx, 'PROBATION_MONTHS', ceremonyOn)
  const officialFrom = ceremonyOn !== null && rule ? addMonths(ceremonyOn, rule.value) : null
  return { decidedOn, ceremonyOn, recognizedOn: first('RECOGNITION'), officialFrom }
}
