import type { RequestContext } from '../../context.js'
import { blockSubject, readStamps, STAMPED } from '../../database/stamps.js'
import type { ColumnStore } from './column-store.js'
import type { DayRange } from './day-number.js'
import type { EntryBlock } from './entry-block.js'
import type { StockBlock } from './stock-block.js'
import type { UnitForest } from './unit-forest.js'
import type { UnitPaths } from './unit-paths.js'
import type { UnitVersions } from './unit-versions.js'

/** What a question reads: entries of years, what years carry on (balances alone, or by whom they count), and when. */
export interface Needs {
  entries: readonly number[]
  balances: readonly number[]
  stocks: readonly number[]
  /** Days on which a unit must have stood below to be read. */
  window: DayRange
  /** Also tier, kind and sector of the units; only for one unit. */
  versions?: boolean
}

/** Units asked, and what is needed once it is known which years are opened. */
export interface ColumnQuestion {
  units: readonly number[]
  /** Each unit below them is asked for itself. */
  each?: boolean
  needs: (opened: readonly number[]) => Needs
}

export type Kind = 'entries' | 'balances' | 'stocks'
export const partOf = (kind: Kind, year: number) => `${kind} ${year}`
export const pathsPart = (unit: number) => `paths ${unit}`
export const forestPart = (unit: number) => `forest ${unit}`
export const versionsPart = (unit: number) => `versions ${unit}`

/** What is missing of a reading. */
export interface Missing {
  years: boolean
  paths: number[]
  forests: number[]
  versions: boolean
  blocks: Map<string, { kind: Kind; year: number; blocks: number[] }>
}

/** Stamps as they stood at one moment, and what the store has under them. */
export class Reading {
  opened: readonly number[] = []
  needs: Needs | undefined
  readonly blocks: number[] = []
  private stamps: ReadonlyMap<number, string> = new Map()

  constructor(
    private readonly store: ColumnStore,
    readonly question: ColumnQuestion,
  ) {}

  /** One statement: the stamps of everything that the answer will be made of, as far as that is known. */
  async readStamps(ctx: RequestContext): Promise<void> {
    const { units, needs, each } = this.question
    const paths = units.map((unit) =>
      each ? this.store.latest<UnitForest>(forestPart(unit)) : this.store.latest<UnitPaths>(pathsPart(unit)),
    )
    if (this.store.years && paths.every((one) => one !== undefined)) {
      this.opened = this.store.years.list
      this.needs = needs(this.opened)
      const marks = new Set<number>()
      for (const below of paths) below?.markBlocks(this.needs.window, marks)
      this.blocks.push(...marks)
    }
    const { TREE, YEARS, LEDGER } = STAMPED
    this.stamps = await readStamps(ctx, [TREE, YEARS, LEDGER, ...this.blocks.map(blockSubject)])
  }

  private stamp(subject: number): string {
    return this.stamps.get(subject) ?? ''
  }

  get treeLabel(): string {
    return this.stamp(STAMPED.TREE)
  }

  get ledgerLabel(): string {
    return this.stamp(STAMPED.LEDGER)
  }

  get yearsLabel(): string {
    return `${this.ledgerLabel} ${this.stamp(STAMPED.YEARS)}`
  }

  blockLabel(block: number): string {
    return `${this.ledgerLabel} ${this.stamp(blockSubject(block))}`
  }

  /** What has to be read before there is an answer as of the moment of the stamps. */
  missing(): Missing {
    const { units, each } = this.question
    const [unit = 0] = units
    const absentOf = (part: (unit: number) => string) =>
      units.filter((one) => !this.store.get(part(one), 0, this.treeLabel))
    const blocks: Missing['blocks'] = new Map()
    for (const { kind, year } of this.parts()) {
      const part = partOf(kind, year)
      const absent = this.blocks.filter((block) => !this.store.get(part, block, this.blockLabel(block)))
      if (absent.length > 0) blocks.set(part, { kind, year, blocks: absent })
    }
    return {
      years: this.store.years?.label !== this.yearsLabel,
      paths: each ? [] : absentOf(pathsPart),
      forests: each ? absentOf(forestPart) : [],
      versions: this.needs?.versions === true && !this.store.get(versionsPart(unit), 0, this.treeLabel),
      blocks,
    }
  }

  private parts(): Array<{ kind: Kind; year: number }> {
    if (!this.needs) return []
    const { entries, balances, stocks } = this.needs
    const of = (kind: Kind, years: readonly number[]) => years.map((year) => ({ kind, year }))
    return [...of('entries', entries), ...of('balances', balances), ...of('stocks', stocks)]
  }

  /** Names of all parts that the answer is made of. */
  partNames(): string[] {
    const { units } = this.question
    return [
      ...this.parts().map(({ kind, year }) => partOf(kind, year)),
      ...units.map(this.question.each ? forestPart : pathsPart),
      ...units.map(versionsPart),
    ]
  }

  /** What the store has, held fast: copies that are replaced meanwhile stay as they are. */
  columns(): Columns {
    const of = <Value extends object>(part: string) => this.store.get<Value>(part, 0, this.treeLabel)
    const { units, each } = this.question
    const [unit = 0] = units
    const below = each ? [] : units
    const versions = of<UnitVersions>(versionsPart(unit))
    return {
      opened: this.opened,
      paths: new Map(below.map((one) => [one, of<UnitPaths>(pathsPart(one)) as UnitPaths])),
      forests: each ? units.map((one) => of<UnitForest>(forestPart(one)) as UnitForest) : [],
      ...(versions ? { versions } : {}),
      profiles: this.store.profiles,
      entries: this.held<EntryBlock>('entries', this.needs?.entries),
      balances: this.held<StockBlock>('balances', this.needs?.balances),
      stocks: this.held<StockBlock>('stocks', this.needs?.stocks),
    }
  }

  private held<Block extends object>(kind: Kind, years: readonly number[] = []) {
    const labels = this.blocks.map((block) => [block, this.blockLabel(block)] as const)
    return new Map(
      years.map((year) => {
        const part = partOf(kind, year)
        return [
          year,
          new Map(labels.map(([block, label]) => [block, this.store.get(part, block, label) as Block])),
        ]
      }),
    )
  }
}

/** Blocks by year and number. */
export type Blocks<Block> = ReadonlyMap<number, ReadonlyMap<number, Block>>

/** Columns of the ledger and the tree, all as of one moment. */
export interface Columns {
  opened: readonly number[]
  paths: ReadonlyMap<number, UnitPaths>
  /** In the order of the units, where each unit below them is asked. */
  forests: readonly UnitForest[]
  versions?: UnitVersions
  profiles: ColumnStore['profiles']
  entries: Blocks<EntryBlock>
  balances: Blocks<StockBlock>
  stocks: Blocks<StockBlock>
}
