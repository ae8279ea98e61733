import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { DIEN_BAN_TABLE } from '../../src/demo/cases/dien-ban-table.js'
import { checkReferenceFacts } from '../../src/demo/check.js'
import { loadDemonstration } from '../../src/demo/load.js'
import { REFERENCE_FACTS, type FigureQuestion, type ReferenceFact } from '../../src/demo/reference-facts.js'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { comparisonsAgree } from './comparisons.js'
import { crossingsAgree } from './crossings.js'
import { reformAgrees } from './reform.js'
import { unitsAgree } from './units.js'

const database = useDatabase()
const api = useApi(database)
const context = () => createContext({ database: database() })
const LOADING_TAKES_AT_MOST = 120_000
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }

interface Figure {
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  text: string
}

const ON_DAY = `query ($code: String!, $at: Date) {
  organization(code: $code, at: $at) { id kind documents { number title } }
}`
const FIGURES = `query ($code: String!, $at: Date, $input: FiguresInput!) {
  organization(code: $code, at: $at) { figures(input: $input) { indicator numerator denominator value text } }
}`
const CHILDREN = `query ($code: String!, $at: Date, $input: FiguresInput!) {
  organization(code: $code, at: $at) {
    childFigures(input: $input, first: 200) {
      total { numerator text }
      edges { node { row organization { code } figures { numerator } } }
    }
  }
}`

const SHEET = `query ($code: String!, $at: Date, $input: BalanceSheetInput!) {
  organization(code: $code, at: $at) {
    balanceSheet(input: $input) { opening closing declaredClosing unexplained lines { id sign count } }
  }
}`

interface Sheet {
  opening: number
  closing: number
  declaredClosing: number | null
  unexplained: number | null
  lines: { id: string; sign: number; count: number }[]
}

async function figures(
  code: string,
  question: FigureQuestion,
  indicators: readonly string[],
): Promise<Figure[]> {
  const variables = { code, at: question.asOf, input: { ...question, indicators } }
  const data = await api().data<{ organization: { figures: Figure[] } }>(FIGURES, variables)
  return data.organization.figures
}

async function numberOf(code: string, indicator: string, question: FigureQuestion): Promise<number | null> {
  return (await figures(code, question, [indicator]))[0]?.numerator ?? null
}

interface DeclaredFigure {
  indicator: string
  qualifier: string
  difference: number | null
  document: { number: string } | null
  recorded: { value: number | null }
}

async function statementOf(code: string, input: { from: string; asOf: string }): Promise<string> {
  const query = `query ($code: String!, $at: Date, $input: StatementInput!) {
    organization(code: $code, at: $at) { statement(input: $input) { text } } }`
  const variables = { code, at: input.asOf, input }
  const data = await api().data<{ organization: { statement: { text: string } } }>(query, variables)
  return data.organization.statement.text
}

interface UnitOnDay {
  organization: { id: string; kind: string; documents: { number: string; title: string }[] }
}

async function verify({ organization, check }: ReferenceFact): Promise<void> {
  if (check.sort !== 'FIGURE') {
    const at = check.sort === 'KIND' ? check.at : '2024-11-15'
    const data = await api().data<UnitOnDay>(ON_DAY, { code: organization, at })
    if (check.sort === 'KIND') expect(data.organization.kind).toBe(check.kind)
    else {
      const titles = data.organization.documents.map(({ number, title }) => `${number} ${title}`)
      expect(titles).toContainEqual(expect.stringContaining(check.document))
    }
    return
  }
  const { question, indicators, expected } = check
  const answers = await figures(
    organization,
    question,
    indicators.map(([id]) => id),
  )
  const [first] = answers
  const sum = answers.reduce(
    (all, { numerator }, index) => all + (numerator ?? 0) * (indicators[index]?.[1] ?? 0),
    0,
  )
  const { numerator, atLeast, ...exact } = expected
  if (numerator !== undefined) expect(sum).toBe(numerator)
  if (atLeast !== undefined) expect(first?.value).toBeGreaterThanOrEqual(atLeast)
  expect(first).toMatchObject(exact)
}

describe('the demonstration in the database', () => {
  beforeAll(async () => {
    await loadDemonstration(context())
  }, LOADING_TAKES_AT_MOST)

  it.each(REFERENCE_FACTS.map((fact) => [`${fact.id} ${fact.text}`, fact] as const))(
    'reads back %s',
    async (_, fact) => verify(fact),
  )

  crossingsAgree(api)
  comparisonsAgree(api)
  unitsAgree(api)

  it('agrees with every fact in the check of the command line', async () => {
    const results = await checkReferenceFacts(context())
    expect(results).toHaveLength(REFERENCE_FACTS.length)
    expect(results.filter(({ agrees }) => !agrees)).toEqual([])
  })

  it.each(['RECORDED', 'RESTATED'])(
    'balances Bình Thuận over the term, %s: 1,255 lost net (A4)',
    async (perimeter) => {
      const input = { from: '2021-01-01', asOf: '2023-06-30', perimeter }
      const data = await api().data<{ organization: { balanceSheet: Sheet } }>(SHEET, {
        code: '60',
        at: input.asOf,
        input,
      })
      const { opening, closing, declaredClosing, unexplained, lines } = data.organization.balanceSheet
      expect([opening, closing, declaredClosing, unexplained]).toEqual([38_302, 41_956, 41_956, 0])
      const admissions = ['newlyAdmitted', 'readmitted']
      const sum = (counted: typeof lines) => counted.reduce((all, { sign, count }) => all + sign * count, 0)
      expect(sum(lines.filter(({ id }) => admissions.includes(id)))).toBe(4_909)
      expect(sum(lines.filter(({ id }) => !admissions.includes(id)))).toBe(-1_255)
      expect(opening + sum(lines)).toBe(closing)
    },
  )

  it('shows the 22 units of Điện Bàn, which add up to the town', async () => {
    const indicators = ['membersAtStart', 'target', 'admitted', 'admittedFemale', 'admittedUniversity']
    const data = await api().data<{
      organization: {
        childFigures: {
          total: { numerator: number; text: string }[]
          edges: {
            node: { row: string; organization: { code: string } | null; figures: { numerator: number }[] }
          }[]
        }
      }
    }>(CHILDREN, { code: '507', at: '2024-11-15', input: { ...year2024, indicators } })
    const { total, edges } = data.organization.childFigures
    expect(edges.filter(({ node }) => node.row === 'UNIT')).toHaveLength(22)
    expect(total.map(({ numerator }) => numerator)).toEqual([6_381, 150, 220, 124, 111])
    const rows = new Map(
      edges.map(({ node }) => [node.organization?.code, node.figures.map((one) => one.numerator)]),
    )
    for (const row of DIEN_BAN_TABLE) {
      const { members, target2024, admitted2024, women2024, university2024 } = row
      expect(rows.get(row.code)).toEqual([members, target2024, admitted2024, women2024, university2024])
    }
  })

  it('words the figures of Điện Bàn as the newspaper printed them', async () => {
    const statement = await statementOf('507', year2024)
    expect(statement).toBe(
      'Tính đến ngày 15/11/2024, Đảng bộ thị xã Điện Bàn đã kết nạp 220 đảng viên mới, đạt 146,6% chỉ tiêu được giao, ' +
        'trong đó: nữ 124 đồng chí (56%), trình độ đại học trở lên 111 đồng chí (50,4%), chủ doanh nghiệp 1 đồng chí, ' +
        'người có đạo 1 đồng chí, người dân tộc thiểu số 1 đồng chí, kết nạp lại 1 đồng chí.',
    )
    expect(await statementOf('60', { from: '2021-01-01', asOf: '2023-06-30' })).toMatch(
      /^Từ ngày 01\/01\/2021 đến ngày 30\/06\/2023, Đảng bộ tỉnh Bình Thuận đã kết nạp 4\.909 đảng viên mới, .* Tổng số đảng viên: 41\.956 đồng chí\.$/u,
    )
  })

  it('declares what the newspapers print, and records the same', async () => {
    const data = await api().data<Record<string, { declaredFigures: DeclaredFigure[] }>>(
      `query { ${['60', '49', '507', '20596']
        .map(
          (code) => `u${code}: organization(code: "${code}", at: "2024-11-15") {
        declaredFigures(asOf: "2024-11-15") { indicator count printedPercentage qualifier difference
          document { number } recorded { value text } } }`,
        )
        .join(' ')} }`,
    )
    const declared = Object.values(data).flatMap(({ declaredFigures }) => declaredFigures)
    expect(declared).toHaveLength(24)
    for (const figure of declared) {
      expect(figure.document?.number).toBe('Bài báo')
      if (figure.qualifier === 'EXACTLY') expect(figure).toMatchObject({ difference: 0 })
      else expect(figure.difference).toBeLessThanOrEqual(0)
    }
  })

  it('refuses to be loaded twice', async () => {
    await expect(loadDemonstration(context())).rejects.toThrow('The demonstration was refused')
    expect(await numberOf('507', 'admitted', year2024)).toBe(220)
  })

  it('moves by one with one admission more, and back with its correction', async () => {
    const cell = await api().data<UnitOnDay>(ON_DAY, { code: '20596-C1', at: '2024-11-15' })
    const { createPerson } = await api().data<{ createPerson: { id: string } }>(
      'mutation ($input: PersonInput!) { createPerson(input: $input) { id } }',
      { input: { fullName: 'Trần Thị Thử', birthDate: '2000-02-29', female: true, ethnicity: '01' } },
    )
    const { recordAdmission } = await api().data<{ recordAdmission: { id: string; version: number } }>(
      'mutation ($input: AdmissionInput!) { recordAdmission(input: $input) { id version } }',
      {
        input: {
          personId: createPerson.id,
          organizationId: cell.organization.id,
          on: '2024-11-14',
          youthUnion: true,
          degree: 'UNIVERSITY',
          occupation: 'TEACHER',
        },
      },
    )
    for (const [code, admitted] of [
      ['20596', 15],
      ['507', 221],
    ] as const) {
      expect(await numberOf(code, 'admitted', year2024)).toBe(admitted)
    }
    expect((await figures('507', year2024, ['completion']))[0]?.text).toBe('147,3\u00a0%')
    const input = { id: recordAdmission.id, version: recordAdmission.version, reason: 'Ghi nhầm chi bộ' }
    await api().data('mutation ($input: CorrectionInput!) { correctEvent(input: $input) { id } }', { input })
    for (const [code, admitted] of [
      ['20596', 14],
      ['507', 220],
    ] as const) {
      expect(await numberOf(code, 'admitted', year2024)).toBe(admitted)
    }
    expect((await figures('507', year2024, ['completion', 'femaleShare']))[0]?.text).toBe('146,6\u00a0%')
  })
})

describe('the reform of 1 July 2025', () => reformAgrees(database, api))
