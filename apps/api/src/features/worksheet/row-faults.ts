import { reason } from '@seedbed/shared'
import { SeedbedError, type RowFault, type RowState } from '../../errors/errors.js'

/** What is wrong with a row, from what was thrown about it. */
export function rowFault(organizationId: string, error: SeedbedError, theirs?: RowState | null): RowFault {
  const [field] = Object.keys(error.details.fields ?? {})
  return {
    organizationId,
    code: error.code,
    message: error.message,
    ...(field === undefined ? {} : { field }),
    ...(error.details.reason ? { reason: error.details.reason } : {}),
    ...(theirs === undefined ? {} : { theirs }),
  }
}

/** Someone else has changed the row since it was read. */
export function changedRow(organizationId: string, theirs: RowState | null): RowFault {
  return {
    organizationId,
    code: 'CONFLICT',
    message: 'was changed by someone else meanwhile',
    reason: reason('CHANGED_MEANWHILE'),
    theirs,
  }
}

/** Refuses all rows because of some: INVALID_INPUT if any cannot be, else CONFLICT. Nothing is written. */
export function refuseRows(faults: readonly RowFault[]): void {
  const [first] = faults
  if (!first) return
  const worst = faults.find(({ code }) => code !== 'CONFLICT') ?? first
  const words = `${faults.length} rows cannot be saved; the first: ${worst.message}`
  throw new SeedbedError(worst.code === 'CONFLICT' ? 'CONFLICT' : 'INVALID_INPUT', words, {
    ...(worst.reason ? { reason: worst.reason } : {}),
    rows: [...faults],
  })
}
