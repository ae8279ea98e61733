import { reason, yearOf, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { invalidInput, SeedbedError } from '../../errors/errors.js'
import { allChildren } from '../completion/board.service.js'
import { addDocuments, documentIdOf, type DocumentFacts } from '../documents/document.service.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { requireReason } from '../targets/target-writing.service.js'
import { worksheetDays } from './worksheet-days.js'

/** What targets rest on: a document on file, a new one to be filed, or none. */
export interface DocumentChoice {
  documentId?: string | null
  document?: Omit<DocumentFacts, 'organization'> | null
}

/** The document that is chosen, filed at the unit if it is new; in a unit of work. NOT_FOUND for one that there is not. */
export async function documentFor(
  ctx: RequestContext,
  organization: number,
  { documentId, document }: DocumentChoice,
): Promise<number | null> {
  if (!document) return documentIdOf(ctx, documentId)
  const { ids, refused } = await addDocuments(
    ctx,
    [{ facts: { ...document, organization }, ref: null }],
    null,
  )
  for (const error of refused.values()) throw error
  return ids[0] ?? null
}

/** Why and how late targets are assigned. */
export interface Assigning {
  reason: string | null
  backfilled: boolean
}

/** Refuses a year that has ended, unless it is recorded as backfilled, with a reason. */
export function refuseEndedYear(
  ctx: RequestContext,
  year: number,
  { reason: why, backfilled }: Assigning,
): void {
  if (year >= yearOf(today(ctx))) return
  if (!backfilled) throw invalidInput('year', reason('YEAR_ENDED', { year }))
  requireReason(why)
}

/** The units to which one may assign targets of a year, by outer id: those directly below it, as in its worksheet. */
export async function assignable(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  year: number,
  asOf: Day,
): Promise<{ find(uid: string): OrganizationOnDay; byId: Map<number, OrganizationOnDay> }> {
  const { treeAt } = worksheetDays(year, asOf)
  const children = await allChildren(ctx, unit.id, treeAt)
  const byUid = new Map(children.map((child) => [child.uid, child]))
  return {
    byId: new Map(children.map((child) => [child.id, child])),
    find(uid) {
      const child = byUid.get(uid)
      if (!child) throw invalidInput('organizationId', reason('NOT_A_CHILD', { day: treeAt }))
      return child
    },
  }
}

/** The refusals thrown by a piece of work on each of some rows; anything else is thrown on. */
export function refusalsOf<Row>(
  rows: readonly Row[],
  work: (row: Row, index: number) => void,
): Map<number, SeedbedError> {
  const refused = new Map<number, SeedbedError>()
  rows.forEach((row, index) => {
    try {
      work(row, index)
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  })
  return refused
}
