import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

interface Statement {
  text: string
  template: { title: string }
  parts: Array<{ text: string; figure: { indicator: string; numerator: number } | null }>
}

const ASK = `query ($id: ID!, $at: Date, $input: StatementInput!) { organization(id: $id, at: $at) { statement(input: $input) {
  text template { code title } parts { text figure { indicator numerator } } } } }`

async function statement(unit: Unit, input: Record<string, unknown> = year2024): Promise<Statement> {
  const variables = { id: unit.id, at: input.asOf, input }
  return (await api().data<{ organization: { statement: Statement } }>(ASK, variables)).organization.statement
}

async function templates(unit: Unit, at: string) {
  const query = `query ($id: ID!, $at: Date) { organization(id: $id, at: $at) {
    statementTemplates { id version code title validFrom validTo parts organization { id } } } }`
  type Answer = {
    organization: { statementTemplates: Array<{ code: string; title: string; organization: Unit | null }> }
  }
  const all = (await api().data<Answer>(query, { id: unit.id, at })).organization.statementTemplates
  return all.filter(({ code }) => code !== 'THUC_HIEN_CHI_TIEU')
}

const number = [{ text: 'Kết nạp ' }, { figure: 'admitted' }]
const template = (unit: Unit | null, facts: Record<string, unknown> = {}, parts: unknown = number) => ({
  organizationId: unit?.id,
  code: 'RIENG',
  title: 'Mẫu riêng',
  validFrom: '2024-01-01',
  parts: JSON.stringify(parts),
  ...facts,
})

async function refused(input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal('saveStatementTemplate', input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

describe('a template of statements', () => {
  it('is refused with unknown figures, without figures, and with parts, codes and days that cannot be', async () => {
    const { k } = units
    const field = (name: string) => ({
      code: 'INVALID_INPUT',
      fields: { [name]: expect.any(String) as string },
    })
    const cases: Array<[Record<string, unknown>, object]> = [
      [template(k, {}, [{ figure: 'wishes' }]), { code: 'INVALID_INPUT', reason: { key: 'UNKNOWN_FIGURE' } }],
      [template(k, {}, [...number, { optional: [{ figure: 'wishes' }] }]), field('parts')],
      [template(k, {}, [{ text: 'Không có số' }]), { code: 'INVALID_INPUT', reason: { key: 'NO_FIGURES' } }],
      [template(k, {}, []), field('parts')],
      [template(k, {}, [{ figure: 'admitted', rounding: { mode: 'TRUNCATE', decimals: 7 } }]), field('parts')],
      [template(k, {}, [{ figure: 'admitted', colour: 'red' }]), field('parts')],
      [template(k, {}, [{ date: 'TODAY' }]), field('parts')],
      [template(k, {}, 'words'), field('parts')],
      [template(k, {}, [...number, { text: 'a\u0000b' }]), field('parts')],
      [template(k, {}, [...number, { text: '\ud800' }]), field('parts')],
      [template(k, { parts: '{"text":' }), field('parts')],
      [template(k, {}, [...number, ...Array.from({ length: 20 }, () => ({ text: 'x'.repeat(1_500) }))]), field('parts')],
      [template(k, { code: 'riêng' }), field('code')],
      [template(k, { title: ' ' }), field('title')],
      [template(k, { validTo: '2023-12-31' }), field('validTo')],
      [template(k, { id: 'x' }), { code: 'INVALID_INPUT' }],
      [template(k, { id: 'x', version: 1 }), { code: 'NOT_FOUND' }],
      [template(k, { organizationId: 'x' }), { code: 'NOT_FOUND' }],
    ] // prettier-ignore
    for (const [input, expected] of cases)
      expect(await refused(input), JSON.stringify(input).slice(0, 200)).toMatchObject(expected)
  })

  it('is one of a code for a unit on a day, and changes with the version that was read', async () => {
    const saved = await garden.act('saveStatementTemplate', template(units.l))
    expect(await refused(template(units.l, { validFrom: '2025-01-01' }))).toMatchObject({ code: 'CONFLICT' })
    expect(await refused(template(units.l, { ...saved, version: 2 }))).toMatchObject({ actualVersion: 1 })
    expect(await refused(template(units.k, { ...saved }))).toMatchObject({ code: 'NOT_FOUND' })
    const changed = await garden.act(
      'saveStatementTemplate',
      template(units.l, { ...saved, validTo: '2024-12-31' }),
    )
    expect(changed.version).toBe(2)
    await garden.act(
      'saveStatementTemplate',
      template(units.l, { validFrom: '2025-01-01', title: 'Mẫu mới' }),
    )
    const titles = async (at: string) => (await templates(units.l, at)).map(({ title }) => title)
    expect(await titles('2023-12-31')).toEqual(['Kết quả kết nạp đảng viên'])
    expect(await titles('2024-12-31')).toEqual(['Mẫu riêng', 'Kết quả kết nạp đảng viên'])
    expect(await titles('2025-01-01')).toEqual(['Mẫu mới', 'Kết quả kết nạp đảng viên'])
    const ask = () =>
      api().ask(
        'mutation ($input: SaveStatementTemplateInput!) { saveStatementTemplate(input: $input) { id } }',
        {
          input: template(units.m),
        },
      )
    const codes = (await Promise.all([ask(), ask(), ask()])).map(
      ({ body }) => body.errors?.[0]?.extensions.code ?? 'done',
    )
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })

  it('is inherited from above until a unit has its own of that code', async () => {
    const district = await garden.unit('Huyện mẫu', 'DISTRICT', units.root)
    const commune = await garden.unit('Xã mẫu', 'GRASSROOTS', district)
    const cell = await garden.unit('Chi bộ mẫu', 'CELL', commune)
    await garden.act('saveStatementTemplate', template(district, { code: 'KET_NAP', title: 'Của huyện' }))
    await garden.act('saveStatementTemplate', template(commune, { code: 'KET_NAP', title: 'Của xã' }))
    expect((await templates(district, '2024-11-15')).map(({ title }) => title)).toEqual(['Của huyện'])
    expect((await templates(cell, '2024-11-15')).map(({ title }) => title)).toEqual(['Của xã'])
    expect((await templates(cell, '2023-11-15')).map(({ organization }) => organization)).toEqual([null])
    expect((await statement(cell)).template.title).toBe('Của xã')
  })
})

describe('a statement', () => {
  it('is refused backwards, outside the life of the unit, and in an unknown template', async () => {
    const ask = async (input: Record<string, unknown>) =>
      (await api().refusal(ASK, { id: units.k.id, at: '2024-11-15', input })).extensions
    expect(await ask({ from: '2024-01-02', asOf: '2024-01-01' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await ask({ from: '2019-01-01', asOf: '2019-12-31' })).toMatchObject({ code: 'DATE_OUT_OF_RANGE' })
    expect(await ask({ ...year2024, template: 'KHONG_CO' })).toMatchObject({ code: 'NOT_FOUND' })
    const draft = (parts: unknown) => ask({ ...year2024, parts: JSON.stringify(parts) })
    expect(await draft([{ figure: 'wishes' }])).toMatchObject({ reason: { key: 'UNKNOWN_FIGURE' } })
    expect(await draft([{ text: 'Không có số' }])).toMatchObject({ reason: { key: 'NO_FIGURES' } })
    expect(await ask({ ...year2024, parts: '{"text":' })).toMatchObject({ reason: { key: 'TEMPLATE_FORM' } })
  })

  it('is worded by the template of everybody, in the customary order, without what is 0 or unknown', async () => {
    const unit = await garden.unit('Xã Văn Bản', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ văn bản', 'CELL', unit)
    expect((await statement(unit)).text).toBe(
      'Tính đến ngày 15/11/2024, Đảng bộ xã Văn Bản đã kết nạp 0 đảng viên mới.',
    )
    for (const day of ['2024-02-01', '2024-03-01']) await garden.admit(cell, day, { youthUnion: false })
    await garden.admit(cell, '2024-04-01', { person: { female: false, ethnicity: '02' } })
    const { text, parts } = await statement(unit)
    expect(text).toBe(
      'Tính đến ngày 15/11/2024, Đảng bộ xã Văn Bản đã kết nạp 3 đảng viên mới, trong đó: ' +
        'nữ 2 đồng chí (66,67%), dân tộc thiểu số 1 đồng chí (33,33%), đoàn viên thanh niên 1 đồng chí (33,33%). ' +
        'Tổng số đảng viên: 3 đồng chí.',
    )
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.flatMap(({ figure, text: shown }) => (figure ? [[figure.indicator, shown]] : []))).toEqual([
      ['admitted', '3'],
      ['admittedFemale', '2'],
      ['femaleShare', '66,67%'],
      ['admittedEthnicMinority', '1'],
      ['ethnicMinorityShare', '33,33%'],
      ['admittedYouthUnion', '1'],
      ['youthUnionShare', '33,33%'],
      ['members', '3'],
    ])
    await garden.act('setTarget', {
      organizationId: unit.id,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 2,
    })
    expect((await statement(unit)).text).toContain('3 đảng viên mới, đạt 150,00% chỉ tiêu, trong đó:')
    const term = { kind: 'TERM_TOTAL', yearFrom: 2021, yearTo: 2025, amountMin: 4 }
    await garden.act('setTarget', { organizationId: unit.id, ...term })
    const share = { kind: 'COMPOSITION', indicator: 'femaleShare', yearFrom: 2024, yearTo: 2024, rate: 50 }
    await garden.act('setTarget', { organizationId: unit.id, ...share })
    expect((await statement(unit, { ...year2024, template: 'THUC_HIEN_CHI_TIEU' })).text).toBe(
      'Tính đến ngày 15/11/2024, Đảng bộ xã Văn Bản đã kết nạp 3 đảng viên mới, ' +
        'đạt 150,00% chỉ tiêu được giao năm 2024; đạt 75,00% chỉ tiêu nhiệm kỳ 2021-2025; ' +
        'chỉ tiêu cơ cấu nữ năm 2024 đạt 66,67% (chỉ tiêu 50%).',
    )
    expect((await statement(unit, { from: '2023-01-01', asOf: '2024-02-29' })).text).toMatch(
      /^Từ ngày 01\/01\/2023 đến ngày 29\/02\/2024, Đảng bộ xã Văn Bản đã kết nạp 1 đảng viên mới, /u,
    )
  })

  it('rounds each line as it says, or as the unit does, and follows the count basis', async () => {
    const unit = await garden.unit('Xã Làm Tròn', 'GRASSROOTS', units.b)
    const cell = await garden.unit('Chi bộ làm tròn', 'CELL', unit)
    for (const day of ['2024-02-01', '2024-03-01']) await garden.admit(cell, day)
    await garden.admit(cell, '2024-04-01', { person: { female: false } })
    const round = (mode: string, decimals: number, trailingZeros?: boolean) => ({
      figure: 'femaleShare',
      rounding: { mode, decimals, ...(trailingZeros === undefined ? {} : { trailingZeros }) },
    })
    const parts = [
      { figure: 'femaleShare' },
      { text: ' ' },
      round('TRUNCATE', 0),
      { text: ' ' },
      round('HALF_UP', 1),
      { text: ' ' },
      { figure: 'youthUnionShare', rounding: { mode: 'HALF_UP', decimals: 2, trailingZeros: false } },
      { text: ' ' },
      { date: 'FROM' },
    ]
    await garden.act('saveStatementTemplate', template(unit, { code: 'TRON' }, parts))
    const asked = { ...year2024, template: 'TRON' }
    expect((await statement(unit, asked)).text).toBe('66,67% 66% 66,7% 100% 01/01/2024')
    expect((await statement(unit, { ...asked, countBasis: 'CEREMONY' })).text).toBe('– – – – 01/01/2024')
  })

  it('reads a draft before it is saved, and keeps nothing of it', async () => {
    const before = await stored(database())
    const draft = { ...year2024, parts: JSON.stringify([{ text: 'đã kết nạp ' }, { figure: 'admitted' }]) }
    const { text, template: standing } = await statement(units.k, draft)
    expect([text, standing.title]).toEqual(['Đã kết nạp 0', 'Kết quả kết nạp đảng viên'])
    expect(await stored(database())).toEqual(before)
  })

  it('of many units costs no more statements than of one', async () => {
    const query = `query ($id: ID!, $input: StatementInput!) { organization(id: $id, at: "2024-11-15") {
      children { edges { node { statement(input: $input) { text } } } } } }`
    const cost = (unit: Unit) =>
      statementsOf(database(), () => api().data(query, { id: unit.id, input: year2024 }))
    const few = (await cost(units.a)).length
    for (const name of ['Xã thêm', 'Xã thêm nữa']) await garden.unit(name, 'GRASSROOTS', units.a)
    expect((await cost(units.a)).length).toBe(few)
  })

  it('calls a cell and a renamed unit as on that day, and costs few statements', async () => {
    const commune = await garden.unit('Xã Tên Cũ', 'GRASSROOTS', units.b)
    await garden.act('renameOrganization', { ...commune, effectiveOn: '2024-06-01', name: 'Phường Tên Mới' })
    expect((await statement(commune, { from: '2024-01-01', asOf: '2024-05-31' })).text).toContain(
      'Đảng bộ xã Tên Cũ',
    )
    const late = { id: commune.id, at: '2024-05-31', input: year2024 }
    const data = await api().data<{ organization: { statement: Statement } }>(ASK, late)
    expect(data.organization.statement.text).toContain('Đảng bộ phường Tên Mới')
    expect((await statement(units.k1)).text).toContain('15/11/2024, Chi bộ thôn 1 đã')
    const cost = async (unit: Unit) => (await statementsOf(database(), () => statement(unit))).length
    expect(await cost(units.k)).toBeLessThanOrEqual(10)
  })
})
