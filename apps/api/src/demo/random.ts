/** A stream of chance that is the same on every machine: nothing in the demonstration may differ between two loads. */
export interface Random {
  /** A fraction in [0, 1). */
  next(): number
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<Item>(list: readonly Item[]): Item
  /** One of the items, each as likely as its weight. */
  weighted<Item>(list: readonly Item[], weightOf: (item: Item) => number): Item
  /** A copy in another order. */
  shuffle<Item>(list: readonly Item[]): Item[]
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value >>> 0
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A stream named by its seed; each part of the demonstration has its own, so that one can change without the others. */
export function randomOf(seed: string): Random {
  const next = mulberry32(hash(seed))
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <Item>(list: readonly Item[]) => list[int(0, list.length - 1)] as Item
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted: (list, weightOf) => {
      let rest = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
      return (
        list.find((item) => (rest -= weightOf(item)) < 0) ?? pick(list.filter((item) => weightOf(item) > 0))
      )
    },
    shuffle: (list) => {
      const copy = [...list]
      for (let at = copy.length - 1; at > 0; at -= 1) {
        const other = int(0, at)
        const item = copy[at]
        copy[at] = copy[other] as (typeof copy)[number]
        copy[other] = item as (typeof copy)[number]
      }
      return copy
    },
  }
}

/** Whole parts of a total in the proportion of the weights, each at least `least`; they add up to the total exactly. */
export function apportion(total: number, weights: readonly number[], least = 0): number[] {
  const free = total - least * weights.length
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (free * weight) / sum)
  const parts = exact.map((part) => Math.floor(part))
  const missing = free - parts.reduce((all, part) => all + part, 0)
  const largest = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of largest.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts.map((part) => part + least)
}
