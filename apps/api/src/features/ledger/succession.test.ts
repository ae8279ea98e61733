import { OPEN_END } from '@seedbed/shared'
import { expect, it } from 'vitest'
import { BASIS, SOURCE, type Entry } from './entry.js'
import { NOBODY_KNOWN } from './profile.js'
import { answerableOn, withSuccession, type CellLife } from './succession.js'

/** Cell 1 ended on 1 May for 2, which itself had ended on 1 March for 3. */
const lives = new Map<number, CellLife>([
  [1, { opened: '2023-01-01', closed: '2024-05-01', heir: 2 }],
  [2, { opened: '2023-01-01', closed: '2024-03-01', heir: 3 }],
  [3, { opened: '2023-01-01', closed: OPEN_END, heir: null }],
])

const late: Entry = {
  source: SOURCE.PERSON_EVENT,
  event: 7,
  organization: 1,
  date: '2024-02-01',
  basis: BASIS.DECISION,
  counterpart: 0,
  reorganization: false,
  counted: NOBODY_KNOWN,
  measures: { newlyAdmitted: 1, members: 1 },
}

it('answers through heirs that have ended too', () => {
  expect(answerableOn(lives, 1, '2024-04-30')).toBe(1)
  expect(answerableOn(lives, 1, '2024-05-01')).toBe(3)
})

it('hands on the stock of a late entry, not its flows, until it reaches a living cell', () => {
  const moved = withSuccession([late], lives).filter(({ reorganization }) => reorganization)
  expect(moved.map(({ organization, date, measures }) => [organization, date, measures])).toEqual([
    [1, '2024-05-01', { members: -1 }],
    [2, '2024-05-01', { members: 1 }],
    [2, '2024-05-01', { members: -1 }],
    [3, '2024-05-01', { members: 1 }],
  ])
})

it('leaves living cells, and entries without stock, alone', () => {
  const flow = { ...late, measures: { introduced: 1 } }
  expect(withSuccession([{ ...late, organization: 3 }, flow], lives)).toHaveLength(2)
})
