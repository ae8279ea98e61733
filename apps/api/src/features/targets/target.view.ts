import {
  percentOf,
  personsOf,
  type Target,
  type TargetRevision,
  type TargetStatement,
} from './target.type.js'
import type { RevisionRow, TargetRow } from './target.service.js'

/** A target as the API shows it. */
export function toTarget(row: TargetRow): Target {
  const { id, uid, document, group, organization, backfilled, ...facts } = row
  return {
    ...facts,
    id: uid,
    key: id,
    organizationKey: organization,
    documentKey: document,
    groupKey: group,
    amountMin: personsOf(row),
    rate: percentOf(row.rate),
    rateMax: percentOf(row.rateMax),
    backfilled: Number(backfilled) === 1,
  }
}

function toStatement(row: RevisionRow): TargetStatement {
  const { yearFrom, yearTo, amountMax, base, baseOn, document, note } = row
  return {
    ...{ yearFrom, yearTo, amountMax, base, baseOn, note },
    documentKey: document,
    amountMin: personsOf(row),
    rate: percentOf(row.rate),
    rateMax: percentOf(row.rateMax),
  }
}

/** Revisions of a target, oldest first, each with what stood before. */
export function toRevisions(rows: readonly RevisionRow[]): TargetRevision[] {
  return rows.map((row, index) => {
    const { number, recordedAt, actorName, reason } = row
    const before = rows[index - 1]
    const removed = Number(row.removed) === 1
    return {
      ...{ number, recordedAt, actorName, reason, removed },
      backfilled: Number(row.backfilled) === 1,
      before: before ? toStatement(before) : null,
      after: removed ? null : toStatement(row),
    }
  })
}
