import { MEASURES, STOCK_IDS, type Day, type MeasureId, type MeasureVector } from '@seedbed/shared'

/** A unit as the naive model knows it: when it lived, who took over, and when it was put under whom. */
export interface Life {
  opened: Day
  closed: Day
  heir: number | null
  marks: { day: Day; parent: number }[]
  /** Persons who went to another unit than the heir when it was split. */
  shares: Map<number, number>
}

/** Whom a fact counts: attributes as text ('' for none, null for unknown), birth and joining by month, age in years. */
export interface Who {
  attributes: Record<string, string | null>
  born: string
  joined: string
  age: number | null
}

/** Something that adds to the figures: a vector on a unit and a day, seen from one count basis. */
export interface Fact {
  unit: number
  day: Day
  /** The other end of a transfer; 0 for none. */
  counterpart: number
  vector: MeasureVector
  /** Whose stock it is; absent: nobody's by name. */
  person?: number
  /** Whom the flows of the vector count, and whom its stocks; absent: nobody is known. */
  flowsOf?: Who
  stockOf?: Who
}

/** A question in the words of the definitions. */
export interface NaiveQuestion {
  from: Day
  /** The day before `from`. */
  eve: Day
  asOf: Day
  recorded: boolean
  treeAt: Day
}

export interface NaiveSums {
  flows: Partial<Record<MeasureId, number>>
  stocks: Partial<Record<MeasureId, number>>
  before: Partial<Record<MeasureId, number>>
  /** Stocks on 31 December before the first day: what a rate is set against by default. */
  atYearEnd: Partial<Record<MeasureId, number>>
  lastAdmission: Day | null
}

/** The tree by definition: it knows only who was put under whom on which day. */
export class NaiveTree {
  readonly lives = new Map<number, Life>()

  found(id: number, parent: number, day: Day, openEnd: Day): void {
    this.lives.set(id, {
      opened: day,
      closed: openEnd,
      heir: null,
      marks: [{ day, parent }],
      shares: new Map(),
    })
  }

  put(id: number, parent: number, day: Day): void {
    const life = this.life(id)
    life.marks = [...life.marks.filter((mark) => mark.day !== day), { day, parent }]
    life.marks.sort((a, b) => (a.day < b.day ? -1 : 1))
  }

  end(id: number, day: Day, heir: number | null): void {
    Object.assign(this.life(id), { closed: day, heir })
  }

  /** Everything that stands under a unit on a day or later, until it ends itself, goes on under another. */
  handOn(id: number, day: Day, successorOf: (child: number) => number): void {
    for (const [child, life] of this.lives) {
      if (child === id || life.closed <= day) continue
      const target = successorOf(child)
      if (this.parentAt(child, day) === id) this.put(child, target, day)
      life.marks = life.marks.map((mark) =>
        mark.day > day && mark.parent === id ? { ...mark, parent: target } : mark,
      )
    }
  }

  life(id: number): Life {
    const life = this.lives.get(id)
    if (!life) throw new Error(`no unit ${id}`)
    return life
  }

  /** Who stands above the unit on that day; 0 above a root, undefined before the unit was founded. */
  parentAt(id: number, day: Day): number | undefined {
    return this.life(id)
      .marks.filter((mark) => mark.day <= day)
      .at(-1)?.parent
  }

  /** The unit and its superiors on that day, from the bottom up; nobody before it was founded. */
  chain(id: number, day: Day): number[] {
    const chain: number[] = []
    let at: number | undefined = this.parentAt(id, day) === undefined ? 0 : id
    while (at !== undefined && at !== 0) {
      if (chain.includes(at)) throw new Error(`unit ${at} stands below itself on ${day}`)
      chain.push(at)
      at = this.parentAt(at, day)
    }
    return chain
  }

  /** The child of `ancestor` through which the unit stands below it; 0 for itself, undefined if not below. */
  via(ancestor: number, id: number, day: Day): number | undefined {
    const chain = this.chain(id, day)
    const at = chain.indexOf(ancestor)
    if (at < 0) return undefined
    return at === 0 ? 0 : chain[at - 1]
  }

  /** Who answers for the unit on that day; for a person, where that person went. */
  answerable(id: number, day: Day, person?: number): number {
    const { closed, heir } = this.life(id)
    if (heir === null || day < closed) return id
    return this.answerable(this.heirOf(id, person) ?? heir, day, person)
  }

  /** Where what is left at the unit goes when it ends. */
  heirOf(id: number, person?: number): number | null {
    const { heir, shares } = this.life(id)
    return (person === undefined ? undefined : shares.get(person)) ?? heir
  }
}

/** The facts, and the stock of every ended unit handed to its heir on the day of its end. */
export function withHandovers(tree: NaiveTree, facts: readonly Fact[]): Fact[] {
  const all: Fact[] = []
  const open = [...facts]
  for (let fact = open.pop(); fact; fact = open.pop()) {
    all.push(fact)
    const { closed } = tree.life(fact.unit)
    const heir = tree.heirOf(fact.unit, fact.person)
    const stock = STOCK_IDS.filter((id) => fact?.vector[id])
    if (stock.length === 0 || heir === null || closed === '9999-12-31') continue
    const day = fact.day > closed ? fact.day : closed
    const vector = Object.fromEntries(stock.map((id) => [id, fact?.vector[id] ?? 0]))
    const minus = Object.fromEntries(stock.map((id) => [id, -(fact?.vector[id] ?? 0)]))
    const { stockOf, person } = fact
    const common = { day, counterpart: 0, ...(stockOf ? { stockOf } : {}), ...(person ? { person } : {}) }
    all.push({ ...common, unit: fact.unit, vector: minus })
    open.push({ ...common, unit: heir, vector })
  }
  return all
}

export function emptySums(): NaiveSums {
  return { flows: {}, stocks: {}, before: {}, atYearEnd: {}, lastAdmission: null }
}

function add(to: Partial<Record<MeasureId, number>>, id: MeasureId, amount: number): void {
  to[id] = (to[id] ?? 0) + amount
}

/**
 * Sums of a unit by definition; `row` is undefined for the unit as a whole, 0 for "directly at the unit", or a child
 * on the way down.
 */
export function naiveSums(
  tree: NaiveTree,
  facts: readonly Fact[],
  unit: number,
  question: NaiveQuestion,
  row?: number,
): NaiveSums {
  const { from, eve, asOf, recorded, treeAt } = question
  const sums = emptySums()
  const yearEnd = `${Number(from.slice(0, 4)) - 1}-12-31`
  const belongs = (fact: Fact, day: Day) => {
    const via = tree.via(unit, fact.unit, day)
    return via !== undefined && (row === undefined || row === via)
  }
  const staysInside = (fact: Fact, day: Day) => {
    if (fact.counterpart === 0) return false
    if (row === 0) return fact.counterpart === unit
    return tree.chain(fact.counterpart, day).includes(row ?? unit)
  }
  for (const fact of facts) {
    const flowDay = recorded ? fact.day : treeAt
    const inPeriod = from <= fact.day && fact.day <= asOf && belongs(fact, flowDay)
    const atEnd = fact.day <= asOf && belongs(fact, recorded ? asOf : treeAt)
    const atStart = fact.day <= eve && belongs(fact, recorded ? eve : treeAt)
    const atYearEnd = fact.day <= yearEnd && belongs(fact, recorded ? yearEnd : treeAt)
    for (const [key, amount = 0] of Object.entries(fact.vector)) {
      const id = key as MeasureId
      const { sort, gross = false } = MEASURES[id] as { sort: 'flow' | 'stock'; gross?: boolean }
      if (sort === 'flow' && inPeriod && !(gross && staysInside(fact, flowDay))) add(sums.flows, id, amount)
      if (sort === 'stock' && atEnd) add(sums.stocks, id, amount)
      if (sort === 'stock' && atStart) add(sums.before, id, amount)
      if (sort === 'stock' && atYearEnd) add(sums.atYearEnd, id, amount)
    }
    const admits = (fact.vector.newlyAdmitted ?? 0) + (fact.vector.readmitted ?? 0) > 0
    if (admits && fact.day <= asOf && belongs(fact, flowDay) && fact.day > (sums.lastAdmission ?? ''))
      sums.lastAdmission = fact.day
  }
  return sums
}
