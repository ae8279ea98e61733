import { OPEN_END } from '@seedbed/shared'
import { expect, it } from 'vitest'
import { BASIS, SOURCE, type Entry } from './entry.js'
import { NOBODY_KNOWN } from './profile.js'
import { answerableOn, handovers, type CellLife } from './succession.js'

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
  counted: { ...NOBODY_KNOWN, age: 30 },
  measures: { newlyAdmitted: 1, members: 1, probationaryMembers: 1 },
}

it('answers through heirs that have ended too', () => {
  expect(answerableOn(lives, 1, '2024-04-30')).toBe(1)
  expect(answerableOn(lives, 1, '2024-05-01')).toBe(3)
})

const told = (entries: readonly Entry[]) =>
  handovers(entries, lives).map(({ organization, counterpart, date, basis, measures }) => [
    ...[organization, counterpart, date, basis],
    measures,
  ])

it('hands on the stock of a late entry, not its flows, until it reaches a living cell', () => {
  const { members, probationaryMembers } = { members: 1, probationaryMembers: 1 }
  const [plus, minus] = [
    { members, probationaryMembers },
    { members: -1, probationaryMembers: -1 },
  ]
  expect(told([late])).toEqual([
    [1, 2, '2024-05-01', BASIS.DECISION, minus],
    [2, 1, '2024-05-01', BASIS.DECISION, plus],
    [2, 3, '2024-05-01', BASIS.DECISION, minus],
    [3, 2, '2024-05-01', BASIS.DECISION, plus],
  ])
  expect(handovers([late], lives).every(({ counted }) => counted.age === null)).toBe(true)
})

it('hands a sworn and recognized member on as one, and nobody who left before the end', () => {
  const on = (event: number, date: string, basis: Entry['basis'], measures: Entry['measures']) => ({
    ...late,
    ...{ event, date, basis, measures },
  })
  const sworn = on(8, '2024-02-10', BASIS.CEREMONY, { newlyAdmitted: 1, members: 1, probationaryMembers: 1 })
  const official = on(9, '2024-04-01', BASIS.BOTH, { recognized: 1, probationaryMembers: -1 })
  expect(told([late, sworn, official]).slice(0, 2)).toEqual([
    [1, 2, '2024-05-01', BASIS.BOTH, { members: -1 }],
    [2, 1, '2024-05-01', BASIS.BOTH, { members: 1 }],
  ])
  const left = on(10, '2024-04-20', BASIS.BOTH, { resigned: 1, members: -1 })
  expect(told([late, sworn, official, left])).toEqual([])
})

it('leaves living cells, and entries without stock, alone', () => {
  const flow = { ...late, measures: { introduced: 1 } }
  expect(handovers([{ ...late, organization: 3 }, flow], lives)).toEqual([])
})
