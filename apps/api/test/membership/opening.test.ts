import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

const balance = (cell: Unit, facts: Record<string, unknown> = {}) => ({
  organizationId: cell.id,
  on: '2023-12-31',
  members: 20,
  probationaryMembers: 3,
  ...facts,
})

describe('an opening balance', () => {
  it('is refused with counts that cannot be, off a cell, in the future and outside the life of the cell', async () => {
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ members: -1 }, 'INVALID_INPUT'],
      [{ members: 30_001 }, 'INVALID_INPUT'],
      [{ members: 2 }, 'INVALID_INPUT'],
      [{ probationaryMembers: -1 }, 'INVALID_INPUT'],
      [{ members: 1.5 }, 'INVALID_INPUT'],
      [{ on: '2026-11-22' }, 'INVALID_INPUT'],
      [{ on: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
      [{ organizationId: units.k.id }, 'INVALID_INPUT'],
      [{ organizationId: 'x' }, 'NOT_FOUND'],
      [{ documentId: 'x' }, 'NOT_FOUND'],
      [{ note: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
    ]
    for (const [facts, code] of cases)
      expect(
        await refused('recordOpeningBalance', balance(units.k1, facts)),
        JSON.stringify(facts),
      ).toMatchObject({ code })
  })

  it('is one for a cell, counts from the end of its day, and is corrected by its reverse', async () => {
    const at = async (asOf: string) =>
      Object.values(
        await garden.figures(units.k1, {
          from: '2023-01-01',
          asOf,
          indicators: ['members', 'probationaryMembers', 'broughtForward', 'reorganized', 'admitted'],
        }),
      )
    const { id } = await garden.act('recordOpeningBalance', balance(units.k1))
    expect(await refused('recordOpeningBalance', balance(units.k1))).toMatchObject({ code: 'CONFLICT' })
    expect(await at('2023-12-30')).toEqual([0, 0, 0, 0, 0])
    expect(await at('2023-12-31')).toEqual([20, 3, 20, 0, 0])
    expect(await at('2026-11-21')).toEqual([20, 3, 20, 0, 0])
    const correction = { id, version: 1, reason: 'đếm nhầm' }
    expect(await refused('correctOpeningBalance', { ...correction, version: 3 })).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 3,
      actualVersion: 1,
    })
    expect(await refused('correctOpeningBalance', { ...correction, reason: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refused('correctOpeningBalance', { ...correction, id: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    await garden.act('correctOpeningBalance', correction)
    expect(await at('2026-11-21')).toEqual([0, 0, 0, 0, 0])
    for (const version of [1, 2])
      expect(await refused('correctOpeningBalance', { ...correction, version })).toMatchObject({
        code: 'CONFLICT',
      })
    await garden.act('recordOpeningBalance', balance(units.k1, { members: 21 }))
    expect(await at('2026-11-21')).toEqual([21, 3, 21, 0, 0])
    const { organization } = await api().data<{ organization: { openingBalances: object[] } }>(
      `query ($id: ID!) { organization(id: $id) { openingBalances {
        on members probationaryMembers correctedOn correctionReason organization { id } document { id } backfilled
      } } }`,
      { id: units.k1.id },
    )
    expect(organization.openingBalances).toMatchObject([
      { members: 20, correctedOn: '2026-11-21', correctionReason: 'đếm nhầm' },
      { members: 21, correctedOn: null, organization: { id: units.k1.id }, backfilled: false },
    ])
  })

  it('of two recorded at once, one stands', async () => {
    const question = 'mutation ($input: OpeningBalanceInput!) { recordOpeningBalance(input: $input) { id } }'
    const ask = () => api().ask(question, { input: balance(units.k2) })
    const answers = await Promise.all([ask(), ask(), ask()])
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})
