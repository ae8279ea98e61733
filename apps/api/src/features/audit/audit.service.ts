import { addDays, LIMITS, reason, type AuditOutcome, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { encodeCursor, type Edge, type Page } from '../../graphql/pagination.js'
import { loader } from '../../graphql/loaders.js'
import { may, refuseUnless, refuseUnlessAnywhere } from '../../policy/may.js'
import { scopeOf } from '../../policy/scope.js'
import { findOrganization } from '../organizations/organization.service.js'
import { accessToPerson, openedPerson, refuseClosed } from '../people/look.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import { listRecords, type AuditConditions, type AuditRow } from './audit-log.repository.js'

export type { AuditRow } from './audit-log.repository.js'

/** What a viewer asks for; days are those of Viet Nam, both included. */
export interface AuditQuestion {
  organizationId?: string | null
  below?: boolean | null
  personId?: string | null
  actor?: string | null
  operation?: string | null
  outcome?: AuditOutcome | null
  from?: Day | null
  to?: Day | null
}

/** The latest first, without a count: the log grows for ever. */
export interface AuditPage {
  edges: Edge<AuditRow>[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

type AuditPageArgs = Page<readonly ['number']>

/** The instant at which a day begins in Viet Nam. */
const beginningOf = (day: Day): string => new Date(`${day}T00:00:00+07:00`).toISOString()

async function conditionsOf(ctx: RequestContext, question: AuditQuestion): Promise<AuditConditions> {
  const { organizationId, personId, below, actor, operation, outcome, from, to } = question
  return {
    ...(organizationId
      ? { unit: (await findOrganization(ctx, organizationId)).id, below: below ?? false }
      : {}),
    ...(personId ? { person: (await openedPerson(ctx, personId)).id } : {}),
    ...(actor ? { actor } : {}),
    ...(operation ? { operation } : {}),
    ...(outcome ? { outcome } : {}),
    ...(from ? { from: beginningOf(from) } : {}),
    ...(to ? { until: beginningOf(addDays(to, 1)) } : {}),
  }
}

async function pageOf(
  ctx: RequestContext,
  conditions: AuditConditions,
  { limit, after }: AuditPageArgs,
): Promise<AuditPage> {
  const page = after ? { limit, before: after[0] } : { limit }
  const rows = await listRecords(ctx, scopeOf(ctx, 'audit.read'), conditions, page)
  const edges = rows.slice(0, limit).map((node) => ({ cursor: encodeCursor([node.sequence]), node }))
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > limit, endCursor: edges.at(-1)?.cursor ?? null },
  }
}

/**
 * The audit log as far as it concerns units whose log the viewer may read; what concerns no unit (the installation,
 * its start) is for those who may read everything. FORBIDDEN for who may read no log, and for a person of others before
 * a reason was given; an unknown unit or person is NOT_FOUND.
 */
export async function auditOf(
  ctx: RequestContext,
  question: AuditQuestion,
  page: AuditPageArgs,
): Promise<AuditPage> {
  refuseUnlessAnywhere(ctx, 'audit.read')
  return pageOf(ctx, await conditionsOf(ctx, question), page)
}

/** What concerns one unit itself; FORBIDDEN for who may not read its log. */
export async function auditOfUnit(
  ctx: RequestContext,
  unit: number,
  page: AuditPageArgs,
): Promise<AuditPage> {
  await refuseUnless(ctx, 'audit.read', unit)
  return pageOf(ctx, { unit }, page)
}

/**
 * What concerns one person, in units whose log the viewer may read; FORBIDDEN for who may read no log, and for a
 * person of others before a reason was given.
 */
export async function auditOfPerson(
  ctx: RequestContext,
  person: number,
  page: AuditPageArgs,
): Promise<AuditPage> {
  refuseUnlessAnywhere(ctx, 'audit.read')
  await refuseClosed(ctx, person)
  return pageOf(ctx, { person }, page)
}

/**
 * A file was taken out of the system: the mutation itself is the record. Refused: a unit whose figures the viewer may
 * not read, a content without a name, a number of rows that cannot be.
 */
export async function recordExport(
  ctx: RequestContext,
  { organizationId, content, rows }: { organizationId: string; content: string; rows: number },
): Promise<void> {
  const unit = await findOrganization(ctx, organizationId)
  await refuseUnless(ctx, 'figures.read', unit.id)
  if (content.trim() === '' || content.length > LIMITS.nameLength)
    throw invalidInput('content', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (rows < 0) throw invalidInput('rows', reason('OUT_OF_BOUNDS', { limit: 2 ** 31 - 1 }))
}

/** Whether the viewer may know whom a record concerns: who sees the persons of all its units. */
async function mayNamePersons(ctx: RequestContext, { units }: AuditRow): Promise<boolean> {
  const places = units.length === 0 ? [0] : units
  return (await Promise.all(places.map((unit) => may(ctx, 'people.read', unit)))).every(Boolean)
}

/**
 * Whether the viewer may read what a record says: of what concerns persons only who may see the persons of all its
 * units, and keeps those persons or has opened them. Others learn that something was done, by whom, and to which
 * fields.
 */
export async function mayReadValues(ctx: RequestContext, row: AuditRow): Promise<boolean> {
  if (row.persons.length === 0) return true
  if (!(await mayNamePersons(ctx, row))) return false
  const known = await Promise.all(row.persons.map((person) => accessToPerson(ctx, person)))
  return known.every((access) => access === 'KEPT' || access === 'OPENED')
}

/** Persons shown of one record; a bulk act concerns more than anybody reads. */
const mostShown = 20

/** The first of the persons that a record concerns, for who may read it; one statement for many records. */
export async function loadPersonsConcerned(ctx: RequestContext, row: AuditRow): Promise<PersonRow[]> {
  if (!(await mayNamePersons(ctx, row))) return []
  const persons = await loader<number, PersonRow | null>(ctx, 'persons in the audit log', async (keys) => {
    const rows = new Map((await loadPersons(ctx, keys)).map((row) => [row.id, row]))
    return keys.map((key) => rows.get(key) ?? null)
  }).loadMany(row.persons.slice(0, mostShown))
  return persons.flatMap((person) => (person instanceof Error ? [] : (person ?? [])))
}
