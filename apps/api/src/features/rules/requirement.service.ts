import { isDay, LIMITS, OPEN_END, reason, type Day } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, notFound, refuseLonger, SeedbedError, staleVersion } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { refuseUnless } from '../../policy/may.js'
import { loadNearest } from '../organizations/organization.service.js'
import {
  findRequirement,
  insertRequirements,
  listRequirementsFor,
  updateRequirement,
  type RequirementAbove,
  type RequirementFacts,
  type RequirementRow,
} from './requirement.repository.js'

export type { RequirementAbove, RequirementFacts, RequirementRow } from './requirement.repository.js'

function refuseFacts(facts: RequirementFacts): void {
  if (facts.title.trim() === '' || facts.title.length > LIMITS.nameLength)
    throw invalidInput('title', reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
  if (facts.stage === 'IDENTIFIED') throw invalidInput('stage', reason('NO_REQUIREMENT_THERE'))
  if (!isDay(facts.validFrom) || facts.validFrom === OPEN_END)
    throw invalidInput('validFrom', reason('NOT_A_DAY'))
  if (facts.validTo <= facts.validFrom) throw invalidInput('validTo', reason('BEFORE_FROM'))
  refuseLonger('note', facts.note, LIMITS.noteLength)
}

/** Sets requirements, many at once, in a unit of work. Answers internal ids, or by position why some were refused. */
export async function addRequirements(
  ctx: RequestContext,
  items: readonly RequirementFacts[],
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  items.forEach((facts, index) => {
    try {
      refuseFacts(facts)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  if (refused.size > 0) return { ids: [], refused }
  const rows = items.map((facts) => ({ ...facts, uid: uuid() }))
  return { ids: await insertRequirements(ctx, rows, batch), refused }
}

/** Sets a requirement of a unit and all below it, or changes one with the version that was read; whose it is stays. */
export function setRequirement(
  ctx: RequestContext,
  facts: RequirementFacts,
  existing: { uid: string; version: number } | null,
): Promise<RequirementRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'settings.change', facts.organization)
    refuseFacts(facts)
    if (existing === null) {
      const uid = uuid()
      await insertRequirements(tx, [{ ...facts, uid }], null)
      return requireRequirement(tx, uid)
    }
    const row = await requireRequirement(tx, existing.uid)
    if (row.organization !== facts.organization) throw notFound('Requirement')
    if (row.version !== existing.version) throw staleVersion('The requirement', existing.version, row.version)
    await updateRequirement(tx, row.id, facts)
    return requireRequirement(tx, existing.uid)
  })
}

/** The requirement of that outer id at a unit that the viewer may see, or NOT_FOUND. */
export async function requireRequirement(ctx: RequestContext, uid: string): Promise<RequirementRow> {
  const row = await findRequirement(ctx, uid)
  if (!row || !(await loadNearest(ctx, row.organization, row.validFrom))) throw notFound('Requirement')
  return row
}

/** What a unit is asked for on a day, by itself and by those above it; one statement for many units. */
export function loadRequirements(
  ctx: RequestContext,
  organization: number,
  day: Day,
): Promise<RequirementAbove[]> {
  return loader<number, RequirementAbove[]>(ctx, `requirements on ${day}`, async (ids) => {
    const rows = await listRequirementsFor(ctx, ids, day)
    return ids.map((id) => rows.filter(({ descendant }) => descendant === id))
  }).load(organization)
}
