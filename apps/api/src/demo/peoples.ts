import { KINH } from '@seedbed/shared'
import type { Random } from './random.js'
import { districtOf, type Unit } from './units.js'

/** Ethnic groups beside the Kinh, with their share of the members of a district. */
const PEOPLES: Readonly<Record<string, ReadonlyArray<readonly [string, number]>>> = {
  504: [['26', 0.82]],
  505: [['26', 0.66]],
  510: [
    ['26', 0.55],
    ['27', 0.18],
  ],
  511: [
    ['27', 0.5],
    ['14', 0.08],
  ],
  512: [
    ['26', 0.04],
    ['14', 0.04],
  ],
  514: [['30', 0.02]],
  515: [
    ['30', 0.28],
    ['14', 0.2],
  ],
  516: [
    ['14', 0.7],
    ['30', 0.1],
  ],
  517: [['30', 0.03]],
  506: [['26', 0.03]],
  593: [['04', 0.02]],
  595: [
    ['17', 0.1],
    ['21', 0.05],
  ],
  596: [
    ['17', 0.16],
    ['16', 0.05],
    ['21', 0.03],
    ['04', 0.02],
  ],
  597: [
    ['16', 0.1],
    ['21', 0.02],
  ],
  598: [
    ['21', 0.06],
    ['17', 0.02],
  ],
  599: [
    ['16', 0.05],
    ['21', 0.05],
    ['32', 0.02],
  ],
  600: [
    ['16', 0.02],
    ['32', 0.02],
  ],
  601: [
    ['17', 0.03],
    ['32', 0.02],
  ],
}

/** Religions with their share: more in Bình Thuận than in Quảng Nam. */
const RELIGIONS_OF: Readonly<Record<string, ReadonlyArray<readonly [string, number]>>> = {
  49: [
    ['01', 0.012],
    ['02', 0.006],
    ['05', 0.008],
    ['08', 0.004],
  ],
  60: [
    ['01', 0.05],
    ['02', 0.028],
    ['05', 0.004],
    ['08', 0.008],
  ],
}

function draw(random: Random, shares: ReadonlyArray<readonly [string, number]>): string | undefined {
  let rest = random.next()
  return shares.find(([, share]) => (rest -= share) < 0)?.[0]
}

/** Ethnic group of an invented person of a cell. */
export function ethnicityIn(random: Random, cell: Unit): string {
  return draw(random, PEOPLES[districtOf(cell)] ?? []) ?? KINH
}

/** Religion of an invented person of a cell; mostly none. */
export function religionIn(random: Random, cell: Unit): string | undefined {
  let root = cell
  while (root.parent) root = root.parent
  return draw(random, RELIGIONS_OF[root.code] ?? [])
}
