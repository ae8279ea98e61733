import { addDays, OPEN_END } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import type { DataRequestRow } from './data-request.service.js'
import type { DataRequest, ProcessingPurpose } from './personal-data.type.js'
import type { PurposeRow } from './purpose.service.js'

/** A purpose as the API shows it; half-open days turn inclusive. */
export function toPurpose({ uid, validTo, ...row }: PurposeRow): ProcessingPurpose {
  const { code, validFrom, textVi, textEn, legalBasis } = row
  const last = validTo === OPEN_END ? null : addDays(validTo, -1)
  return { id: uid, code, validFrom, validTo: last, textVi, textEn, legalBasis }
}

/** A request as the API shows it. */
export function toDataRequest(ctx: RequestContext, row: DataRequestRow): DataRequest {
  const { uid, person, organization, ...facts } = row
  const due = row.status === 'RECEIVED' ? row.answerDue : row.status === 'ANSWERED' ? row.carryDue : OPEN_END
  return {
    ...facts,
    id: uid,
    personKey: person,
    organizationKey: organization,
    overdue: due < today(ctx) || (row.status === 'RECEIVED' && row.carryDue < today(ctx)),
  }
}
