import type { Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select, type Row } from '../../database/sql.js'
import { SOURCE, type Source } from '../ledger/entry.js'

const tables: Record<Source, string> = {
  [SOURCE.PERSON_EVENT]: 'person_event',
  [SOURCE.OPENING_BALANCE]: 'opening_balance',
}

/** The cells, and all whose stock came to them through heirs. */
export async function listSources(ctx: RequestContext, cells: readonly number[]): Promise<number[]> {
  const all = new Set(cells)
  for (let heirs = [...all]; heirs.length > 0;) {
    const rows = await inChunks(heirs, (chunk) =>
      select<{ id: number }>(
        ctx,
        `SELECT id FROM organization WHERE heir IN (${marks(chunk)})
         UNION SELECT organization FROM organization_share WHERE heir IN (${marks(chunk)})`,
        [...chunk, ...chunk],
      ),
    )
    heirs = rows.map(({ id }) => id).filter((id) => !all.has(id))
    for (const id of heirs) all.add(id)
  }
  return [...all]
}

/** Persons to whom something happened in one of the cells. */
export async function listPersonsOf(ctx: RequestContext, cells: readonly number[]): Promise<number[]> {
  const rows = await inChunks(cells, (chunk) =>
    select<{ person: number }>(
      ctx,
      `SELECT person FROM person_event WHERE organization IN (${marks(chunk)})
       UNION SELECT person FROM person_event WHERE to_organization IN (${marks(chunk)})`,
      [...chunk, ...chunk],
    ),
  )
  return [...new Set(rows.map(({ person }) => person))]
}

/** Where an act was recorded. */
export interface Place {
  source: Source
  event: number
  person: number
  date: Day
  organization: number
  toOrganization: number | null
}

const toPlace =
  (source: Source) =>
  (row: Row): Place => ({
    source,
    event: Number(row.id),
    person: Number(row.person),
    date: row.date as Day,
    organization: Number(row.organization),
    toOrganization: row.to_organization === null ? null : Number(row.to_organization),
  })

/** Events and opening balances that stand and are recorded on one of the cells for a day from `from` on. */
export async function listPlacesFrom(
  ctx: RequestContext,
  cells: readonly number[],
  from: Day,
): Promise<Place[]> {
  const read = (columns: string, table: string, column: string) =>
    inChunks(cells, (chunk) =>
      select<Row>(
        ctx,
        `SELECT ${columns} FROM ${table} WHERE ${column} IN (${marks(chunk)}) AND date >= ? AND corrected_on IS NULL`,
        [...chunk, from],
      ),
    )
  const events = 'id, person, date, organization, to_organization'
  const found = [
    ...(await read(events, 'person_event', 'organization')),
    ...(await read(events, 'person_event', 'to_organization')),
  ].map(toPlace(SOURCE.PERSON_EVENT))
  const balances = (
    await read(
      'id, 0 AS person, date, organization, NULL AS to_organization',
      'opening_balance',
      'organization',
    )
  ).map(toPlace(SOURCE.OPENING_BALANCE))
  return [...new Map(found.map((place) => [place.event, place])).values(), ...balances]
}

async function writePlace(ctx: RequestContext, place: Omit<Place, 'person' | 'date'>): Promise<void> {
  const { source, event, organization, toOrganization } = place
  const to = source === SOURCE.PERSON_EVENT ? ', to_organization = ?' : ''
  await execute(ctx, `UPDATE ${tables[source]} SET organization = ?${to} WHERE id = ?`, [
    organization,
    ...(to === '' ? [] : [toOrganization]),
    event,
  ])
}

/** Lets acts count elsewhere, and keeps where they were recorded. */
export async function movePlaces(
  ctx: RequestContext,
  reorganization: number,
  moves: ReadonlyArray<{ from: Place; to: Place }>,
): Promise<void> {
  await insertRows(
    ctx,
    'rehomed_event',
    moves.map(({ from }) => ({
      reorganization,
      source: from.source,
      event: from.event,
      organization: from.organization,
      to_organization: from.toOrganization,
    })),
  )
  for (const { to } of moves) await writePlace(ctx, to)
}

/** Puts acts back where they were recorded; what later reorganizations moved on from there was never there. */
export async function restorePlaces(ctx: RequestContext, reorganization: number): Promise<void> {
  const rows = await select<Row>(
    ctx,
    'SELECT id, source, event, organization, to_organization FROM rehomed_event WHERE reorganization = ?',
    [reorganization],
  )
  for (const row of rows) {
    await execute(ctx, 'DELETE FROM rehomed_event WHERE source = ? AND event = ? AND id >= ?', [
      row.source,
      row.event,
      row.id,
    ])
    await writePlace(ctx, {
      source: Number(row.source) as Source,
      event: Number(row.event),
      organization: Number(row.organization),
      toOrganization: row.to_organization === null ? null : Number(row.to_organization),
    })
  }
}
