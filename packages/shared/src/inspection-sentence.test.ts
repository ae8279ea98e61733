import { describe, expect, it } from 'vitest'
import {
  indicatorInSentence,
  conditionInSentence,
  sentenceOfQuery,
  type QueryNames,
} from './inspection-sentence.js'
import { INDICATORS } from './indicators.js'
import { COMPARE_OPERATORS, UNIT_FACTS, type OrganizationQuery } from './inspection-query.js'
import { codesOf } from './code-lists.js'

const own = (id: string) => id
const names: QueryNames = {
  unit: (id) => ({ bt: 'Tỉnh Bình Thuận', qn: 'Tỉnh Quảng Nam' })[id] ?? id,
  group: (id) => `Cụm ${id}`,
  tier: () => 'Cấp cơ sở',
  kind: own,
  sector: own,
}
const query: OrganizationQuery = {
  scope: ['bt'],
  tiers: ['GRASSROOTS'],
  from: '2023-01-01',
  asOf: '2023-06-30',
  where: {
    all: [
      { compare: { indicator: 'completion', operator: 'LESS', number: 50 } },
      { compare: { indicator: 'candidates', operator: 'EQUAL', number: 0 } },
    ],
  },
  indicators: ['target', 'admitted', 'completion'],
  orderBy: [{ indicator: 'completion', direction: 'ASC' }, { direction: 'DESC' }],
}

describe('a question as a sentence', () => {
  it('says whom it looks for, over which days, under which conditions and what it shows', () => {
    expect(sentenceOfQuery(query, 'vi', names)).toBe(
      'Tìm cấp cơ sở thuộc Tỉnh Bình Thuận, từ ngày 01/01/2023 đến ngày 30/06/2023, mà tỷ lệ đạt chỉ tiêu nhỏ hơn 50\u00a0% ' +
        'và số nguồn phát triển đảng bằng 0. Hiện chỉ tiêu, số kết nạp và tỷ lệ đạt chỉ tiêu; ' +
        'xếp theo tỷ lệ đạt chỉ tiêu tăng dần, tên đơn vị giảm dần.',
    )
    expect(sentenceOfQuery(query, 'en', names)).toBe(
      'Find cấp cơ sở in Tỉnh Bình Thuận, from 01/01/2023 to 30/06/2023, where completion is less than 50\u00a0% ' +
        'and candidates equals 0. Show target, admitted and completion; ordered by completion ascending, name descending.',
    )
  })

  it('leaves out what is not asked', () => {
    const { scope: _, tiers: __, where: ___, orderBy: ____, ...bare } = query
    expect(sentenceOfQuery({ ...bare, where: { all: [] }, indicators: ['admitted'] }, 'vi', names)).toBe(
      'Tìm đơn vị mọi cấp ở mọi nơi được xem số liệu, từ ngày 01/01/2023 đến ngày 30/06/2023. ' +
        'Hiện số kết nạp; xếp theo tên đơn vị.',
    )
  })

  it('names everything that narrows the units or changes how they are counted', () => {
    const told = sentenceOfQuery(
      {
        ...query,
        scope: ['bt', 'qn'],
        kinds: ['Xã', 'Phường'],
        sectors: ['Y tế'],
        groups: ['1'],
        lineageOf: 'qn',
        ended: true,
        countBasis: 'CEREMONY',
        treeAt: '2025-07-01',
        knownOn: '2023-07-05',
      },
      'vi',
      names,
    )
    for (const part of [
      'thuộc Tỉnh Bình Thuận và Tỉnh Quảng Nam, loại hình xã hoặc phường, lĩnh vực y tế, trong cụm Cụm 1',
      'là Tỉnh Quảng Nam, đơn vị tiền thân hoặc kế thừa của Tỉnh Quảng Nam, kể cả đơn vị đã kết thúc',
      'tính kết nạp theo ngày lễ kết nạp, theo tổ chức ngày 01/07/2025, theo số liệu đã nhập đến hết ngày 05/07/2023',
    ])
      expect(told).toContain(part)
  })
})

describe('a condition as told', () => {
  const vi = (condition: Parameters<typeof conditionInSentence>[0]) => conditionInSentence(condition, 'vi')

  it('sets groups in brackets, the outermost without', () => {
    expect(
      vi({
        any: [
          { compare: { indicator: 'admitted', operator: 'EQUAL', number: 0, years: 3 } },
          {
            all: [
              { name: 'Điện' },
              { compare: { indicator: 'femaleShare', operator: 'BETWEEN', number: 10, upTo: 33.5 } },
            ],
          },
        ],
      }),
    ).toBe(
      'số kết nạp bằng 0 trong 3 năm liền hoặc (tên có chữ “Điện” và tỷ lệ nữ từ 10\u00a0% đến 33,5\u00a0%)',
    )
  })

  it('tells what a figure is compared with', () => {
    const compare = { indicator: 'admitted', operator: 'MORE' as const }
    expect(vi({ compare: { ...compare, to: 'INDICATOR', other: 'target', factor: 1.2 } })).toBe(
      'số kết nạp lớn hơn 1,2 lần chỉ tiêu',
    )
    expect(vi({ compare: { ...compare, to: 'PARENT' } })).toBe('số kết nạp lớn hơn số của cấp trên trực tiếp')
    expect(vi({ compare: { ...compare, to: 'PEERS_MEDIAN', factor: 0.5 } })).toBe(
      'số kết nạp lớn hơn 0,5 lần trung vị của các đơn vị cùng cấp',
    )
    expect(vi({ compare: { ...compare, number: 4, from: '2023-12-01', asOf: '2023-12-31' } })).toBe(
      'số kết nạp (từ 01/12/2023 đến 31/12/2023) lớn hơn 4',
    )
  })

  it('shows gaps as gaps while it is being made', () => {
    expect(vi({ compare: { indicator: 'completion', operator: 'LESS', number: null } })).toBe(
      'tỷ lệ đạt chỉ tiêu nhỏ hơn …\u00a0%',
    )
    expect(vi({ name: '' })).toBe('tên có chữ “…”')
    expect(vi({ fact: { fact: 'TARGET_LOWERED_AFTER' } })).toBe('chỉ tiêu của năm bị hạ sau ngày …')
  })

  it('has words for every operator, fact and indicator in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      for (const operator of codesOf(COMPARE_OPERATORS))
        expect(
          conditionInSentence({ compare: { indicator: 'admitted', operator, number: 1, upTo: 2 } }, language),
        ).not.toMatch(/undefined|…/u)
      for (const fact of codesOf(UNIT_FACTS))
        expect(conditionInSentence({ fact: { fact, after: '2024-01-01' } }, language)).not.toMatch(
          /undefined|_/u,
        )
    }
    for (const { id } of INDICATORS)
      expect(indicatorInSentence(id, 'vi')).toMatch(/^(?:số|tỷ lệ|chỉ tiêu|hơn, kém|tăng, giảm|năm)/u)
  })
})
