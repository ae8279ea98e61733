import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let cell: Unit

const explainQuery = `query ($id: ID!, $input: ExplainPercentageInput!) {
  organization(id: $id) { explainPercentage(input: $input) {
    rounding { mode decimals trailingZeros inheritedFrom { id } } numerator denominator denominatorName own text
  } }
}`
const year = { from: '2024-01-01', asOf: '2024-11-15' }

interface Found {
  rounding: { mode: string; decimals: number; trailingZeros: boolean }
  denominator: number
  denominatorName: string
  own: boolean
  text: string
}

async function explained(input: object): Promise<Found[]> {
  const data = await api().data<{ organization: { explainPercentage: Found[] } }>(explainQuery, {
    id: cell.id,
    input: { ...year, ...input },
  })
  return data.organization.explainPercentage
}

const ways = (found: readonly Found[]) =>
  found.map(({ rounding: { mode, decimals, trailingZeros }, denominatorName }) =>
    [mode, decimals, ...(trailingZeros ? [] : ['zeros dropped']), denominatorName].join(' '),
  )

/** 12 admitted, of them 7 women and 4 students; 16 to be reached, 40 members before. */
beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  cell = await garden.unit('Chi bộ giải thích', 'CELL', units.k)
  await garden.opening(cell, 40, 0, '2023-12-31')
  for (let index = 0; index < 12; index += 1)
    await garden.admit(cell, '2024-03-01', {
      person: { female: index < 7 },
      occupation: index >= 8 ? 'STUDENT' : 'WORKER',
    })
  await garden.act('setTarget', {
    organizationId: cell.id,
    kind: 'ASSIGNED',
    yearFrom: 2024,
    yearTo: 2024,
    amountMin: 16,
  })
})

describe('explaining a printed percentage', () => {
  it('is refused for what is none', async () => {
    const cases: Array<[object, string]> = [
      [{ indicator: 'femaleShare', printed: 'khoảng một nửa' }, 'printed'],
      [{ indicator: 'femaleShare', printed: '' }, 'printed'],
      [{ indicator: 'femaleShare', printed: '1,2345' }, 'printed'],
      [{ indicator: 'admitted', printed: '50 %' }, 'indicator'],
      [{ indicator: 'happiness', printed: '50 %' }, 'indicator'],
      [{ numerator: 'femaleShare', printed: '50 %' }, 'numerator'],
      [{ numerator: 'happiness', printed: '50 %' }, 'numerator'],
      [{ printed: '50 %' }, 'indicator'],
      [{ indicator: 'femaleShare', numerator: 'admitted', printed: '50 %' }, 'indicator'],
      [{ indicator: 'femaleShare', printed: '50 %', asOf: '2023-01-01' }, 'asOf'],
    ]
    for (const [input, field] of cases)
      expect(
        (await api().refusal(explainQuery, { id: cell.id, input: { ...year, ...input } })).extensions,
        JSON.stringify(input),
      ).toMatchObject({ code: 'INVALID_INPUT', fields: { [field]: anyText } })
  })

  it('finds the rounding of the own denominator first: 7 of 12 is 58,333…', async () => {
    expect(ways(await explained({ indicator: 'femaleShare', printed: '58,3' }))).toEqual([
      'HALF_UP 1 số kết nạp',
      'TRUNCATE 1 số kết nạp',
    ])
    const [first] = await explained({ indicator: 'completion', printed: '75 %' })
    expect(first).toEqual({
      rounding: { mode: 'HALF_UP', decimals: 0, trailingZeros: true, inheritedFrom: null },
      numerator: 12,
      denominator: 16,
      denominatorName: 'chỉ tiêu năm 2024',
      own: true,
      text: '75\u00a0%',
    })
    expect(ways(await explained({ indicator: 'completion', printed: '75' }))).toContain(
      'TRUNCATE 2 zeros dropped chỉ tiêu năm 2024',
    )
    expect(ways(await explained({ indicator: 'completion', printed: '75,00 %' }))).toEqual([
      'HALF_UP 2 chỉ tiêu năm 2024',
      'TRUNCATE 2 chỉ tiêu năm 2024',
    ])
  })

  it('finds that a share of the admitted was divided by the target', async () => {
    const found = await explained({ numerator: 'admittedStudent', printed: '25 %' })
    expect(found[0]).toMatchObject({ denominator: 16, denominatorName: 'chỉ tiêu năm 2024', own: false })
    expect(ways(await explained({ numerator: 'admittedStudent', printed: '33,33' }))[0]).toBe(
      'HALF_UP 2 số kết nạp',
    )
  })

  it('does not set a number against itself', async () => {
    expect(ways(await explained({ indicator: 'completion', printed: '100 %' }))).toEqual([])
    expect(ways(await explained({ numerator: 'admitted', printed: '100' }))).toEqual([])
  })

  it('finds the members that a rate was set against', async () => {
    const [byDefault] = await explained({ indicator: 'rateOfMembers', printed: '30' })
    expect(byDefault).toMatchObject({ own: true, denominatorName: 'đảng viên đến 31/12/2023' })
    expect(ways(await explained({ indicator: 'rateOfMembers', printed: '23,08' }))).toEqual([
      'HALF_UP 2 đảng viên đến 15/11/2024',
    ])
    const average = 'đảng viên bình quân của 31/12/2023 và 15/11/2024'
    expect(ways(await explained({ indicator: 'rateOfMembers', printed: '26,087' }))).toEqual([
      `HALF_UP 3 ${average}`,
    ])
    expect(ways(await explained({ indicator: 'rateOfMembers', printed: '26,08' }))).toEqual([
      `TRUNCATE 2 ${average}`,
    ])
  })

  it('finds nothing where nothing gives it, and where there is nothing', async () => {
    expect(await explained({ indicator: 'femaleShare', printed: '99,9' })).toEqual([])
    const input = { ...year, indicator: 'femaleShare', printed: '0 %' }
    const data = await api().data<{ organization: { explainPercentage: Found[] } }>(explainQuery, {
      id: units.m1.id,
      input,
    })
    expect(data.organization.explainPercentage).toEqual([])
  })
})
