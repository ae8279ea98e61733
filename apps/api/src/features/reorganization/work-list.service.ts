import { LIMITS, reason, sortKey, type ShareAttribute } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { groupBy } from '../../group-by.js'
import { refusePeople } from '../../policy/people.js'
import { eventsOf, type EventRow } from '../membership/membership.service.js'
import { dividableOf, type Dividable } from '../membership/whereabouts.service.js'
import { unitsByUid } from '../organizations/unit-lookup.service.js'
import { loadPersons, type PersonRow } from '../people/person.service.js'
import type { OperationBody } from './operation.js'
import { operationOf } from './operation.service.js'
import type { ShareRuleInput } from './work-list.type.js'
import { findOperation, findPlans, touchPlan, type OperationRow, type PlanRow } from './plan.repository.js'
import { requireDraft, requirePlan } from './plan.service.js'
import { deleteByRule, listAssigned, writeAssigned } from './share.repository.js'

/** A person of a split cell: where assigned (place of the successor), or null. */
export interface WorkRow {
  person: PersonRow
  successor: number | null
  byRule: boolean
}

/** How far the work on a split cell is. */
export interface Work extends Dividable {
  assigned: number
}

async function cellOf(ctx: RequestContext, body: OperationBody): Promise<number | undefined> {
  const [unit] = body.units
  if (body.kind !== 'SPLIT' || !unit || !('id' in unit)) return undefined
  return (await unitsByUid(ctx, [unit.id])).get(unit.id)
}

/** How many persons a split has to divide and how many are assigned; null for another operation. */
export function loadWork(
  ctx: RequestContext,
  operation: Pick<OperationRow, 'id' | 'body'>,
  effectiveOn: string,
): Promise<Work | null> {
  return loader<Pick<OperationRow, 'id' | 'body'>, Work | null>(
    ctx,
    `split work ${effectiveOn}`,
    async (all) => {
      const assigned = groupBy(
        await listAssigned(
          ctx,
          all.map(({ id }) => id),
        ),
        (row) => row.operation,
      )
      return Promise.all(
        all.map(async ({ id, body }) => {
          const cell = await cellOf(ctx, body)
          if (cell === undefined) return null
          const dividable = await dividableOf(ctx, cell, effectiveOn)
          const there = new Set(dividable.persons)
          const present = (assigned.get(id) ?? []).filter(({ person }) => there.has(person))
          return { ...dividable, assigned: present.length }
        }),
      )
    },
  ).load(operation)
}

interface SplitCell {
  plan: PlanRow
  operation: OperationRow
  cell: number
}

async function splitOf(ctx: RequestContext, uid: string): Promise<SplitCell> {
  const operation = await findOperation(ctx, uid)
  const [plan] = operation ? await findPlans(ctx, [operation.reorganization]) : []
  const cell = operation && (await cellOf(ctx, operation.body))
  if (!operation || !plan || cell === undefined) throw invalidInput('operationId', reason('NOT_A_SPLIT'))
  return { plan, operation, cell }
}

/** A page of the persons of a split cell, by name: all of them, or those that nobody assigned. */
export async function splitPersonsOf(
  ctx: RequestContext,
  uid: string,
  unassigned: boolean,
  page: Page<['string', 'number']>,
): Promise<Connection<WorkRow>> {
  const { plan, operation, cell } = await splitOf(ctx, uid)
  await refusePeople(ctx, cell)
  const { persons } = await dividableOf(ctx, cell, plan.effectiveOn)
  const assigned = new Map((await listAssigned(ctx, [operation.id])).map((row) => [row.person, row]))
  const rows = (await loadPersons(ctx, persons))
    .map((person): WorkRow => {
      const share = assigned.get(person.id)
      return { person, successor: share?.successor ?? null, byRule: share?.byRule ?? false }
    })
    .filter(({ successor }) => !unassigned || successor === null)
  const keyOf = ({ person }: WorkRow) => [sortKey(person.fullName), person.id] as const
  const isAfter = (row: WorkRow) => {
    if (!page.after) return true
    const [name, id] = keyOf(row)
    return name > page.after[0] || (name === page.after[0] && id > page.after[1])
  }
  const order = (a: WorkRow, b: WorkRow) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    return one[0] === other[0] ? one[1] - other[1] : one[0] < other[0] ? -1 : 1
  }
  rows.sort(order)
  const shown = rows.filter(isAfter).slice(0, page.limit + 1)
  return connection(shown, page.limit, keyOf, rows.length)
}

function refusePlace(body: OperationBody, successor: number): void {
  if (!Number.isInteger(successor) || successor < 0 || successor >= body.successors.length)
    throw invalidInput('successor', reason('OUT_OF_BOUNDS', { limit: body.successors.length - 1 }))
}

/** Assigns persons of a split cell to a successor by hand (null: to nobody). Refuses persons that are not of the cell. */
export function assignPersons(
  ctx: RequestContext,
  plan: { uid: string; version: number; operation: string },
  persons: readonly string[],
  successor: number | null,
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const { id, effectiveOn } = await requireDraft(tx, plan.uid, plan.version)
    const { operation, cell } = await splitOf(tx, plan.operation)
    await operationOf(tx, await requirePlan(tx, plan.uid), plan.operation)
    await refusePeople(tx, cell)
    if (successor !== null) refusePlace(operation.body, successor)
    if (persons.length > LIMITS.openingMembers)
      throw invalidInput('personIds', reason('BAD_COUNT', { least: 1, most: LIMITS.openingMembers }))
    const { persons: there } = await dividableOf(tx, cell, effectiveOn)
    const known = new Map((await loadPersons(tx, there)).map((row) => [row.uid, row.id]))
    const ids = [...new Set(persons)].map((uid) => {
      const found = known.get(uid)
      if (found === undefined) throw conflict(reason('NOT_OF_CELL'))
      return found
    })
    await writeAssigned(tx, operation.id, ids, successor === null ? null : { successor, byRule: false })
    await touchPlan(tx, id)
    return requirePlan(tx, plan.uid)
  })
}

/**
 * Assigns persons of a split cell by rules: each to the successor of the first rule that fits. Who was assigned by
 * hand stays; what earlier rules assigned is forgotten.
 */
export function assignByRule(
  ctx: RequestContext,
  plan: { uid: string; version: number; operation: string },
  rules: readonly ShareRuleInput[],
): Promise<PlanRow> {
  return inTransaction(ctx, async (tx) => {
    const { id, effectiveOn } = await requireDraft(tx, plan.uid, plan.version)
    const { operation, cell } = await splitOf(tx, plan.operation)
    await operationOf(tx, await requirePlan(tx, plan.uid), plan.operation)
    await refusePeople(tx, cell)
    for (const { successor } of rules) refusePlace(operation.body, successor)
    await deleteByRule(tx, operation.id)
    const hand = new Set((await listAssigned(tx, [operation.id])).map(({ person }) => person))
    const { persons } = await dividableOf(tx, cell, effectiveOn)
    const free = persons.filter((person) => !hand.has(person))
    const events = groupBy(await eventsOf(tx, free), ({ person }) => person)
    const chosen = new Map<number, number[]>()
    for (const person of await loadPersons(tx, free)) {
      const rule = rules.find((one) => fits(one, person, events.get(person.id) ?? []))
      if (rule) chosen.set(rule.successor, [...(chosen.get(rule.successor) ?? []), person.id])
    }
    for (const [successor, ids] of chosen)
      await writeAssigned(tx, operation.id, ids, { successor, byRule: true })
    await touchPlan(tx, id)
    return requirePlan(tx, plan.uid)
  })
}

/** What is known of a person last: from the events that stand, the latest that says it. */
function latest<Key extends 'occupation' | 'youthUnion'>(events: readonly EventRow[], key: Key) {
  const said = events
    .filter(({ correctedOn, attributes }) => correctedOn === null && attributes?.[key] !== null)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  return said.at(-1)?.attributes?.[key] ?? null
}

function valueOf(attribute: ShareAttribute, person: PersonRow, events: readonly EventRow[]): string | null {
  switch (attribute) {
    case 'OCCUPATION':
      return latest(events, 'occupation')
    case 'YOUTH_UNION':
      return String(latest(events, 'youthUnion') === true)
    case 'FEMALE':
      return String(person.female)
    case 'ETHNICITY':
      return person.ethnicity
    case 'BIRTH_YEAR':
      return person.birthDate.slice(0, 4)
    case 'NAME':
      return sortKey(person.fullName.split(' ').at(-1) ?? '')
  }
}

/** Whether a person fits a rule: one of its values, or (both ends included) between its bounds. */
function fits(rule: ShareRuleInput, person: PersonRow, events: readonly EventRow[]): boolean {
  const attribute = rule.attribute as ShareAttribute
  const value = valueOf(attribute, person, events)
  if (value === null) return false
  const bound = (text: string) => (attribute === 'NAME' ? sortKey(text) : text)
  if (rule.values) return rule.values.some((one) => bound(one) === value)
  const { from, to } = rule
  return (!from || bound(from) <= value) && (!to || value <= bound(to) || value.startsWith(bound(to)))
}
