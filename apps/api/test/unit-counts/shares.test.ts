import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'
import { namesOf, SHARE, UnitsAsked } from './ask.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let asked: UnitsAsked
let school: Unit
let young: Unit

const year = { from: '2024-01-01', asOf: '2024-12-31' }
const grassroots = { ...year, tiers: ['GRASSROOTS', 'GRASSROOTS_CELL'] }
const cells = { ...year, tiers: ['CELL'] }

async function target(unit: Unit, amountMin: number, facts: Record<string, unknown> = {}): Promise<void> {
  const input = {
    organizationId: unit.id,
    kind: 'ASSIGNED',
    yearFrom: 2024,
    yearTo: 2024,
    amountMin,
    ...facts,
  }
  await garden.act('setTarget', input)
}

/**
 * Under A: K (cell 1: one in 2022, one in 2023, two in 2024 of whom one took the oath in 2025; cell 2: one in 2023),
 * L (nobody ever), a school that is a cell (one in 2024), and "mới", founded in 2023 (nobody). Under B: M (nobody)
 * and "xưa" (one in 2020). All but "mới" were founded on 1/1/2020.
 */
beforeAll(async () => {
  garden = new Garden(api())
  asked = new UnitsAsked(api())
  units = await garden.province()
  school = await garden.unit('Trường', 'GRASSROOTS_CELL', units.a, { kind: 'SCHOOL', sector: 'EDUCATION' })
  young = await garden.unit('Xã mới', 'GRASSROOTS', units.a, { on: '2023-06-01' })
  await garden.unit('Chi bộ mới', 'CELL', young, { on: '2023-06-01' })
  const old = await garden.unit('Xã xưa', 'GRASSROOTS', units.b)
  const oldCell = await garden.unit('Chi bộ xưa', 'CELL', old)
  await garden.admit(oldCell, '2020-12-01')
  for (const on of ['2022-02-02', '2023-03-03', '2024-04-04']) await garden.admit(units.k1, on)
  const late = await garden.admit(units.k1, '2024-12-30')
  await garden.event('recordCeremony', late.person, units.k1, '2025-01-15')
  await garden.admit(units.k2, '2023-05-05')
  await garden.admit(school, '2024-09-09')
  const introduced = await garden.person()
  await garden.event('recordIntroduction', introduced, units.l1, '2024-02-02', { introducer: 'YOUTH_UNION' })
  await target(units.k, 2)
  await target(school, 2)
  await target(units.l, 0, { kind: 'RANGE', amountMax: 3 })
})

describe('a condition that cannot be put', () => {
  it('is refused with the field that is wrong', async () => {
    const base = { ...grassroots, condition: 'ADMITTED_ANYONE' }
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ tiers: [] }, 'tiers'],
      [{ tiers: ['CELL', 'CELL'] }, 'tiers'],
      [{ tiers: ['CELL', 'VILLAGE'] }, 'tiers'],
      [{ kind: 'CASTLE' }, 'kind'],
      [{ sector: 'SPACE' }, 'sector'],
      [{ years: 3 }, 'years'],
      [{ condition: 'NOBODY_FOR_YEARS' }, 'years'],
      [{ condition: 'NOBODY_FOR_YEARS', years: 0 }, 'years'],
      [{ condition: 'NOBODY_FOR_YEARS', years: 101 }, 'years'],
      [{ asOf: '2023-12-31' }, 'asOf'],
      [{ from: '1900-01-01', condition: 'ROSE_AGAINST_LAST_YEAR' }, 'from'],
      [{ rounding: { mode: 'HALF_UP', decimals: 7 } }, 'rounding.decimals'],
    ]
    for (const [facts, field] of cases)
      expect(
        (await api().refusal(SHARE, { id: units.a.id, input: { ...base, ...facts } })).extensions,
      ).toMatchObject({ code: 'INVALID_INPUT', fields: { [field]: anyText } })
    const unknown = { ...base, condition: 'HAS_WISHES' }
    expect((await api().refusal(SHARE, { id: units.a.id, input: unknown })).extensions.code).toBe(
      'INVALID_INPUT',
    )
  })

  it('is refused outside the life of the unit, and with pages that are none', async () => {
    const input = { ...grassroots, condition: 'ADMITTED_ANYONE' }
    const before = { ...input, treeAt: '2019-12-31' }
    expect((await api().refusal(SHARE, { id: units.a.id, input: before })).extensions).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
    })
    for (const [facts, field] of [
      [{ first: 201 }, 'first'],
      [{ after: Buffer.from('[1,1]').toString('base64url') }, 'after'],
    ] as const)
      expect((await api().refusal(SHARE, { id: units.a.id, input, ...facts })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
  })
})

describe('the units that fulfil a condition', () => {
  it('are those that admitted anyone', async () => {
    const share = await asked.share(units.a, { ...grassroots, condition: 'ADMITTED_ANYONE' })
    expect(share).toMatchObject({
      all: 4,
      fulfilling: 2,
      notFulfilling: 2,
      notCounted: 0,
      notCountedWhy: null,
    })
    expect(share.share).toMatchObject({ numerator: 2, denominator: 4, text: '50,00\u00a0%' })
    expect(share.denominatorName).toBe('đảng bộ cơ sở và chi bộ cơ sở')
    expect(share.share.denominatorName).toBe(share.denominatorName)
    expect(namesOf(share.yes)).toEqual(['Trường', 'Xã Điện Phương'])
    expect(namesOf(share.no)).toEqual(['Xã Điện Trung', 'Xã mới'])
    expect(share.yes.edges.map(({ node }) => node.figures.map(({ numerator }) => numerator))).toEqual([
      [1],
      [2],
    ])
  })

  it('are counted by the basis asked for, in the tier, kind and sector asked for', async () => {
    const input = { ...cells, condition: 'ADMITTED_ANYONE' }
    const at = { from: '2024-12-01' }
    expect(namesOf((await asked.share(units.a, { ...input, ...at })).yes)).toEqual(['Chi bộ thôn 1'])
    const ceremony = { ...input, ...at, countBasis: 'CEREMONY' }
    expect(await asked.share(units.a, ceremony)).toMatchObject({ all: 4, fulfilling: 0 })
    const held = { ...ceremony, asOf: '2025-01-31' }
    expect(namesOf((await asked.share(units.a, held)).yes)).toEqual(['Chi bộ thôn 1'])
    const schools = { ...grassroots, condition: 'ADMITTED_ANYONE', kind: 'SCHOOL', sector: 'EDUCATION' }
    const share = await asked.share(units.a, schools)
    expect(share).toMatchObject({ all: 1, fulfilling: 1 })
    expect(share.denominatorName).toBe('đảng bộ cơ sở và chi bộ cơ sở loại hình trường học lĩnh vực giáo dục')
    expect(await asked.share(units.a, { ...schools, sector: 'HEALTH' })).toMatchObject({
      all: 0,
      share: { denominator: 0, value: null, text: '–' },
    })
  })

  it('are those that admitted nobody for years; who is too young for that stands apart', async () => {
    const input = { ...grassroots, condition: 'NOBODY_FOR_YEARS', years: 4 }
    const share = await asked.share(units.root, input)
    expect(share).toMatchObject({
      all: 6,
      fulfilling: 3,
      notFulfilling: 2,
      notCounted: 1,
      notCountedWhy: 'TOO_YOUNG',
    })
    expect(namesOf(share.yes)).toEqual(['Xã Điện Trung', 'Xã M', 'Xã xưa'])
    expect(namesOf(share.no)).toEqual(['Trường', 'Xã Điện Phương'])
    expect(namesOf(share.apart)).toEqual(['Xã mới'])
    expect(share.yes.edges.map(({ node }) => node.figures[0]?.text)).toEqual(['–', '–', '4'])
    expect(share.share.denominatorName).toBe(
      'đảng bộ cơ sở và chi bộ cơ sở đã thành lập đủ 4 năm hoặc đã từng kết nạp',
    )
    expect(share.share.numeratorName).toBe('không kết nạp từ 4 năm trở lên')
    const five = await asked.share(units.root, { ...input, years: 5 })
    expect(namesOf(five.apart)).toEqual(['Xã Điện Trung', 'Xã M', 'Xã mới'])
    expect(five).toMatchObject({ fulfilling: 0, notFulfilling: 3, share: { text: '0,00\u00a0%' } })
    const dayBefore = { ...input, asOf: '2024-11-30', from: '2024-11-30' }
    expect(namesOf((await asked.share(units.root, dayBefore)).no)).toContain('Xã xưa')
  })

  it('are those that reached their target; without a target they stand apart', async () => {
    const input = { ...grassroots, condition: 'REACHED_TARGET' }
    const share = await asked.share(units.a, input)
    expect(share).toMatchObject({
      all: 4,
      fulfilling: 2,
      notFulfilling: 1,
      notCounted: 1,
      notCountedWhy: 'NO_TARGET',
    })
    expect(share.share).toMatchObject({ numerator: 2, denominator: 3, text: '66,67\u00a0%' })
    expect(namesOf(share.yes)).toEqual(['Xã Điện Phương', 'Xã Điện Trung'])
    expect(namesOf(share.no)).toEqual(['Trường'])
    expect(namesOf(share.apart)).toEqual(['Xã mới'])
    expect(share.no.edges[0]?.node.figures).toMatchObject([
      { indicator: 'admitted', numerator: 1 },
      { indicator: 'target', numerator: 2 },
      { indicator: 'completion', text: '50,00\u00a0%' },
    ])
    expect(share.denominatorNameEn).toBe('grassroots organization and grassroots cell with a target')
    const range = await asked.share(units.a, { ...input, targetKind: 'RANGE' })
    expect(range).toMatchObject({ fulfilling: 1, notFulfilling: 0, notCounted: 3 })
  })

  it('are those that admitted more than in the same period a year before, by one tree', async () => {
    const input = { ...cells, condition: 'ROSE_AGAINST_LAST_YEAR' }
    const share = await asked.share(units.a, input)
    expect(namesOf(share.yes)).toEqual(['Chi bộ thôn 1'])
    expect(share.yes.edges[0]?.node).toMatchObject({
      figures: [{ numerator: 2 }],
      before: [{ numerator: 1 }],
    })
    expect(await asked.share(units.a, { ...input, asOf: '2024-12-29' })).toMatchObject({
      fulfilling: 0,
      all: 4,
    })
    const spring = { ...input, from: '2024-03-04', asOf: '2024-04-04' }
    expect(namesOf((await asked.share(units.a, spring)).yes)).toEqual(['Chi bộ thôn 1'])
  })

  it('are those that introduced anyone', async () => {
    const share = await asked.share(units.a, { ...cells, condition: 'INTRODUCED_ANYONE' })
    expect(namesOf(share.yes)).toEqual(['Chi bộ L'])
    expect(share.yes.edges[0]?.node.figures).toMatchObject([{ indicator: 'introduced', numerator: 1 }])
  })

  it('stand in pages', async () => {
    const input = { ...cells, condition: 'ADMITTED_ANYONE', from: '2022-01-01' }
    const first = await asked.share(units.a, input, { first: 1 })
    expect(first.yes).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
    const after = first.yes.pageInfo.endCursor
    const second = await asked.share(units.a, input, { first: 1, after })
    expect(namesOf(second.yes)).toEqual(['Chi bộ thôn 2'])
    expect(second.yes.pageInfo.hasNextPage).toBe(false)
  })
})

describe('units that move or end', () => {
  it('count once where they stand on the day of the tree', async () => {
    const [from, to] = [
      await garden.unit('Xã P', 'GRASSROOTS', units.a),
      await garden.unit('Xã Q', 'GRASSROOTS', units.b),
    ]
    const cell = await garden.unit('Chi bộ P', 'CELL', from)
    for (const on of ['2020-04-04', '2021-03-03']) await garden.admit(cell, on)
    await garden.act('moveOrganization', { ...cell, parentId: to.id, effectiveOn: '2021-07-01' })
    const input = {
      from: '2021-01-01',
      asOf: '2021-12-31',
      tiers: ['GRASSROOTS'],
      condition: 'ADMITTED_ANYONE',
    }
    const names = async (unit: Unit, facts: Record<string, unknown>) =>
      namesOf((await asked.share(unit, { ...input, ...facts })).yes)
    expect(await names(units.root, {})).toEqual(['Xã Q'])
    expect(await names(units.root, { perimeter: 'RECORDED' })).toEqual(['Xã P'])
    expect(await names(units.root, { treeAt: '2021-06-30' })).toEqual(['Xã P'])
    expect(await names(units.a, {})).toEqual([])
    expect(await names(units.a, { perimeter: 'RECORDED' })).toEqual(['Xã P'])
    const rose = await asked.share(units.root, { ...input, condition: 'ROSE_AGAINST_LAST_YEAR' })
    expect(rose.no.edges.find(({ node }) => node.organization.name === 'Xã Q')?.node).toMatchObject({
      figures: [{ numerator: 1 }],
      before: [{ numerator: 1 }],
    })
    const nested = { ...input, tiers: ['GRASSROOTS', 'CELL'] }
    expect(await asked.share(units.root, nested)).toMatchObject({ fulfilling: 2 })
  })

  it('are no units any more from the day they ended, and were before', async () => {
    const cell = await garden.unit('Chi bộ tan', 'CELL', units.m)
    const { person } = await garden.admit(cell, '2021-02-02')
    await garden.event('recordTransfer', person, cell, '2021-05-01', { toOrganizationId: units.m1.id })
    await garden.act('dissolveOrganization', { ...cell, effectiveOn: '2021-06-01' })
    const input = { from: '2021-01-01', asOf: '2021-05-31', tiers: ['CELL'], condition: 'ADMITTED_ANYONE' }
    expect(await asked.share(units.m, input)).toMatchObject({ all: 2, fulfilling: 1 })
    expect(await asked.share(units.m, { ...input, asOf: '2021-06-01' })).toMatchObject({
      all: 1,
      fulfilling: 0,
    })
    expect(await asked.share(units.b, { ...input, tiers: ['GRASSROOTS'], asOf: '2021-06-01' })).toMatchObject(
      {
        fulfilling: 1,
      },
    )
  })
})
