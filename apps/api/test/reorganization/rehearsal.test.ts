import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'
import { of, Plans, type Plan } from './plans.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let root: Unit
let plans: Plans

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  plans = new Plans(api(), root)
})

const report = `version unitsBefore unitsAfter cellsBefore cellsAfter membersBefore membersAfter changeCount movedAlong
  faults { operationId position refusal { code vi en } }
  changes { key change kind position nameBefore nameAfter parentBefore parentAfter becomes members cells }
  treeBefore { key parentKey name change members cells } treeAfter { key parentKey name change members cells }
  collisions { kind blocking names refusal { vi } } openMatters { kind name count says { vi } }
  handwork { position name persons assigned unnamed restToPrincipal }
  targets { from to kind yearFrom amount rule }
  figures { name before { indicator value } recorded { indicator value } restated { indicator value } }`

interface Node {
  key: string
  parentKey: string | null
  name: string
  change: string | null
  members: number
  cells: number
}
interface Report {
  faults: Array<{ position: number | null; refusal: { vi: string } }>
  changes: Array<Record<string, unknown>>
  treeBefore: Node[]
  treeAfter: Node[]
  collisions: Array<{ kind: string; blocking: boolean; names: string[] }>
  openMatters: Array<{ kind: string; name: string }>
  handwork: object[]
  targets: object[]
  figures: Array<{ name: string; before: object[] | null; recorded: object[] | null }>
  [field: string]: unknown
}

async function rehearse({ id }: Plan): Promise<Report> {
  const before = await stored(database())
  const data = await api().data<{ rehearseReorganization: Report }>(
    `mutation ($id: ID!) { rehearseReorganization(id: $id) { ${report} } }`,
    { id },
  )
  expect(await stored(database())).toEqual(before)
  return data.rehearseReorganization
}

let serial = 0

async function communes(count: number) {
  serial += 1
  const district = await garden.unit(`Huyện ${serial}`, 'DISTRICT', root)
  const made = []
  for (let index = 0; index < count; index += 1) {
    const unit = await garden.unit(`Xã ${serial}.${index}`, 'GRASSROOTS', district)
    const cell = await garden.unit(`Chi bộ ${serial}.${index}`, 'CELL', unit)
    await garden.opening(cell, 5)
    made.push({ unit, cell })
  }
  return { district, made: made as [(typeof made)[number], (typeof made)[number]] }
}

const successor = (code: string, name = `Xã mới ${code}`) => ({
  newUnit: {
    ref: code,
    code: garden.code(code),
    name,
    tier: 'SUPERIOR_COMMUNE',
    kind: 'COMMUNE',
    parent: of(root),
  },
})

async function target(unit: Unit, amountMin: number) {
  await garden.act('setTarget', {
    organizationId: unit.id,
    kind: 'ASSIGNED',
    yearFrom: 2025,
    yearTo: 2025,
    amountMin,
  })
}

describe('a rehearsal', () => {
  it('tells what would be, sums before and after, and writes nothing', async () => {
    const { district, made } = await communes(2)
    const [a, b] = made
    await target(a.unit, 4)
    await target(b.unit, 3)
    const plan = await plans.draft('2025-07-01', [
      { kind: 'MERGE', units: [of(a.unit), of(b.unit)], successors: [successor(`r${serial}`)] },
      { kind: 'DISSOLVE', units: [of(district)], reason: 'INSTITUTION_ABOLISHED' },
    ])
    const found = await rehearse(plan)
    expect(found).toMatchObject({
      faults: [],
      ...{ unitsBefore: 6, unitsAfter: 4, cellsBefore: 2, cellsAfter: 2 },
      ...{ membersBefore: 10, membersAfter: 10, changeCount: 4, movedAlong: 2, handwork: [] },
    })
    expect(found.changes.map(({ change, kind, position }) => [change, kind, position])).toEqual([
      ['BEGINS', 'ESTABLISH', 1],
      ['ENDS', 'MERGE', 1],
      ['ENDS', 'MERGE', 1],
      ['ENDS', 'DISSOLVE', 2],
    ])
    expect(found.changes[1]).toMatchObject({ becomes: [`Xã mới r${serial}`], members: 5, cells: 1 })
    const byName = (tree: Node[], name: string) => tree.find((one) => one.name === name)
    const keyOf = (tree: Node[], name: string) => byName(tree, name)?.key
    expect(byName(found.treeBefore, `Chi bộ ${serial}.0`)?.parentKey).toBe(a.unit.id)
    expect(byName(found.treeAfter, `Chi bộ ${serial}.0`)?.parentKey).toBe(`ref:r${serial}`)
    expect(byName(found.treeAfter, `Xã mới r${serial}`)).toMatchObject({
      ...{ change: 'BEGINS', members: 10, cells: 2, parentKey: keyOf(found.treeAfter, 'Tỉnh') },
    })
    expect(byName(found.treeAfter, `Huyện ${serial}`)).toBeUndefined()
    expect(found.targets).toEqual(
      expect.arrayContaining([
        {
          from: `Xã ${serial}.0`,
          to: `Xã mới r${serial}`,
          kind: 'ASSIGNED',
          yearFrom: 2025,
          amount: 4,
          rule: 'SUM',
        },
      ]),
    )
    const merged = found.figures.find(({ name }) => name === `Xã mới r${serial}`)
    expect(merged).toMatchObject({ before: null })
    expect(merged?.recorded).toEqual(
      expect.arrayContaining([
        { indicator: 'members', value: 10 },
        { indicator: 'target', value: 7 },
      ]),
    )
  })

  it('tells every fault with its operation', async () => {
    const { made } = await communes(2)
    const [a, b] = made
    const plan = await plans.draft('2025-07-01', [
      { kind: 'RENAME', units: [of(a.unit)], name: `Xã ${serial}.0` },
      { kind: 'MERGE', units: [of(b.cell)], successors: [{ unit: of(b.unit) }] },
      { kind: 'MOVE', units: [of(b.unit)], parent: { ref: 'nobody' } },
    ])
    const { faults } = await rehearse(plan)
    expect(faults.map(({ position }) => position)).toEqual([1, 3])
    expect(faults[1]?.refusal.vi).toContain('nobody')
  })

  it('tells collisions, open matters and what is left to be done by hand', async () => {
    const { made } = await communes(2)
    const [a, b] = made
    const twins = { fullName: 'Trần Văn Trùng', birthDate: '1990-01-31' }
    await garden.admit(a.cell, '2025-01-10', { person: twins })
    await garden.admit(b.cell, '2025-01-10', { person: twins })
    await target(a.unit, 4)
    await target(b.unit, 3)
    await plans.draft('2025-08-01', [{ kind: 'RENAME', units: [of(a.unit)], name: 'Tên khác' }])
    const both = await plans.draft(
      '2025-07-01',
      [
        {
          kind: 'MERGE',
          units: [of(a.unit), of(b.unit)],
          successors: [successor(`c${serial}`, `Huyện ${serial}`)],
        },
        { kind: 'MERGE', units: [of(a.cell)], successors: [{ unit: of(b.cell) }] },
      ],
      { targetRule: 'CARRY_OVER' },
    )
    const found = await rehearse(both)
    expect(found.faults).toMatchObject([{ position: 1 }])
    expect(found.collisions).toMatchObject([{ kind: 'TARGET', blocking: true }])
    const closed = await plans.draft(
      '2025-07-01',
      [
        {
          kind: 'MERGE',
          units: [of(a.unit), of(b.unit)],
          successors: [successor(`d${serial}`, `Huyện ${serial}`)],
        },
        { kind: 'MERGE', units: [of(a.cell)], successors: [{ unit: of(b.cell) }] },
      ],
      { targetRule: 'CLOSE' },
    )
    const second = await rehearse(closed)
    expect(second.collisions.map(({ kind, blocking }) => [kind, blocking])).toEqual([
      ['NAME', false],
      ['PERSON', false],
    ])
    expect(second.collisions.at(-1)?.names).toEqual(['Trần Văn Trùng'])
    expect(second.openMatters.filter(({ kind }) => kind === 'DRAFTS').length).toBeGreaterThan(0)
    expect(second.targets).toEqual(
      expect.arrayContaining([expect.objectContaining({ to: null, rule: 'CLOSE' })]),
    )
  })
})

describe('the persons of a split cell', () => {
  const listQuery = `query ($id: ID!, $unassigned: Boolean, $after: String) {
    splitPersons(operationId: $id, unassigned: $unassigned, first: 2, after: $after) {
      totalCount pageInfo { endCursor } edges { node { successor byRule person { id fullName } } } } }`
  type List = {
    splitPersons: {
      totalCount: number
      pageInfo: { endCursor: string }
      edges: Array<{ node: { successor: number | null; byRule: boolean; person: { id: string } } }>
    }
  }
  const operations = `query ($id: ID!) { reorganization(id: $id) { version operations { edges { node {
    id work { persons assigned unnamed } } } } } }`

  async function splitDraft() {
    const { made } = await communes(1)
    const [{ unit, cell }] = made
    const names = ['Bùi Văn An', 'Lê Thị Bình', 'Ngô Văn Cường', 'Đỗ Thị Dung']
    const persons: string[] = []
    for (const fullName of names) {
      const birthDate = fullName.includes('Thị') ? '1999-05-20' : '1980-05-20'
      const facts = { person: { fullName, birthDate, female: fullName.includes('Thị') } }
      persons.push((await garden.admit(cell, '2025-02-01', facts)).person)
    }
    const newCell = (code: string) => ({
      newUnit: {
        ref: code,
        code: garden.code(code),
        name: `Chi bộ ${code}`,
        tier: 'CELL',
        kind: 'RESIDENTIAL',
        parent: of(unit),
      },
    })
    const plan = await plans.draft('2025-07-01', [
      { kind: 'SPLIT', units: [of(cell)], successors: [newCell(`s${serial}a`), newCell(`s${serial}b`)] },
    ])
    const { reorganization } = await api().data<{
      reorganization: { operations: { edges: Array<{ node: { id: string; work: object } }> } }
    }>(operations, { id: plan.id })
    const node = reorganization.operations.edges[0]?.node
    return { plan, persons, operationId: node?.id ?? '', work: node?.work }
  }

  const members = async (code: string, asOf: string) => {
    const query = 'query ($code: String) { organization(code: $code) { id version } }'
    const { organization } = await api().data<{ organization: Unit }>(query, { code: garden.code(code) })
    const input = { from: '2025-07-01', asOf, indicators: ['members'], perimeter: 'RECORDED' }
    return (await garden.figures(organization, input)).members
  }

  it('are a work list: by hand, by rule, with progress; applying waits for all of them', async () => {
    const { plan, persons, operationId, work } = await splitDraft()
    expect(work).toEqual({ persons: 4, assigned: 0, unnamed: 5 })
    expect((await rehearse(plan)).handwork).toMatchObject([{ persons: 4, assigned: 0, unnamed: 5 }])
    const refusal = await plans.refusalOf('applyReorganization', plan)
    expect(refusal.extensions).toMatchObject({ code: 'CONFLICT', operation: { position: 1 } })
    const first = await api().data<List>(listQuery, { id: operationId, unassigned: true })
    expect(first.splitPersons.totalCount).toBe(4)
    const rest = await api().data<List>(listQuery, {
      id: operationId,
      after: first.splitPersons.pageInfo.endCursor,
    })
    expect(rest.splitPersons.edges).toHaveLength(2)
    const assign = `mutation ($id: ID!, $version: Int!, $operationId: ID!, $personIds: [ID!]!, $successor: Int) {
      assignPersons(id: $id, version: $version, operationId: $operationId, personIds: $personIds, successor: $successor) { id version status } }`
    const stranger = await garden.person()
    const before = await stored(database())
    expect(
      (await api().refusal(assign, { ...plan, operationId, personIds: [stranger], successor: 1 })).extensions,
    ).toMatchObject({ code: 'CONFLICT' })
    expect(
      (await api().refusal(assign, { ...plan, operationId, personIds: [persons[0]], successor: 2 }))
        .extensions,
    ).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await stored(database())).toEqual(before)
    const { assignPersons } = await api().data<{ assignPersons: Plan }>(assign, {
      ...{ ...plan, operationId, personIds: [persons[0]], successor: 1 },
    })
    const byRule = `mutation ($id: ID!, $version: Int!, $operationId: ID!, $rules: [ShareRuleInput!]!) {
      assignPersonsByRule(id: $id, version: $version, operationId: $operationId, rules: $rules) { id version status } }`
    const { assignPersonsByRule } = await api().data<{ assignPersonsByRule: Plan }>(byRule, {
      ...{ id: plan.id, version: assignPersons.version, operationId },
      rules: [
        { attribute: 'FEMALE', values: ['true'], successor: 1 },
        { attribute: 'BIRTH_YEAR', from: '1970', to: '1989', successor: 0 },
      ],
    })
    const all = await api().data<List>(listQuery, { id: operationId })
    expect(all.splitPersons.edges.map(({ node }) => [node.successor, node.byRule])).toEqual([
      [1, false],
      [1, true],
    ])
    await plans.apply(assignPersonsByRule)
    expect([await members(`s${serial}a`, '2025-07-01'), await members(`s${serial}b`, '2025-07-01')]).toEqual([
      6, 3,
    ])
    expect(await verify(createContext({ database: database(), clock }))).toEqual([])
    await garden.event('recordCeremony', persons[1] ?? '', await cellOf(`s${serial}b`), '2025-08-01')
    const { message } = await garden.refusal('recordCeremony', {
      personId: persons[2],
      organizationId: (await cellOf(`s${serial}b`)).id,
      on: '2025-08-01',
    })
    expect(message).toContain('another cell')
  })

  const cellOf = async (code: string): Promise<Unit> => {
    const query = 'query ($code: String) { organization(code: $code) { id version } }'
    return (await api().data<{ organization: Unit }>(query, { code: garden.code(code) })).organization
  }
})
