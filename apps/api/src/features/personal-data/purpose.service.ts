import {
  isDay,
  LIMITS,
  OPEN_END,
  PROCESSING_PURPOSES,
  reason,
  type Day,
  type ProcessingPurposeCode,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, forbidden, invalidInput } from '../../errors/errors.js'
import { may } from '../../policy/may.js'
import { endPurpose, insertPurpose, listPurposes, type PurposeRow } from './purpose.repository.js'

export type { PurposeRow } from './purpose.repository.js'

/** What a purpose says from a day on. */
export interface PurposeFacts {
  code: ProcessingPurposeCode
  validFrom: Day
  textVi: string
  textEn: string
  legalBasis: string
}

/** What personal data is processed for on a day (today if absent), one version of each purpose. */
export async function purposesOn(ctx: RequestContext, on: Day | null): Promise<PurposeRow[]> {
  const day = on ?? today(ctx)
  const codes = Object.keys(PROCESSING_PURPOSES)
  return (await listPurposes(ctx))
    .filter(({ validFrom, validTo }) => validFrom <= day && day < validTo)
    .toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code))
}

/** Whether the viewer may say what data is processed for: whoever administers the installation. */
export function mayStatePurposes(ctx: RequestContext): Promise<boolean> {
  return may(ctx, 'system.administer', 0)
}

function refusePurpose(facts: PurposeFacts): void {
  if (!Object.hasOwn(PROCESSING_PURPOSES, facts.code)) throw invalidInput('code', reason('UNKNOWN_CODE'))
  if (!isDay(facts.validFrom) || facts.validFrom >= OPEN_END)
    throw invalidInput('validFrom', reason('NOT_A_DAY'))
  for (const field of ['textVi', 'textEn', 'legalBasis'] as const)
    if (facts[field].trim() === '' || facts[field].length > LIMITS.noteLength)
      throw invalidInput(field, reason('BAD_LENGTH', { limit: LIMITS.noteLength }))
}

/**
 * Says what data of a purpose is processed for from a day on; earlier days keep what was said then. Refused to who
 * does not administer the installation, and (CONFLICT) a day that does not lie after the beginning of the last one.
 */
export function setPurpose(ctx: RequestContext, facts: PurposeFacts): Promise<PurposeRow> {
  return inTransaction(ctx, async (tx) => {
    if (!(await mayStatePurposes(tx))) throw forbidden(reason('NOT_ALLOWED'))
    refusePurpose(facts)
    const last = (await listPurposes(tx)).filter(({ code }) => code === facts.code).at(-1)
    if (last && facts.validFrom <= last.validFrom) throw conflict(reason('CHANGED_MEANWHILE'))
    if (last) await endPurpose(tx, last.id, facts.validFrom)
    const row = { ...facts, uid: uuid(), version: 1, validTo: OPEN_END }
    await insertPurpose(tx, row)
    return { ...row, id: 0 }
  })
}
