import { addDays, MEMBER_FLOWS, type Day } from '@seedbed/shared'
import { naiveSums, type Fact, type NaiveQuestion, type NaiveTree } from '../properties/naive.js'

/** A stock handed on by an ended cell to its heir, the members of one fact. */
interface Handover {
  from: number
  to: number
  day: Day
  members: number
}

/** What the ended cells pass on, heir after heir, from facts of persons and opening balances alone. */
export function handoversOf(tree: NaiveTree, facts: readonly Fact[]): Handover[] {
  return facts.flatMap(({ unit, day, vector, person }) => {
    const passed: Handover[] = []
    let [at, since] = [unit, day]
    for (
      let heir = tree.heirOf(at, person);
      vector.members && heir !== null;
      heir = tree.heirOf(at, person)
    ) {
      const { closed } = tree.life(at)
      if (closed > since) since = closed
      passed.push({ from: at, to: heir, day: since, members: vector.members })
      at = heir
    }
    return passed
  })
}

/** What crossed the border of a unit: which cell, on which day, in (above 0) or out. */
export interface Crossing {
  cell: number
  day: Day
  members: number
}

const within = (tree: NaiveTree, unit: number, id: number, day: Day) => tree.chain(id, day).includes(unit)

/** Handed on from inside to outside or back, netted between the same two cells on the same day. */
function handedAcross(
  tree: NaiveTree,
  handovers: readonly Handover[],
  unit: number,
  { from, asOf, recorded, treeAt }: NaiveQuestion,
): Crossing[] {
  const nets = new Map<string, Crossing>()
  for (const { from: giver, to, day, members } of handovers) {
    if (day < from || day > asOf) continue
    const treeDay = recorded ? day : treeAt
    const inside = { giver: within(tree, unit, giver, treeDay), to: within(tree, unit, to, treeDay) }
    if (inside.giver === inside.to) continue
    const key = `${giver}/${to}/${day}`
    const net = nets.get(key) ?? { cell: giver, day, members: 0 }
    net.members += inside.to ? members : -members
    nets.set(key, net)
  }
  return [...nets.values()].filter(({ members }) => members !== 0)
}

/** Cells with members that stood below the unit on one day and not on the day before or after. */
function ledAcross(
  tree: NaiveTree,
  facts: readonly Fact[],
  unit: number,
  { from, asOf }: NaiveQuestion,
): Crossing[] {
  const crossings: Crossing[] = []
  const held = facts.flatMap(({ unit: cell, vector }) => (vector.members ? [cell] : []))
  for (const cell of new Set(held)) {
    let was = within(tree, unit, cell, addDays(from, -1))
    for (let day = from; day <= asOf; day = addDays(day, 1)) {
      const is = within(tree, unit, cell, day)
      if (is !== was) {
        const before = facts.filter((fact) => fact.unit === cell && fact.day < day)
        const members = before.reduce((all, { vector }) => all + (vector.members ?? 0), 0)
        if (members !== 0) crossings.push({ cell, day, members: is ? members : -members })
      }
      was = is
    }
  }
  return crossings
}

/** Everything that reorganization brought to a unit or took from it. */
export function crossingsOf(
  tree: NaiveTree,
  facts: readonly Fact[],
  handovers: readonly Handover[],
  unit: number,
  question: NaiveQuestion,
): Crossing[] {
  const handed = handedAcross(tree, handovers, unit, question)
  return question.recorded ? [...ledAcross(tree, facts, unit, question), ...handed] : handed
}

/** The sheet by definition: opening, every line with its sign, closing. */
export function naiveSheet(
  tree: NaiveTree,
  facts: readonly Fact[],
  crossings: readonly Crossing[],
  unit: number,
  question: NaiveQuestion,
): Record<string, number> {
  const { flows, stocks, before } = naiveSums(tree, facts, unit, question)
  const sum = (sign: 1 | -1) =>
    crossings.reduce((all, { members }) => all + (members * sign > 0 ? members : 0), 0)
  return {
    opening: before.members ?? 0,
    ...Object.fromEntries(MEMBER_FLOWS.map(([id, sign]) => [id, sign * (flows[id] ?? 0)])),
    takenOver: sum(1),
    handedOver: sum(-1),
    closing: stocks.members ?? 0,
  }
}
