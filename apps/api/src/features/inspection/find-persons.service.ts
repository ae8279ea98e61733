import {
  CANDIDATE_STAGES,
  DEGREES,
  faultOfPersonQuery,
  INTRODUCERS,
  isDay,
  OCCUPATIONS,
  reason,
  SOURCE_KINDS,
  UNKNOWN,
  type PersonAttribute,
  type PersonCondition,
  type PersonQuery,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { encodeCursor, type Connection, type Page } from '../../graphql/pagination.js'
import { loadRules } from '../rules/rule.service.js'
import { rootsOf } from './asked.service.js'
import { baseOf, countFound, listFound, type PersonFound } from './person.repository.js'
import type { Ground } from './person-sql.js'

export type { PersonFound } from './person.repository.js'

const codes: Record<PersonAttribute, readonly string[]> = {
  SEX: ['FEMALE', 'MALE'],
  ETHNICITY: ['KINH', 'MINORITY'],
  RELIGION: ['NONE', 'RELIGIOUS'],
  OCCUPATION: Object.keys(OCCUPATIONS),
  SOURCE_KIND: Object.keys(SOURCE_KINDS),
  INTRODUCER: Object.keys(INTRODUCERS),
  DEGREE: Object.keys(DEGREES),
  STAGE: Object.keys(CANDIDATE_STAGES),
}

const ofCandidates = new Set<string>(['STAGE', 'LISTED'])

/** Refuses codes of no list, and what is never known of those the question is about: stages of members, decisions of candidates. */
function refuseCondition(field: string, condition: PersonCondition, query: PersonQuery): void {
  const { all, any, attribute, day } = condition
  const kind = all ? 'all' : 'any'
  ;(all ?? any ?? []).forEach((one, index) => refuseCondition(`${field}.${kind}.${index}`, one, query))
  const admissions = query.subject === 'ADMISSIONS'
  if (attribute) {
    const known = [...codes[attribute.attribute], UNKNOWN]
    if (attribute.codes.some((code) => !known.includes(code)))
      throw invalidInput(`${field}.attribute.codes`, reason('UNKNOWN_CODE'))
  }
  const asked = attribute?.attribute ?? day?.day
  if (asked && ((admissions && ofCandidates.has(asked)) || (!admissions && asked === 'DECIDED')))
    throw invalidInput(`${field}.${attribute ? 'attribute' : 'day'}`, reason('QUERY_NOT_OF_THESE'))
}

/** What a question about persons is compiled against. Refuses faulty ones, and a scope outside one's own. */
export async function groundOf(ctx: RequestContext, query: PersonQuery): Promise<Ground> {
  const fault = faultOfPersonQuery(query)
  if (fault) throw invalidInput(fault.field, fault.why)
  if (query.where) refuseCondition('where', query.where, query)
  const roots = await rootsOf(ctx, query.scope, 'people.read', query.asOf)
  const rules = (await loadRules(ctx)).find(({ code }) => code === 'CERTIFICATE_MONTHS')?.versions ?? []
  return {
    dialect: ctx.database.dialect,
    query,
    base: baseOf(ctx, query, roots.length === 0 ? [-1] : roots),
    validity: rules,
  }
}

/**
 * Persons who fulfil conditions, the latest first, a page of them with the exact count; only of units whose persons
 * the viewer may read. Refuses (FORBIDDEN) who may read figures only.
 */
export async function findPersons(
  ctx: RequestContext,
  query: PersonQuery,
  page: Page<['string', 'number']>,
): Promise<Connection<PersonFound>> {
  if (page.after && !isDay(page.after[0])) throw invalidInput('after', 'is not a cursor of this list')
  const ground = await groundOf(ctx, query)
  const rows = await listFound(ctx, ground, page)
  const shown = rows.slice(0, page.limit)
  const edges = shown.map((node) => ({ node, cursor: encodeCursor([node.on, node.event]) }))
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > shown.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: await countFound(ctx, ground),
  }
}
