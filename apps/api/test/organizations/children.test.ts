import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

const query = `query ($id: ID!, $at: Date, $first: Int, $after: String, $closed: Boolean) {
  organization(id: $id, at: $at) {
    childCount
    children(first: $first, after: $after, includeClosed: $closed) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { cursor node { name validTo parent { id } ancestors { id name } } }
    }
  }
}`

interface Page {
  organization: {
    childCount: number
    children: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      edges: Array<{
        cursor: string
        node: { name: string; validTo: string | null; parent: { id: string }; ancestors: { name: string }[] }
      }>
    }
  }
}

const names = ['Xã An Khê', 'Xã Ấn', 'Xã Bình', 'Xã Đại An', 'Xã Điện Bàn', 'Xã Hòa', 'Thôn 2', 'Thôn 10']
let garden: Garden
let root: Unit
let district: Unit

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  district = await garden.unit('Huyện', 'DISTRICT', root)
  for (const name of [...names].reverse()) await garden.unit(name, 'GRASSROOTS', district)
  const gone = await garden.unit('Xã Cũ', 'GRASSROOTS', district)
  await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2023-07-01' })
  await garden.unit('Xã Mới', 'GRASSROOTS', district, { on: '2027-01-01' })
})

const page = async (variables: Record<string, unknown>) =>
  (await api().data<Page>(query, { id: district.id, ...variables })).organization

describe('children', () => {
  it('refuses page sizes outside 1 to 200 and cursors that it did not hand out', async () => {
    for (const first of [0, -1, 201, 1_000])
      expect((await api().refusal(query, { id: district.id, first })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { first: anyText },
      })
    const wrong = ['x', '', '!!', 'bnVsbA', Buffer.from('["a"]').toString('base64url')]
    const almost = [['a', 'b'], [1, 1], ['a', 1, 1], { a: 1 }, ['a\u0000', 1]]
    const encoded = almost.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'))
    for (const after of [...wrong, ...encoded, 'x'.repeat(5_000)])
      expect((await api().refusal(query, { id: district.id, after })).extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { after: anyText },
      })
  })

  it('gives every unit once, in Vietnamese order, page by page', async () => {
    const seen: string[] = []
    let after: string | null = null
    for (let turn = 0; turn < 10; turn += 1) {
      const { children }: Page['organization'] = await page({ first: 3, after })
      expect(children.totalCount).toBe(names.length)
      seen.push(...children.edges.map(({ node }) => node.name))
      after = children.pageInfo.endCursor
      if (!children.pageInfo.hasNextPage) break
    }
    const inOrder = [
      'Thôn 2',
      'Thôn 10',
      'Xã An Khê',
      'Xã Ấn',
      'Xã Bình',
      'Xã Đại An',
      'Xã Điện Bàn',
      'Xã Hòa',
    ]
    expect(seen).toEqual(inOrder)
    expect((await page({ after })).children.edges).toEqual([])
  })

  it('answers an exact last page without a next one', async () => {
    const { children } = await page({ first: names.length })
    expect(children.pageInfo.hasNextPage).toBe(false)
    expect(children.edges).toHaveLength(names.length)
  })

  it('shows ended units when asked, living ones on their days, and none before they begin', async () => {
    const closed = await page({ closed: true })
    expect(closed.children.edges.map(({ node }) => node.name)).toContain('Xã Cũ')
    expect(closed.children.totalCount).toBe(names.length + 1)
    expect(closed.children.edges.find(({ node }) => node.name === 'Xã Cũ')?.node.validTo).toBe('2023-06-30')
    expect(closed.childCount).toBe(names.length)
    expect((await page({ at: '2023-06-30' })).childCount).toBe(names.length + 1)
    expect((await page({ at: '2023-07-01' })).childCount).toBe(names.length)
    const later = await page({ at: '2027-01-01', closed: true })
    expect(later.children.totalCount).toBe(names.length + 2)
  })

  it('knows parent and ancestors of each, the highest first', async () => {
    for (const { node } of (await page({})).children.edges) {
      expect(node.parent.id).toBe(district.id)
      expect(node.ancestors.map(({ name }) => name)).toEqual(['Tỉnh', 'Huyện'])
    }
  })
})
