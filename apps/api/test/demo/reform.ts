import { beforeAll, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import type { Database } from '../../src/database/database.js'
import { MERGERS } from '../../src/demo/data/mergers.js'
import { sumsOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import { findOrganizationByCode } from '../../src/features/organizations/organization.service.js'
import { applyReorganization } from '../../src/features/reorganization/apply.service.js'
import { addMapping } from '../../src/features/reorganization/mapping.service.js'
import { addOperations, setRestToPrincipal } from '../../src/features/reorganization/operation.service.js'
import {
  createReorganization,
  reorganizationsOf,
  requirePlan,
} from '../../src/features/reorganization/plan.service.js'
import { rehearseReorganization } from '../../src/features/reorganization/rehearsal.service.js'
import { undoReorganization } from '../../src/features/reorganization/undo.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import type { ApiClient } from '../client.js'

const eve = '2025-06-30'
const on = '2025-07-01'
const provinces = [
  { code: '49', to: '48', name: 'Thành phố Đà Nẵng', kind: 'CITY' },
  { code: '60', to: '68', name: 'Tỉnh Lâm Đồng', kind: 'PROVINCE' },
] as const

const becameSix = {
  'Phường An Thắng': ['Phường Điện An', 'Phường Điện Thắng Nam', 'Phường Điện Thắng Trung'],
  'Phường Điện Bàn': ['Phường Vĩnh Điện', 'Phường Điện Minh', 'Phường Điện Phương'],
  'Phường Điện Bàn Bắc': ['Phường Điện Thắng Bắc', 'Xã Điện Hòa', 'Xã Điện Tiến'],
  'Phường Điện Bàn Đông': [
    ...['Phường Điện Dương', 'Phường Điện Nam Bắc', 'Phường Điện Nam Trung'],
    ...['Phường Điện Nam Đông', 'Phường Điện Ngọc'],
  ],
  'Xã Gò Nổi': ['Xã Điện Phong', 'Xã Điện Quang', 'Xã Điện Trung'],
  'Xã Điện Bàn Tây': ['Xã Điện Hồng', 'Xã Điện Phước', 'Xã Điện Thọ'],
}

const CHILDREN = `query ($code: String!, $at: Date, $after: String) { organization(code: $code, at: $at) {
  id children(first: 200, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    code name tier kind becameOf { on organization { name } reorganization { title } } } } } } }`

interface Child {
  code: string
  name: string
  tier: string
  kind: string
  becameOf: Array<{ on: string; organization: { name: string }; reorganization: { title: string } | null }>
}

interface Page {
  organization: {
    children: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: Array<{ node: Child }> }
  }
}

/** Both provinces' reform of 1 July 2025, on the demonstration; it comes last, since it changes the tree. */
export function reformAgrees(database: () => Database, api: () => ApiClient): void {
  const ctx = () => createContext({ database: database() })

  async function children(code: string, at: string): Promise<Child[]> {
    const all: Child[] = []
    for (let after: string | null = null; ;) {
      const data: Page = await api().data<Page>(CHILDREN, { code, at, after })
      const { edges, pageInfo } = data.organization.children
      all.push(...edges.map(({ node }) => node))
      if (!pageInfo.hasNextPage) return all
      after = pageInfo.endCursor
    }
  }

  async function members(code: string, asOf: string): Promise<number> {
    const unit = await findOrganizationByCode(ctx(), code, asOf)
    const asked = {
      from: `${asOf.slice(0, 4)}-01-01`,
      asOf,
      indicators: ['members'],
      perimeter: 'RECORDED' as const,
    }
    const [sums] = await sumsOf(ctx(), [unit.id], questionOf(asked), { byChild: false })
    return sums?.stocks.members ?? 0
  }

  /** Every figure of every unit, around the reform, in both perimeters, as text. */
  async function everything(): Promise<string> {
    const units = (await database().reader.query('SELECT id FROM organization ORDER BY id')) as {
      id: number
    }[]
    const all: string[] = []
    for (const perimeter of ['RECORDED', 'RESTATED'] as const)
      for (const [from, asOf] of [
        ['2024-01-01', '2024-11-15'],
        ['2024-01-01', '2025-12-31'],
      ] as const) {
        const indicators = ['members', 'probationaryMembers', 'admitted', 'transferredIn', 'reorganized']
        const question = questionOf({ from, asOf, indicators, perimeter })
        const rows = await sumsOf(
          ctx(),
          units.map(({ id }) => id),
          question,
          { byChild: false },
        )
        all.push(...rows.map((row) => JSON.stringify(row)).sort())
      }
    return all.join('\n')
  }

  beforeAll(async () => {
    const { edges } = await reorganizationsOf(ctx(), { status: 'DRAFT' }, { limit: 10 })
    for (const { node } of edges.filter(({ node: draft }) => draft.effectiveOn === on))
      await applyReorganization(ctx(), node.uid, node.version)
  }, 240_000)

  it('ends the districts of 1 July 2025 and merges the communes; nobody is lost', async () => {
    for (const { code, to } of provinces) {
      const before = await members(code, eve)
      expect(before).toBeGreaterThan(10_000)
      expect(await members(to, on)).toBe(before)
      const below = await children(to, on)
      expect(below.filter(({ kind }) => ['TOWN', 'DISTRICT'].includes(kind))).toEqual([])
      const wanted = new Set(
        MERGERS.split('\n').flatMap((line) => {
          const [of, , newCode = ''] = line.split('|')
          return of === code ? [newCode] : []
        }),
      )
      const communes = below.filter(({ tier }) => tier === 'SUPERIOR_COMMUNE').map(({ code: one }) => one)
      expect(new Set(communes)).toEqual(wanted)
    }
  })

  it('turns the 20 units of Điện Bàn into 6, and tells where each went', async () => {
    const units = (await children('507', eve)).filter(
      ({ tier, code }) => tier === 'GRASSROOTS' && /^\d+$/u.test(code),
    )
    expect(units).toHaveLength(20)
    const became = new Map<string, string[]>()
    for (const { name, becameOf } of units) {
      const [to, ...more] = becameOf
      expect(more).toEqual([])
      expect(to).toMatchObject({
        on,
        reorganization: { title: expect.stringContaining('Đà Nẵng') as string },
      })
      const key = to?.organization.name ?? ''
      became.set(key, [...(became.get(key) ?? []), name].sort())
    }
    const sorted = Object.entries(becameSix).map(([key, names]) => [key, [...names].sort()] as const)
    expect(Object.fromEntries(became)).toEqual(Object.fromEntries(sorted))
    const { searchUnitHistory } = await api().data<{
      searchUnitHistory: Array<{ until: string; now: object[] }>
    }>('query { searchUnitHistory(text: "Điện Phương", at: "2025-07-01") { until now { name } } }')
    expect(searchUnitHistory[0]).toEqual({ until: eve, now: [{ name: 'Phường Điện Bàn' }] })
  })

  it('is undone, replayed from the table of old and new codes, and undone again: byte for byte as before', async () => {
    const { edges } = await reorganizationsOf(ctx(), { status: 'APPLIED' }, { limit: 10 })
    expect(edges).toHaveLength(2)
    const applied = await Promise.all(provinces.map(({ to }) => members(to, on)))
    for (const { node } of [...edges].reverse()) {
      const { uid, version } = await requirePlan(ctx(), node.uid)
      await undoReorganization(ctx(), uid, version)
    }
    const before = await everything()
    for (const { code, to, name, kind } of provinces) {
      const place = await findOrganizationByCode(ctx(), code, eve)
      const draft = await createReorganization(ctx(), {
        organizationId: place.uid,
        title: name,
        effectiveOn: on,
      })
      const newUnit = { ref: to, code: to, name, tier: 'PROVINCE', kind }
      const merged = await addOperations(ctx(), draft.uid, draft.version, [
        { kind: 'MERGE', units: [{ code }], successors: [{ newUnit }] },
      ])
      const text = MERGERS.split('\n')
        .map((line) => line.split('|'))
        .filter(([of]) => of === code)
        .map(([, old, fresh, title, extent]) =>
          [old, fresh, title, extent === 'P' ? 'Nhập một phần' : ''].join('\t'),
        )
        .join('\n')
      const mapped = await addMapping(ctx(), draft.uid, merged.version, { text, parent: { ref: to } })
      const districts = (await children(code, eve)).filter((unit) =>
        ['CITY', 'TOWN', 'DISTRICT'].includes(unit.kind),
      )
      const { uid, version } = await addOperations(ctx(), draft.uid, mapped.version, [
        {
          kind: 'DISSOLVE',
          units: districts.map((district) => ({ code: district.code })),
          reason: 'INSTITUTION_ABOLISHED',
          successors: [{ unit: { ref: to } }],
        },
      ])
      const { faults } = await rehearseReorganization(ctx(), uid)
      const waiting = faults.map(({ refusal }) => refusal.en)
      expect(waiting).toEqual(code === '60' ? [expect.stringContaining('the split says nothing of')] : [])
      const ready = code === '60' ? (await setRestToPrincipal(ctx(), uid, version)).version : version
      const report = await rehearseReorganization(ctx(), uid)
      expect(report).toMatchObject({
        faults: [],
        membersBefore: report.membersAfter,
        cellsBefore: report.cellsAfter,
      })
      await applyReorganization(ctx(), uid, ready)
    }
    expect(await Promise.all(provinces.map(({ to }) => members(to, on)))).toEqual(applied)
    expect(await verify(ctx())).toEqual([])
    for (const { node } of (await reorganizationsOf(ctx(), { status: 'APPLIED' }, { limit: 10 })).edges)
      await undoReorganization(ctx(), node.uid, node.version)
    expect((await everything()) === before).toBe(true)
    expect(await verify(ctx())).toEqual([])
  }, 240_000)
}
