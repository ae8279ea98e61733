import { reasonText } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { groupBy } from '../../group-by.js'
import { SOURCE, type Entry, type Source } from '../ledger/entry.js'
import { settleEntries, unexpressed } from '../ledger/ledger.service.js'
import { cellsFor, loadCells } from '../organizations/cell.service.js'
import { spellsOfShares, withHandovers } from './expression.js'
import { listEventsOf, writeDerived } from './event.repository.js'
import { listOrphans, listPersonsWithEvents, listUnitsWithBalance } from './history-check.repository.js'
import { cellsIn, isNews, standing } from './membership.service.js'
import { listOpeningBalances } from './opening-balance.repository.js'
import { entriesOf } from './opening-balance.service.js'
import { replay } from './replay.js'
import type { Derived } from './replay-state.js'
import {
  listDossierSpells,
  listSpells,
  rewriteDossierSpells,
  rewriteSpells,
  type DossierSpellRow,
  type SpellRow,
} from './spell.repository.js'

const personsAtOnce = 5_000

/**
 * Replays the history of every person and every opening balance from nothing, and compares what they amount to with
 * the entries that stand. `rebuild` posts the differences; that needs a unit of work.
 */
export async function checkHistories(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = 0; ;) {
    const persons = await listPersonsWithEvents(ctx, after, personsAtOnce)
    const last = persons.at(-1)
    if (last === undefined) break
    findings.push(...(await checkPersons(ctx, persons, rebuild)))
    after = last
  }
  findings.push(...(await checkOpeningBalances(ctx, rebuild)))
  for (const source of [SOURCE.PERSON_EVENT, SOURCE.OPENING_BALANCE]) {
    findings.push(...(await checkActs(ctx, source, await listOrphans(ctx, source), [], rebuild)))
  }
  return findings
}

async function checkPersons(
  ctx: RequestContext,
  persons: readonly number[],
  rebuild: boolean,
): Promise<Finding[]> {
  const events = await listEventsOf(ctx, persons)
  const byId = new Map(events.map((event) => [event.id, event]))
  const byPerson = groupBy(events, ({ person }) => person)
  const cells = await loadCells(ctx, cellsIn([], byPerson))
  const findings: Finding[] = []
  const wanted: Entry[] = []
  const news: Derived[] = []
  const acts: number[] = []
  const spells: SpellRow[] = []
  const dossiers: DossierSpellRow[] = []
  for (const [person, own] of byPerson) {
    const result = replay(standing(own), cellsFor(cells, person))
    if (result.fault) {
      const { event, reason: why } = result.fault
      findings.push({
        check: 'ENTRIES',
        message: `the history of person no. ${person} cannot be at event ${event}: ${reasonText(why, 'en')}`,
      })
      continue
    }
    acts.push(...own.map(({ id }) => id))
    spells.push(...spellsOfShares(result.spells, cells, person).map((spell) => ({ ...spell, person })))
    dossiers.push(...spellsOfShares(result.dossiers, cells, person).map((one) => ({ ...one, person })))
    wanted.push(...withHandovers(result.entries, cells, person))
    news.push(...result.derived.filter((derived) => isNews(byId.get(derived.event), derived)))
  }
  if (rebuild) await writeDerived(ctx, news)
  findings.push(
    ...news.map(({ event }): Finding => ({
      check: 'ENTRIES',
      message: `event ${event} says something else of what led to it than the history`,
    })),
  )
  findings.push(...(await checkSpells(ctx, persons, spells, rebuild)))
  findings.push(...(await checkDossiers(ctx, persons, dossiers, rebuild)))
  return [...findings, ...(await checkActs(ctx, SOURCE.PERSON_EVENT, acts, wanted, rebuild))]
}

/** Compares how long candidates were in which stage with what their events amount to. */
async function checkSpells(
  ctx: RequestContext,
  persons: readonly number[],
  wanted: readonly SpellRow[],
  rebuild: boolean,
): Promise<Finding[]> {
  const textOf = (spells: readonly SpellRow[] | undefined) =>
    (spells ?? [])
      .map(({ event, organization, stage, validFrom, validTo, ...rest }) =>
        JSON.stringify([
          event,
          organization,
          stage,
          validFrom,
          validTo,
          rest.enteredOn,
          rest.listedOn,
          rest.certifiedOn,
          rest.sourceKind,
          rest.introducer,
        ]),
      )
      .join('; ')
  const stored = groupBy(await listSpells(ctx, persons), ({ person }) => person)
  const right = groupBy([...wanted], ({ person }) => person)
  const wrong = persons.filter((person) => textOf(stored.get(person)) !== textOf(right.get(person)))
  if (rebuild && wrong.length > 0)
    await rewriteSpells(
      ctx,
      wrong,
      wrong.flatMap((person) => right.get(person) ?? []),
    )
  return wrong.map((person) => ({
    check: 'ENTRIES',
    message: `the stages of candidate no. ${person} are not what the events amount to`,
  }))
}

/** Compares the states of dossiers with what the events of their persons amount to. */
async function checkDossiers(
  ctx: RequestContext,
  persons: readonly number[],
  wanted: readonly DossierSpellRow[],
  rebuild: boolean,
): Promise<Finding[]> {
  const textOf = (spells: readonly DossierSpellRow[] | undefined) =>
    (spells ?? [])
      .map(({ opening, organization, state, validFrom, validTo, event }) =>
        JSON.stringify([opening, organization, state, validFrom, validTo, event]),
      )
      .sort()
      .join('; ')
  const stored = groupBy(await listDossierSpells(ctx, persons), ({ person }) => person)
  const right = groupBy([...wanted], ({ person }) => person)
  const wrong = persons.filter((person) => textOf(stored.get(person)) !== textOf(right.get(person)))
  if (rebuild && wrong.length > 0)
    await rewriteDossierSpells(
      ctx,
      wrong,
      wrong.flatMap((person) => right.get(person) ?? []),
    )
  return wrong.map((person) => ({
    check: 'ENTRIES',
    message: `the states of the dossier of person no. ${person} are not what the events amount to`,
  }))
}

async function checkOpeningBalances(ctx: RequestContext, rebuild: boolean): Promise<Finding[]> {
  const units = await listUnitsWithBalance(ctx)
  const rows = await listOpeningBalances(ctx, units)
  const cells = await loadCells(ctx, units)
  const wanted = rows.flatMap((row) => (row.correctedOn === null ? entriesOf(row.id, row, cells) : []))
  const acts = rows.map(({ id }) => id)
  return checkActs(ctx, SOURCE.OPENING_BALANCE, acts, wanted, rebuild)
}

async function checkActs(
  ctx: RequestContext,
  source: Source,
  acts: readonly number[],
  wanted: readonly Entry[],
  rebuild: boolean,
): Promise<Finding[]> {
  const wrong = new Set((await unexpressed(ctx, source, acts, wanted)).map(({ event }) => event))
  if (rebuild && wrong.size > 0) {
    const own = wanted.filter(({ event }) => wrong.has(event))
    await settleEntries(ctx, source, { known: [...wrong], fresh: [] }, own)
  }
  const kind = source === SOURCE.PERSON_EVENT ? 'event' : 'opening balance'
  return [...wrong].map((event) => ({
    check: 'ENTRIES',
    message: `the entries of ${kind} ${event} are not what it amounts to`,
  }))
}
