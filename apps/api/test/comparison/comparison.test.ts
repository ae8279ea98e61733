import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const year = { from: '2024-01-01', asOf: '2024-11-15' }
const comparisonQuery = `query ($id: ID!, $at: Date, $input: ComparisonInput!) {
  organization(id: $id, at: $at) { comparison(input: $input) {
    indicator difference now { numerator value } then { numerator denominator value reason denominatorName }
    differencePercent { numerator denominator value text reason denominatorName }
  } }
}`
const ratioQuery = `query ($id: ID!, $at: Date, $input: RatioInput!) {
  organization(id: $id, at: $at) { ratio(input: $input) {
    indicator numerator denominator value text reason numeratorName denominatorName
  } }
}`

async function compared(unit: Unit, input: object): Promise<Record<string, unknown>[]> {
  const variables = { id: unit.id, at: '2024-11-15', input }
  const data = await api().data<{ organization: { comparison: Record<string, unknown>[] } }>(
    comparisonQuery,
    variables,
  )
  return data.organization.comparison
}

async function ratio(unit: Unit, input: object): Promise<Record<string, unknown>> {
  const variables = { id: unit.id, at: '2024-11-15', input: { ...year, ...input } }
  return (await api().data<{ organization: { ratio: Record<string, unknown> } }>(ratioQuery, variables))
    .organization.ratio
}

describe('a comparison that cannot be made', () => {
  it('is refused with what is missing or superfluous', async () => {
    const figures = { ...year, indicators: ['admitted'] }
    const cases: Array<[object, string]> = [
      [{ figures, with: 'PERIOD' }, 'from'],
      [{ figures, with: 'PERIOD', from: '2023-01-01' }, 'asOf'],
      [{ figures, with: 'PERIOD', from: '2023-01-02', asOf: '2023-01-01' }, 'asOf'],
      [{ figures, with: 'UNIT' }, 'organizationId'],
      [{ figures, with: 'UNIT', organizationId: units.b.id, from: '2023-01-01' }, 'from'],
      [{ figures, with: 'SAME_DATE_LAST_YEAR', organizationId: units.b.id }, 'organizationId'],
      [{ figures, with: 'SAME_DATE_LAST_YEAR', asOf: '2023-01-01' }, 'asOf'],
      [{ figures: { ...figures, from: '1900-01-01' }, with: 'SAME_DATE_LAST_YEAR' }, 'figures'],
      [{ figures: { ...figures, indicators: ['happiness'] }, with: 'SAME_DATE_LAST_YEAR' }, 'indicators'],
    ]
    for (const [input, field] of cases)
      expect((await api().refusal(comparisonQuery, { id: units.a.id, input })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
    const unknown = { figures, with: 'UNIT', organizationId: 'x' }
    expect((await api().refusal(comparisonQuery, { id: units.a.id, input: unknown })).extensions.code).toBe(
      'NOT_FOUND',
    )
  })

  it('is refused on days outside the life of either unit', async () => {
    const young = await garden.unit('Xã trẻ', 'GRASSROOTS', units.a, { on: '2024-03-01' })
    const figures = { ...year, indicators: ['admitted'] }
    const born = { code: 'DATE_OUT_OF_RANGE', since: '2024-03-01' }
    const ask = async (unit: Unit, input: object) =>
      (await api().refusal(comparisonQuery, { id: unit.id, at: '2024-11-15', input })).extensions
    const asRecorded = { ...figures, perimeter: 'RECORDED' }
    expect(await ask(young, { figures: asRecorded, with: 'SAME_DATE_LAST_YEAR' })).toMatchObject(born)
    const early = { ...figures, from: '2024-01-01', asOf: '2024-02-28' }
    expect(await ask(units.a, { figures: early, with: 'UNIT', organizationId: young.id })).toMatchObject(born)
    expect(await compared(young, { figures, with: 'SAME_DATE_LAST_YEAR' })).toMatchObject([
      { now: { value: 0 }, then: { value: 0 }, difference: 0 },
    ])
  })
})

describe('a comparison', () => {
  it('with the same date last year goes from 29 to 28 February', async () => {
    const cell = await garden.unit('Chi bộ nhuận', 'CELL', units.l)
    for (const day of ['2023-01-01', '2023-02-28', '2023-03-01', '2024-01-01', '2024-02-29', '2024-03-01'])
      await garden.admit(cell, day)
    await garden.admit(cell, '2024-02-28')
    const figures = { from: '2024-01-01', asOf: '2024-02-29', indicators: ['admitted', 'members'] }
    expect(await compared(cell, { figures, with: 'SAME_DATE_LAST_YEAR' })).toMatchObject([
      {
        indicator: 'admitted',
        now: { value: 3 },
        then: { value: 2 },
        difference: 1,
        differencePercent: {
          numerator: 1,
          denominator: 2,
          value: 50,
          text: '50,00\u00a0%',
          denominatorName: 'số kết nạp từ 01/01/2023 đến 28/02/2023',
        },
      },
      {
        indicator: 'members',
        now: { value: 6 },
        then: { value: 2 },
        differencePercent: { value: 200, denominatorName: 'đảng viên đến 28/02/2023' },
      },
    ])
  })

  it('is in points between percentages, and has no percent of percentages, years and numbers below 0', async () => {
    const cell = await garden.unit('Chi bộ điểm', 'CELL', units.l)
    for (const female of [true, false, false]) await garden.admit(cell, '2023-05-01', { person: { female } })
    for (const female of [true, true, false]) await garden.admit(cell, '2024-05-01', { person: { female } })
    await garden.act('setTarget', { organizationId: cell.id, kind: 'ASSIGNED', yearFrom: 2023, yearTo: 2023, amountMin: 5 }) // prettier-ignore
    const indicators = ['femaleShare', 'yearsSinceLastAdmission', 'overBy', 'target', 'readmitted']
    const figures = { ...year, indicators, rounding: { mode: 'TRUNCATE', decimals: 1 } }
    const [share, years, over, target, readmitted] = await compared(cell, {
      figures,
      with: 'SAME_DATE_LAST_YEAR',
    })
    expect(share).toMatchObject({ difference: 33.3, differencePercent: null, then: { value: 33.3 } })
    expect(years).toMatchObject({ difference: 0, differencePercent: null })
    expect(over).toMatchObject({ difference: null, then: { value: -2 }, differencePercent: null })
    expect(target).toMatchObject({
      difference: null,
      then: { value: 5 },
      differencePercent: {
        value: null,
        text: '–',
        reason: 'NO_TARGET',
        denominatorName: 'chỉ tiêu năm 2023',
      },
    })
    expect(readmitted).toMatchObject({
      difference: 0,
      differencePercent: { value: null, reason: 'ZERO_DENOMINATOR' },
    })
  })

  it('is by the tree of the question, though the parts stood elsewhere then', async () => {
    const here = await garden.unit('Xã đây', 'GRASSROOTS', units.a)
    const there = await garden.unit('Xã kia', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ dời', 'CELL', there)
    await garden.admit(cell, '2023-05-01')
    await garden.act('moveOrganization', {
      ...(await garden.now(cell)),
      parentId: here.id,
      effectiveOn: '2024-02-01',
    })
    await garden.admit(cell, '2024-05-01')
    const figures = { ...year, indicators: ['admitted'] }
    const both = async (facts: object) => {
      const [one] = await compared(here, { figures: { ...figures, ...facts }, with: 'SAME_DATE_LAST_YEAR' })
      return [(one?.now as { value: number }).value, (one?.then as { value: number }).value]
    }
    expect(await both({})).toEqual([1, 1])
    expect(await both({ perimeter: 'RECORDED' })).toEqual([1, 0])
    expect(await both({ treeAt: '2024-01-31' })).toEqual([0, 0])
  })

  it('with another period or unit rounds as the asking unit does', async () => {
    const [x, y] = [
      await garden.unit('Chi bộ X', 'CELL', units.k),
      await garden.unit('Chi bộ Y', 'CELL', units.k),
    ]
    for (const female of [true, true, false]) await garden.admit(x, '2024-05-01', { person: { female } })
    for (const female of [true, false, false]) await garden.admit(y, '2024-05-01', { person: { female } })
    for (const female of [true, false]) await garden.admit(x, '2022-06-30', { person: { female } })
    await garden.act('setRounding', {
      ...(await garden.now(x)),
      rounding: { mode: 'TRUNCATE', decimals: 2, trailingZeros: false },
    })
    const figures = { ...year, indicators: ['admitted', 'femaleShare'] }
    expect(await compared(x, { figures, with: 'UNIT', organizationId: y.id })).toMatchObject([
      { difference: 0, differencePercent: { text: '0\u00a0%', denominatorName: 'số kết nạp của Chi bộ Y' } },
      { now: { value: 66.66 }, then: { value: 33.33, denominatorName: 'số kết nạp' }, difference: 33.33 },
    ])
    const period = { with: 'PERIOD', from: '2022-01-01', asOf: '2022-06-30' }
    expect(await compared(x, { figures, ...period })).toMatchObject([
      { then: { value: 2 }, difference: 1, differencePercent: { text: '50\u00a0%' } },
      { then: { value: 50 }, difference: 16.66 },
    ])
  })
})

describe('a free ratio', () => {
  it('is refused for anything that does not count persons', async () => {
    for (const [input, field] of [
      [{ numerator: 'happiness', denominator: 'admitted' }, 'numerator'],
      [{ numerator: 'femaleShare', denominator: 'admitted' }, 'numerator'],
      [{ numerator: 'admitted', denominator: 'completion' }, 'denominator'],
      [{ numerator: 'admitted', denominator: 'yearsSinceLastAdmission' }, 'denominator'],
      [{ numerator: 'admitted', denominator: 'admitted', asOf: '2023-12-31' }, 'asOf'],
      [
        { numerator: 'admitted', denominator: 'admitted', rounding: { mode: 'TRUNCATE', decimals: 9 } },
        'rounding.decimals',
      ],
    ] as const)
      // prettier-ignore
      expect(
        (await api().refusal(ratioQuery, { id: units.a.id, input: { ...year, ...input } })).extensions,
      ).toMatchObject({ code: 'INVALID_INPUT', fields: { [field]: anyText } })
  })

  it('names both sides, and says why it has no value', async () => {
    const cell = await garden.unit('Chi bộ tỷ số', 'CELL', units.m)
    await garden.opening(cell, 8, 0, '2023-12-31')
    await garden.admit(cell, '2024-02-01', { occupation: 'PUPIL' })
    await garden.admit(cell, '2024-03-01', { occupation: 'PUPIL' })
    await garden.admit(cell, '2024-04-01', { occupation: 'WORKER' })
    expect(await ratio(cell, { numerator: 'admittedPupil', denominator: 'membersAtStart' })).toEqual({
      indicator: 'admittedPupil/membersAtStart',
      numerator: 2,
      denominator: 8,
      value: 25,
      text: '25,00\u00a0%',
      reason: null,
      numeratorName: 'kết nạp là học sinh',
      denominatorName: 'đảng viên đến 31/12/2023',
    })
    expect(await ratio(cell, { numerator: 'admittedWorker', denominator: 'admittedPupil' })).toMatchObject({
      value: 50,
      denominatorName: 'kết nạp là học sinh',
    })
    expect(await ratio(cell, { numerator: 'admitted', denominator: 'target' })).toMatchObject({
      value: null,
      text: '–',
      reason: 'NO_TARGET',
      denominatorName: 'chỉ tiêu năm 2024',
    })
    expect(await ratio(cell, { numerator: 'admitted', denominator: 'readmitted' })).toMatchObject({
      value: null,
      reason: 'ZERO_DENOMINATOR',
    })
    expect(await ratio(cell, { numerator: 'admitted', denominator: 'overBy' })).toMatchObject({ value: null })
    await garden.act('setTarget', {
      organizationId: cell.id,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 9,
    })
    expect(await ratio(cell, { numerator: 'admitted', denominator: 'overBy' })).toMatchObject({
      denominator: -6,
      value: null,
      text: '–',
      reason: 'NEGATIVE_DENOMINATOR',
    })
  })
})
