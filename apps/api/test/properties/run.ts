import type { Database } from '../../src/database/database.js'
import { compareAttributes } from './compare-attributes.js'
import { compare, compareBalances, comparePaths, compareVerified, questionFrom } from './compare.js'
import { compareSpells } from './compare-spells.js'
import { operate, plant } from './operations.js'
import type { Step } from './steps.js'
import { World } from './world.js'

/** Numbers that follow from a step, for the questions after it. */
function* numbersFrom(step: Step): Generator<number, never> {
  let state = (step.a * 31 + step.b * 17 + step.c * 7 + step.day) >>> 0
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state >>> 8
  }
}

/** Lets whole levels stand below themselves, so that the depth of random trees is free. */
export async function freeDepth(database: Database): Promise<void> {
  for (const tier of ['DISTRICT', 'GRASSROOTS', 'SECTION']) {
    await database.writer.query(
      `INSERT INTO tier_placement (tier, parent_tier, valid_from, valid_to, regulation)
       VALUES (?, ?, '1930-02-03', '9999-12-31', 'thử')`,
      [tier, tier],
    )
  }
}

/**
 * Lives through one history on an empty database: after each third operation four questions at random, the paths on
 * a day at random, and at the end the balances. Throws at the first difference between product and definition.
 */
export async function liveThrough(database: Database, steps: readonly Step[]): Promise<World> {
  const world = new World(database)
  await world.wipe()
  await plant(world)
  for (const [index, step] of steps.entries()) {
    await operate(world, step)
    if (index % 3 !== 2) continue
    const numbers = numbersFrom(step)
    for (let asked = 0; asked < 4; asked += 1) {
      const question = questionFrom(
        world,
        Array.from({ length: 4 }, () => numbers.next().value),
      )
      if (question) await compare(world, question)
    }
    await comparePaths(world, world.day(numbers.next().value, true))
    await compareSpells(world, world.day(numbers.next().value, true))
    await compareAttributes(world, [numbers.next().value, numbers.next().value])
  }
  await compareBalances(world)
  if (steps.length % 4 === 0) await compareVerified(world)
  return world
}
