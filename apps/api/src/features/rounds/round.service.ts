import { INSPECTING_BODIES, isDay, LIMITS, reason, ROUND_KINDS } from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { accountOf } from '../../auth/signed-in.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound, SeedbedError, staleVersion } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { loader } from '../../graphql/loaders.js'
import { may, refuseUnless, refuseUnlessAnywhere } from '../../policy/may.js'
import { loadNearest, refuseOutsideLife } from '../organizations/organization.service.js'
import {
  countRounds,
  findRound,
  findRounds,
  insertRounds,
  listRounds,
  listRoundsOf,
  listThemes,
  writeRound,
  type RoundFacts,
  type RoundFilter,
  type RoundRow,
} from './round.repository.js'
import { listSubjects } from './subject.repository.js'

export type { RoundFacts, RoundRow } from './round.repository.js'

/** What the audit log tells of a round only as changed: its readers need not be those of its papers. */
const covered = ['theme', 'words']

/** A row that was read, with the version it had. */
export interface Seen {
  id: string
  version: number
}

const cells: readonly string[] = ['CELL', 'GRASSROOTS_CELL']

/** Refuses days that are none or reversed, a theme that is empty or too long, and a body that the unit has not. */
async function factsOf(ctx: RequestContext, facts: RoundFacts): Promise<RoundFacts> {
  const theme = facts.theme.trim()
  if (!Object.hasOwn(ROUND_KINDS, facts.kind)) throw invalidInput('kind', reason('UNKNOWN_CODE'))
  if (!Object.hasOwn(INSPECTING_BODIES, facts.body)) throw invalidInput('body', reason('UNKNOWN_CODE'))
  if (theme === '' || theme.length > 400) throw invalidInput('theme', reason('BAD_LENGTH', { limit: 400 }))
  for (const field of ['fromDay', 'toDay'] as const)
    if (!isDay(facts[field])) throw invalidInput(field, reason('NOT_A_DAY'))
  if (facts.toDay < facts.fromDay) throw invalidInput('toDay', reason('DAYS_REVERSED'))
  if (facts.looksFrom !== null) {
    if (!isDay(facts.looksFrom)) throw invalidInput('looksFrom', reason('NOT_A_DAY'))
    if (facts.looksFrom < facts.fromDay) throw invalidInput('looksFrom', reason('LOOKS_BEFORE_ROUND'))
  }
  const unit = await loadNearest(ctx, facts.organization, facts.fromDay)
  if (!unit) throw notFound('Organization')
  refuseOutsideLife(unit, facts.fromDay)
  if (facts.body === 'INSPECTION_COMMISSION' && cells.includes(unit.tier))
    throw invalidInput('body', reason('ROUND_BODY_NOT_HERE'))
  return { ...facts, theme }
}

/** Opens rounds, many at once, in a unit of work. Answers internal ids, or by position why some were refused. */
export async function addRounds(
  ctx: RequestContext,
  items: ReadonlyArray<{ facts: RoundFacts; ref: string | null }>,
  batch: number | null,
): Promise<{ ids: number[]; refused: Map<number, SeedbedError> }> {
  const refused = new Map<number, SeedbedError>()
  const made = {
    account: accountOf(ctx) ?? 0,
    actorName: ctx.actor.name,
    recordedAt: ctx.clock.now().toISOString(),
  }
  const rows: Parameters<typeof insertRounds>[1][number][] = []
  for (const [index, { facts, ref }] of items.entries()) {
    try {
      rows.push({ ...(await factsOf(ctx, facts)), ...made, ref, uid: uuid() })
    } catch (error) {
      if (!(error instanceof SeedbedError)) throw error
      refused.set(index, error)
    }
  }
  return { ids: refused.size > 0 ? [] : await insertRounds(ctx, rows, batch), refused }
}

/**
 * Opens a round of a unit, for whoever runs inspections there. Refused: no theme, days that are none or reversed, a day
 * outside the life of the unit, an Inspection Commission of a cell.
 */
export function createRound(ctx: RequestContext, facts: RoundFacts): Promise<RoundRow> {
  return inTransaction(ctx, async (tx) => {
    await refuseUnless(tx, 'inspection.run', facts.organization)
    const { ids, refused } = await addRounds(tx, [{ facts, ref: null }], null)
    for (const error of refused.values()) throw error
    const [row] = await findRounds(tx, ids)
    if (!row) throw notFound('Round')
    noteChange(tx, { after: { ...row }, covered, units: [row.organization] })
    return row
  })
}

/** The round of that outer id if its papers may be seen, or NOT_FOUND; locked inside a unit of work. */
export async function requireRound(ctx: RequestContext, uid: string): Promise<RoundRow> {
  const row = await findRound(ctx, uid)
  if (!row) throw notFound('Round')
  return row
}

/** The same, refused (CONFLICT) once it is closed: for work on it. */
export async function requireOpenRound(ctx: RequestContext, uid: string): Promise<RoundRow> {
  const row = await requireRound(ctx, uid)
  if (row.closedOn !== null) throw conflict(reason('ROUND_CLOSED'))
  return row
}

/**
 * Changes an open round in a unit of work, for whoever runs inspections at its unit and has read it as it stands;
 * working on it is not enough.
 */
export function changeRound(
  ctx: RequestContext,
  { id, version }: Seen,
  run: (tx: RequestContext, row: RoundRow) => Promise<Partial<RoundRow>>,
): Promise<RoundRow> {
  return inTransaction(ctx, async (tx) => {
    const row = await requireRound(tx, id)
    await refuseUnless(tx, 'inspection.run', row.organization)
    if (row.version !== version) throw staleVersion('The round', version, row.version)
    if (row.closedOn !== null) throw conflict(reason('ROUND_CLOSED'))
    await writeRound(tx, row.id, { ...row, ...(await run(tx, row)) })
    const after = await requireRound(tx, id)
    noteChange(tx, { before: { ...row }, after: { ...after }, covered, units: [row.organization] })
    return after
  })
}

/** Writes anew what a round is about; its unit stays. Refused as createRound refuses, and once it is closed. */
export function updateRound(
  ctx: RequestContext,
  read: Seen,
  facts: Omit<RoundFacts, 'organization'>,
): Promise<RoundRow> {
  return changeRound(ctx, read, (tx, { organization }) => factsOf(tx, { ...facts, organization }))
}

/** Closes a round for good. Refused (CONFLICT) while a subject is neither concluded nor dropped. */
export function closeRound(ctx: RequestContext, read: Seen): Promise<RoundRow> {
  return changeRound(ctx, read, async (tx, row) => {
    const open = (await listSubjects(tx, [row.id])).filter(
      ({ state }) => state !== 'CONCLUDED' && state !== 'DROPPED',
    )
    if (open.length > 0) throw conflict(reason('ROUND_SUBJECTS_OPEN', { count: open.length }))
    return { closedOn: today(tx) }
  })
}

/** Rounds of a unit, and of those below it if asked, the latest first; for whoever runs inspections there. */
export async function roundsOf(
  ctx: RequestContext,
  filter: RoundFilter,
  page: Page<['string', 'number']>,
): Promise<Connection<RoundRow>> {
  await refuseUnless(ctx, 'inspection.run', filter.unit)
  const rows = await listRounds(ctx, filter, page)
  return connection(rows, page.limit, (row) => [row.fromDay, row.id], await countRounds(ctx, filter))
}

/** Rounds that the viewer works on, wherever they are, the latest first. */
export async function ownRounds(ctx: RequestContext): Promise<RoundRow[]> {
  refuseUnlessAnywhere(ctx, 'inspection.run')
  const account = accountOf(ctx)
  return account === null ? [] : listRoundsOf(ctx, account, LIMITS.pageSize)
}

/** The round of an internal id, null where its papers may not be seen; many cost one statement. */
export function loadRound(ctx: RequestContext, id: number): Promise<RoundRow | null> {
  return loader<number, RoundRow | null>(ctx, 'rounds', async (ids) => {
    const rows = new Map((await findRounds(ctx, ids)).map((row) => [row.id, row]))
    return ids.map((one) => rows.get(one) ?? null)
  }).load(id)
}

/** The theme of the round of a look that is shown (internal id), whoever asks; many cost one statement. */
export function loadTheme(ctx: RequestContext, id: number): Promise<string | null> {
  return loader<number, string | null>(ctx, 'themes of rounds', async (ids) => {
    const themes = await listThemes(ctx, ids)
    return ids.map((one) => themes.get(one) ?? null)
  }).load(id)
}

/** Whether the viewer may change the round itself: run inspections at its unit, while it is open. */
export async function mayChangeRound(ctx: RequestContext, row: RoundRow): Promise<boolean> {
  return row.closedOn === null && (await may(ctx, 'inspection.run', row.organization))
}
