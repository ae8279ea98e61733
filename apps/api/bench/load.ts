import { searchKey, sortKey, yearOf, type Day } from '@seedbed/shared'
import type { RequestContext } from '../src/context.js'
import { execute, insertRows, type Row } from '../src/database/sql.js'
import { inTransaction } from '../src/database/transaction.js'
import { apportion, randomOf } from '../src/demo/random.js'
import { BASIS, SOURCE, type Entry } from '../src/features/ledger/entry.js'
import { addToAdmissionDays, insertEntries, openYear } from '../src/features/ledger/ledger.repository.js'
import { NOBODY_KNOWN } from '../src/features/ledger/profile.js'
import { insertEvents } from '../src/features/membership/event.repository.js'
import { insertOpeningBalances } from '../src/features/membership/opening-balance.repository.js'
import { pathsOf } from '../src/features/organizations/paths.js'
import { insertPersons } from '../src/features/people/person.repository.js'
import { factsOf } from '../src/features/targets/target-rules.js'
import { insertTargets } from '../src/features/targets/target.repository.js'
import type { Histories } from './histories.js'
import { TIMES, type Size } from './sizes.js'
import { uidOf, type Forest } from './tree.js'

const atOnce = 2_000

async function inPortions<Item>(
  items: readonly Item[],
  work: (portion: Item[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) await work(items.slice(start, start + atOnce))
}

async function loadTree(ctx: RequestContext, { units, root }: Forest): Promise<void> {
  const organizations: Row[] = []
  const versions: Row[] = []
  const paths: Row[] = []
  for (const unit of units.values()) {
    const { id, uid, opened, closed, heir } = unit
    const rounded = id === root.id
    organizations.push({
      ...{ id, uid, opened, closed, heir, version: 1 },
      ...{ rounding_mode: rounded ? 'HALF_UP' : null, rounding_decimals: rounded ? 2 : null },
    })
    for (const { validFrom, validTo, sets, ...facts } of unit.versions) {
      const names = { search_key: searchKey(facts.name), sort_key: sortKey(facts.name) }
      const span = { valid_from: validFrom, valid_to: validTo }
      versions.push({ organization: id, ...span, ...facts, ...names, sets: sets.join(' ') })
    }
    for (const { validFrom, validTo, ...path } of pathsOf(units, unit))
      paths.push({ ...path, valid_from: validFrom, valid_to: validTo })
  }
  await insertRows(ctx, 'organization', organizations)
  await insertRows(ctx, 'organization_version', versions)
  await inPortions(paths, (portion) => insertRows(ctx, 'organization_path', portion))
}

/** Every unit above the cells has a target for each year of its life. */
async function loadTargets(ctx: RequestContext, size: Size, forest: Forest): Promise<void> {
  const random = randomOf(`targets of ${size.name}`)
  const last = yearOf(TIMES.today)
  const targets = [forest.root, ...forest.districts, ...forest.grassroots, ...forest.communes].flatMap(
    (unit) => {
      const from = Math.max(yearOf(TIMES.first), yearOf(unit.opened))
      const to = Math.min(last, yearOf(unit.closed))
      return Array.from({ length: to - from + 1 }, (_, index) => ({
        ...factsOf({
          organization: unit.id,
          kind: 'ASSIGNED',
          ...{ yearFrom: from + index, yearTo: from + index, amountMin: random.int(2, 60), amountMax: null },
          ...{ document: null, note: null },
        }),
        ...{ backfilled: false, uid: uidOf(4, unit.id * 100 + index) },
      }))
    },
  )
  await inPortions(targets, async (portion) => void (await insertTargets(ctx, portion, null)))
}

/** Opening balances that, with everything since, leave the members the size names. */
async function loadOpenings(
  ctx: RequestContext,
  size: Size,
  forest: Forest,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const random = randomOf(`openings of ${size.name}`)
  const gained = entries.reduce(
    (sum, { basis, measures }) => sum + (basis === BASIS.CEREMONY ? 0 : (measures.members ?? 0)),
    0,
  )
  const weights = forest.cells.map(() => random.int(5, 40))
  const openings = apportion(size.members - gained, weights, 3).map((members, index) => ({
    organization: forest.cells[index]?.id ?? 0,
    date: TIMES.opening as Day,
    members,
    probationaryMembers: 0,
    ...{ document: null, note: null, backfilled: true, uid: uidOf(5, index + 1) },
  }))
  const ids = await insertOpeningBalances(ctx, openings, null)
  return openings.map(({ organization, date, members }, index) => ({
    ...{ source: SOURCE.OPENING_BALANCE, event: ids[index] ?? 0, organization, date, basis: BASIS.BOTH },
    ...{
      counterpart: 0,
      reorganization: false,
      counted: NOBODY_KNOWN,
      measures: { members, broughtForward: members },
    },
  }))
}

async function loadHistories(ctx: RequestContext, { persons, events, entries }: Histories): Promise<Entry[]> {
  const personIds: number[] = []
  await inPortions(
    persons,
    async (portion) => void personIds.push(...(await insertPersons(ctx, portion, null))),
  )
  const eventIds: number[] = []
  const named = events.map((event) => ({ ...event, person: personIds[event.person] ?? 0 }))
  await inPortions(named, async (portion) => void eventIds.push(...(await insertEvents(ctx, portion, null))))
  return entries.map((entry) => ({ ...entry, event: eventIds[entry.event] ?? 0 }))
}

/** Entries of an act are numbered; years are opened as the ledger opens them, oldest first. */
async function loadLedger(ctx: RequestContext, entries: readonly Entry[]): Promise<void> {
  const lines = new Map<string, number>()
  const numbered = entries.map((entry) => {
    const key = `${entry.source}/${entry.event}`
    const line = lines.get(key) ?? 0
    lines.set(key, line + 1)
    return { ...entry, line }
  })
  await inPortions(numbered, (portion) => insertEntries(ctx, portion, TIMES.today))
  await addToAdmissionDays(ctx, entries)
  let previous: number | undefined
  for (const year of [...new Set(entries.map(({ date }) => yearOf(date)))].sort((a, b) => a - b)) {
    await openYear(ctx, year, previous)
    previous = year
  }
}

/** Fills an empty database in bulk with what the services would have written one by one. */
export async function load(
  ctx: RequestContext,
  size: Size,
  forest: Forest,
  histories: Histories,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await loadTree(tx, forest)
    await loadTargets(tx, size, forest)
    const entries = await loadHistories(tx, histories)
    await loadLedger(tx, [...(await loadOpenings(tx, size, forest, entries)), ...entries])
  })
  if (ctx.database.dialect === 'mysql') await analyze(ctx)
}

async function analyze(ctx: RequestContext): Promise<void> {
  const tables = ['organization', 'organization_version', 'organization_path', 'person_event', 'target']
  const ledger = ['ledger_entry', 'ledger_balance', 'ledger_profile_balance', 'profile']
  await inTransaction(ctx, (tx) => execute(tx, `ANALYZE TABLE ${[...tables, ...ledger].join(', ')}`))
}
