/** Two records of an audit log: a target that was changed, and a transfer that was refused. */
export function testRecords(filter: Record<string, unknown>) {
  const common = {
    requestId: 'r-1',
    actorKind: 'ACCOUNT',
    origin: '127.0.0.1',
    objectKind: null,
    objectId: null,
    persons: [],
  }
  const cell = { id: 'cell', at: '2026-11-21', name: 'Chi bộ Khối phố 1' }
  const all = [
    {
      ...{ ...common, sequence: 8, recordedAt: '2026-11-21T03:05:00.000Z', actorName: 'Lê Thị Thử' },
      ...{ operation: 'recordTransfer', outcome: 'REFUSED', code: 'FORBIDDEN', hash: 'b'.repeat(64) },
      changes: [{ field: 'organizationId', before: null, after: 'cell' }],
      organizations: [cell],
    },
    {
      ...{ ...common, sequence: 7, recordedAt: '2026-11-20T18:30:00.000Z', actorName: 'Trần Văn Thử' },
      ...{ operation: 'setTarget', outcome: 'DONE', code: null, hash: 'a'.repeat(64) },
      changes: [
        { field: 'amountMin', before: '4', after: '6' },
        { field: 'validFrom', before: null, after: '2024-03-01' },
        { field: 'identityNumber', before: '•••', after: '•••' },
      ],
      organizations: [cell],
    },
  ]
  return all.filter(
    ({ actorName, outcome }) =>
      (!filter.actor || filter.actor === actorName) && (!filter.outcome || filter.outcome === outcome),
  )
}
