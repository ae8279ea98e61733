import {
  addMonths,
  CANDIDATE_STAGES,
  codesOf,
  INTRODUCERS,
  LIMITS,
  searchKey,
  SOURCE_KINDS,
  type CandidateNeed,
  type CandidateStage,
  type Day,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { encodeCursor, type Connection, type Page } from '../../graphql/pagination.js'
import type { SqlPart } from '../../policy/scope.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import { findRuleOn } from '../rules/rule.service.js'
import { certifiedBefore } from './certificate.service.js'
import { countCandidates, listCandidates, listDoubles, type CandidateRow } from './candidate.repository.js'

export type { CandidateRow } from './candidate.repository.js'

/** Which candidates, as it comes in; what is absent does not narrow. */
export interface CandidateFilter {
  stages?: readonly CandidateStage[] | null
  sourceKind?: string | null
  introducer?: string | null
  need?: CandidateNeed | null
  text?: string | null
}

/** A page of candidates with the exact number, and the number in each stage of all that the filter leaves. */
export interface CandidatePage extends Connection<CandidateRow> {
  stages: Array<{ stage: CandidateStage; count: number }>
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

function refuseUnknown(field: string, value: string | null | undefined, list: object): void {
  if (isGiven(value) && !Object.hasOwn(list, value)) throw invalidInput(field, 'unknown code')
}

const equals = (column: string, value: string | null | undefined): SqlPart[] =>
  isGiven(value) ? [{ sql: `${column} = ?`, params: [value] }] : []

const likeWords = (text: string): SqlPart[] =>
  searchKey(text)
    .split(' ')
    .filter(Boolean)
    .map((word) => ({
      sql: `w.search_key LIKE ? ESCAPE '!'`,
      params: [`%${word.replace(/[!%_]/gu, '!$&')}%`],
    }))

const mentored = `EXISTS (SELECT 1 FROM mentorship m WHERE m.person = s.person AND m.valid_from <= ? AND m.valid_to > ?
  AND m.valid_from >= s.entered_on)`

/** What somebody needs, as a condition on the spell. */
async function needing(ctx: RequestContext, need: CandidateNeed, asOf: Day): Promise<SqlPart> {
  switch (need) {
    case 'MENTOR':
      return { sql: `NOT ${mentored}`, params: [asOf, asOf] }
    case 'LISTING':
      return { sql: `s.stage = 'IDENTIFIED'`, params: [] }
    case 'COURSE':
      return { sql: `s.stage = 'SYMPATHISER'`, params: [] }
    case 'REVIEW': {
      const months = (await findRuleOn(ctx, 'MENTOR_REVIEW_MONTHS', asOf))?.value ?? 0
      const since = addMonths(asOf, -months)
      return {
        sql: `EXISTS (SELECT 1 FROM mentorship m WHERE m.person = s.person AND m.valid_from <= ? AND m.valid_to > ?
          AND m.valid_from >= s.entered_on)
          AND NOT EXISTS (SELECT 1 FROM mentor_review r WHERE r.person = s.person AND r.date > ? AND r.date <= ?)`,
        params: [since, asOf, since, asOf],
      }
    }
    case 'HANDOVER':
      return {
        sql: `EXISTS (SELECT 1 FROM candidate_handover h WHERE h.person = s.person AND h.outcome IS NULL)`,
        params: [],
      }
    case 'REPEAT':
      return expiresBy(ctx, asOf, asOf)
    case 'EXPIRING': {
      const months = (await findRuleOn(ctx, 'CERTIFICATE_WARNING_MONTHS', asOf))?.value ?? 0
      const [soon, past] = [
        await expiresBy(ctx, asOf, addMonths(asOf, months)),
        await expiresBy(ctx, asOf, asOf),
      ]
      return { sql: `${soon.sql} AND NOT (${past.sql})`, params: [...soon.params, ...past.params] }
    }
  }
}

/** Certificates that are no longer valid on a day. */
async function expiresBy(ctx: RequestContext, _asOf: Day, day: Day): Promise<SqlPart> {
  const spans = await certifiedBefore(ctx, day)
  if (spans.length === 0) return { sql: '1 = 0', params: [] }
  return {
    sql: `s.stage = 'CERTIFIED' AND (${spans.map(() => '(s.certified_on >= ? AND s.certified_on < ?)').join(' OR ')})`,
    params: spans.flatMap(({ from, to }) => [from, to]),
  }
}

async function conditionsOf(ctx: RequestContext, filter: CandidateFilter, asOf: Day): Promise<SqlPart[]> {
  const { stages, sourceKind, introducer, need, text } = filter
  refuseUnknown('sourceKind', sourceKind, SOURCE_KINDS)
  refuseUnknown('introducer', introducer, INTRODUCERS)
  if ((text?.length ?? 0) > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  return [
    ...(stages && stages.length > 0
      ? [{ sql: `s.stage IN (${stages.map(() => '?').join(', ')})`, params: [...stages] }]
      : []),
    ...equals('s.source_kind', sourceKind),
    ...equals('s.introducer', introducer),
    ...likeWords(text ?? ''),
    ...(need ? [await needing(ctx, need, asOf)] : []),
  ]
}

/**
 * Candidates of a unit and all below it on its day, by name, a page of them with the exact number: that of the figure
 * `candidates` where nothing narrows. Refuses days outside the unit's life and unknown codes.
 */
export async function candidatesOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  filter: CandidateFilter,
  page: Page<['string', 'number']>,
): Promise<CandidatePage> {
  refuseOutsideLife(unit, unit.at)
  const { stages: wanted, ...others } = filter
  const question = { unit: unit.id, asOf: unit.at, conditions: await conditionsOf(ctx, filter, unit.at) }
  const rows = await listCandidates(ctx, question, page)
  const whole = { ...question, conditions: await conditionsOf(ctx, others, unit.at) }
  const counts = await countCandidates(ctx, whole)
  const stages = codesOf(CANDIDATE_STAGES).map((stage) => ({ stage, count: counts.get(stage) ?? 0 }))
  const shown = rows.slice(0, page.limit)
  const edges = shown.map((row) => ({ cursor: encodeCursor([row.sortKey, row.person]), node: row }))
  const isWanted = (stage: CandidateStage) => !wanted || wanted.length === 0 || wanted.includes(stage)
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > shown.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: stages.reduce((sum, { stage, count }) => sum + (isWanted(stage) ? count : 0), 0),
    stages,
  }
}

/** How many candidates a unit has on a day, all below it included; many units of one day cost a statement each. */
export function candidateCount(ctx: RequestContext, unit: number, day: Day): Promise<number> {
  return loader<number, number>(ctx, `number of candidates on ${day}`, (ids) =>
    Promise.all(
      ids.map(async (id) => {
        const counts = await countCandidates(ctx, { unit: id, asOf: day, conditions: [] })
        return [...counts.values()].reduce((sum, count) => sum + count, 0)
      }),
    ),
  ).load(unit)
}

const mostDoubles = 200

/** Pairs of a candidate of the unit and somebody else with the same name and birth date. */
export function doublesOf(ctx: RequestContext, unit: OrganizationOnDay) {
  return listDoubles(ctx, { unit: unit.id, asOf: unit.at, conditions: [] }, mostDoubles)
}
