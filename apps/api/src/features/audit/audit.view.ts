import { COVERED } from '../../audit/told.js'
import type { AuditPage, AuditRow } from './audit.service.js'
import type { AuditChange, AuditConnection, AuditRecord } from './audit.type.js'

type Facts = Record<string, unknown>

const factsOf = (text: string | null): Facts | null => (text === null ? null : (JSON.parse(text) as Facts))

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * What became of each field; of an operation that notes no states, what was asked for. Values are covered unless the
 * viewer may read them.
 */
export function changesOf({ before, after, input }: AuditRow, readable: boolean): AuditChange[] {
  const [old, young] = [factsOf(before), factsOf(after)]
  const asked = old || young ? young : factsOf(input)
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(asked ?? {})])]
  const value = (facts: Facts | null, field: string) => {
    const text = shown(facts?.[field])
    return text === null || readable ? text : COVERED
  }
  return fields.map((field) => ({ field, before: value(old, field), after: value(asked, field) }))
}

function toRecord(row: AuditRow): AuditRecord {
  const { sequence, recordedAt, actorKind, actorName, origin, operation, outcome, code, objectKind } = row
  return {
    ...{ sequence, recordedAt, actorKind, actorName, origin, operation, outcome, code, objectKind },
    requestId: row.request,
    objectId: row.object,
    row,
    hash: row.hash,
  }
}

/** A page of the log as the API shows it. */
export function toAuditConnection({ edges, pageInfo }: AuditPage): AuditConnection {
  return { edges: edges.map(({ cursor, node }) => ({ cursor, node: toRecord(node) })), pageInfo }
}
