import { addDays, OPEN_END, STOCK_IDS, type CountBasis, type Day } from '@seedbed/shared'
import { createContext, type RequestContext } from '../../src/context.js'
import type { Database } from '../../src/database/database.js'
import { FixedClock } from '../clock.js'
import { candidacyOn, candidateFacts, type NaiveCandidacy } from './naive-candidates.js'
import { NaiveTree, withHandovers, type Fact, type Life } from './naive.js'
import {
  factsIn,
  openingFact,
  personFactsIn,
  whereIs,
  type Born,
  type Happening,
  type Opening,
} from './naive-persons.js'
import { LAST_DAY, pickDay } from './steps.js'

export interface Unit {
  id: number
  uid: string
  tier: string
  version: number
}

export interface Person {
  id: number
  uid: string
  born: Born
  happenings: Happening[]
}

/** An applied reorganization, with the lives of units as they were before. */
export interface Reform {
  uid: string
  version: number
  before: Map<number, Life>
  founded: number[]
}

/** Tables that random histories write to. */
const tables = [
  'organization',
  'organization_version',
  'organization_event',
  'organization_lineage',
  'organization_path',
  'person',
  'person_event',
  'opening_balance',
  'ledger_entry',
  'ledger_balance',
  'ledger_profile_balance',
  'profile',
  'ledger_year',
  'admission_day',
  'candidate_spell',
  'organization_share',
  'rehomed_event',
  'reorganization_effect',
]

/** Tables of drafts, which a refusal to apply leaves as they are. */
const drafts = ['reorganization_share', 'reorganization_operation', 'reorganization']

/** A history in the making: what was done through the services, and the same in the naive model. */
export class World {
  readonly clock = new FixedClock('2024-09-15')
  readonly tree = new NaiveTree()
  readonly units: Unit[] = []
  readonly persons: Person[] = []
  readonly openings: Opening[] = []
  /** Days on which something changed; questions and operations crowd around them. */
  readonly edges: Day[] = []
  /** Units that were moved, and those they were moved between: half of the moves and questions go to them. */
  readonly moved: Unit[] = []
  readonly focus: Unit[] = []
  readonly log: string[] = []
  readonly reforms: Reform[] = []
  serial = 0

  constructor(readonly database: Database) {}

  /** A context of its own for each operation and question, as each request has one. */
  ctx(): RequestContext {
    return createContext({ database: this.database, clock: this.clock })
  }

  get today(): Day {
    return this.clock.now().toISOString().slice(0, 10)
  }

  passTime(number: number): void {
    const day = addDays(this.today, number % 120)
    this.clock.set(day > LAST_DAY ? LAST_DAY : day)
  }

  day(number: number, edge: boolean): Day {
    return pickDay(number, edge, this.edges)
  }

  unit(id: number): Unit {
    const unit = this.units.find((one) => one.id === id)
    if (!unit) throw new Error(`no unit ${id}`)
    return unit
  }

  isOpen(id: number, day: Day): boolean {
    const { opened, closed } = this.tree.life(id)
    return opened <= day && day < closed
  }

  /** Units of the levels that live on the day. */
  living(tiers: readonly string[], day: Day): Unit[] {
    return this.units.filter(({ id, tier }) => tiers.includes(tier) && this.isOpen(id, day))
  }

  ended(): Unit[] {
    return this.units.filter(({ id, tier }) => tier === 'CELL' && this.tree.life(id).closed !== OPEN_END)
  }

  cellOf(person: Person, day: Day): number | null {
    return whereIs(this.tree, person.happenings, day, person.id)
  }

  /** Opening balances where they count: one that was recorded for a day after the end of its cell, at the heir. */
  openingFacts(): Fact[] {
    return this.openings.map(openingFact).map((fact) => ({
      ...fact,
      unit: this.tree.answerable(fact.unit, fact.day),
    }))
  }

  candidacyOf(person: Person, day: Day): NaiveCandidacy | null {
    return candidacyOn(this.tree, person.happenings, day, person.id)
  }

  /** Everything that stands, seen from one count basis. */
  facts(basis: CountBasis): Fact[] {
    const facts = [
      ...this.openingFacts(),
      ...this.persons.flatMap((person) => personFactsIn(this.tree, person, basis)),
      ...this.persons.flatMap((person) => factsIn(this.tree, person.id, candidateFacts(person.happenings))),
    ]
    return withHandovers(this.tree, facts)
  }

  /** Whether the naive model itself says that ended units hold nothing: else a test is wrong, not the product. */
  refuseStockOfEnded(facts: readonly Fact[]): void {
    for (const { id } of this.units) {
      const { closed } = this.tree.life(id)
      if (closed === OPEN_END) continue
      for (const stock of STOCK_IDS) {
        const sum = facts.reduce((all, { unit, vector }) => all + (unit === id ? (vector[stock] ?? 0) : 0), 0)
        if (sum !== 0) throw new Error(`the ended unit ${id} holds ${sum} ${stock}`)
      }
    }
  }

  /** All rows of all tables as text. */
  async snapshot(): Promise<string> {
    const { reader } = this.database
    const rows: unknown[] = []
    for (const table of tables) rows.push(await reader.query(`SELECT * FROM ${table}`))
    return JSON.stringify(rows)
  }

  /** Leaves nothing of an earlier history. */
  async wipe(): Promise<void> {
    for (const table of [...tables, ...drafts]) await this.database.writer.query(`DELETE FROM ${table}`)
  }
}
