import type { OrganizationQuery, QueryCondition } from '@seedbed/shared'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../lib/place.js'
import { addressOf, parametersOf, queryOf, readDraft, writeDraft, type Draft } from './draft.js'
import { asGroup, groupOf, pathOfFault, replaceAt } from './condition-tree.js'
import { personQueryOf, readPersonDraft, writePersonDraft, type PersonDraft } from './person-draft.js'

const draft: Draft = {
  scope: ['a', 'b'],
  tiers: ['GRASSROOTS'],
  ended: true,
  knownOn: '2024-07-01',
  where: {
    any: [
      { compare: { indicator: 'admitted', operator: 'LESS', to: 'PEERS_MEDIAN', factor: 0.5, years: 3 } },
      { all: [{ name: 'Điện' }, { fact: { fact: 'TARGET_RAISED_AFTER', after: '2024-06-30' } }] },
    ],
  },
  indicators: ['admitted', 'target'],
  orderBy: [{ indicator: 'admitted', direction: 'DESC' }, { direction: 'ASC' }],
}

describe('a question in the address', () => {
  it('comes back as it was written', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft)
    const persons: PersonDraft = {
      subject: 'ADMISSIONS',
      scope: ['a'],
      where: { all: [{ fact: { fact: 'RECORDED_LATER_THAN', number: 30, not: true } }] },
    }
    expect(readPersonDraft(writePersonDraft(persons))).toEqual(persons)
  })

  it.each([
    '',
    'null',
    '[]',
    '7',
    '{"indicators":5}',
    '{"where":{"all":[5,{"compare":7}]}}',
    '{"orderBy":[{"indicator":"x"}]}',
  ])('is empty or without its unusable parts where it holds %j', (text) => {
    expect(readDraft(text).indicators.length).toBeGreaterThan(0)
    expect(readPersonDraft(text).subject).toBe('CANDIDATES')
  })

  it('takes unit, days and way of counting from the page where it has none of its own', () => {
    const page = readPlace(
      new URLSearchParams('asOf=2024-11-15&period=year-2024&basis=CEREMONY'),
      '2024-01-01',
    )
    expect(queryOf({ indicators: ['admitted'], where: { all: [] } }, page, 'u')).toEqual({
      scope: ['u'],
      from: '2024-01-01',
      asOf: '2024-11-15',
      countBasis: 'CEREMONY',
      perimeter: 'RESTATED',
      indicators: ['admitted'],
    })
    expect(queryOf({ ...draft, from: '2023-01-01', asOf: '2023-06-30' }, page, 'u')).toMatchObject({
      scope: ['a', 'b'],
      from: '2023-01-01',
      asOf: '2023-06-30',
    })
    expect(personQueryOf({ subject: 'CANDIDATES' }, page, 'u')).toEqual({
      subject: 'CANDIDATES',
      scope: ['u'],
      asOf: '2024-11-15',
    })
  })

  it('shows a question that was kept as it was asked', () => {
    for (const from of ['2024-01-01', '2022-05-01']) {
      const query: OrganizationQuery = {
        ...draft,
        from,
        asOf: '2024-06-30',
        perimeter: 'RESTATED',
        countBasis: 'DECISION',
      }
      const params = new URLSearchParams(parametersOf(query))
      expect(queryOf(readDraft(params.get('q')), readPlace(params, '2026-01-01'), 'u')).toEqual(query)
    }
    expect(
      addressOf('u', { about: 'PERSONS', query: { subject: 'CANDIDATES', asOf: '2024-06-30' } }),
    ).toContain('/units/u/query?about=persons&asOf=2024-06-30')
  })
})

describe('a tree of conditions', () => {
  it('changes at one place and nowhere else', () => {
    const root: QueryCondition = { any: [{ name: 'a' }, { all: [{ name: 'b' }, { name: 'c' }] }] }
    expect(replaceAt(root, [1, 0], { name: 'x' })).toEqual({
      any: [{ name: 'a' }, { all: [{ name: 'x' }, { name: 'c' }] }],
    })
    expect(replaceAt(root, [0], null)).toEqual({ any: [root.any?.[1]] })
    expect(replaceAt(root, [], null)).toEqual({ all: [] })
    expect(asGroup<QueryCondition>({ name: 'a' })).toEqual({ all: [{ name: 'a' }] })
    expect(groupOf<QueryCondition>('any', [{ name: 'a' }])).toEqual({ any: [{ name: 'a' }] })
    expect(pathOfFault('where.any.1.all.0.compare.number')).toEqual([1, 0])
  })
})
