import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const shown = `id version status title operationCount operations(first: 200) { totalCount edges { node {
  id position kind reason name code tier unitKind restToPrincipal
  units { ref organization { id code } }
  parent { ref organization { id } }
  successors { position principal extent unit { ref organization { id } } newUnit { ref code name tier kind parent { ref organization { id } } } }
} } }`

interface Operation {
  id: string
  position: number
  kind: string
  units: Array<{ ref: string | null; organization: { id: string; code: string } | null }>
  [field: string]: unknown
}
interface Plan {
  id: string
  version: number
  status: string
  operationCount: number
  operations: { totalCount: number; edges: Array<{ node: Operation }> }
}

const createMutation = `mutation ($input: ReorganizationInput!) { createReorganization(input: $input) { ${shown} } }`
const addMutation = `mutation ($input: OperationsInput!) { addOperations(input: $input) { ${shown} } }`

const facts = (over: object = {}) => ({
  organizationId: units.root.id,
  title: 'Sắp xếp tổ chức đảng cấp xã',
  effectiveOn: '2025-07-01',
  decisionNumber: '123-QĐ/TU',
  signatory: 'Nguyễn Văn A',
  signedOn: '2025-06-20',
  ...over,
})

async function draft(over: object = {}): Promise<Plan> {
  const { createReorganization } = await api().data<{ createReorganization: Plan }>(createMutation, {
    input: facts(over),
  })
  return createReorganization
}

async function add({ id, version }: Plan, operations: object[]): Promise<Plan> {
  const { addOperations } = await api().data<{ addOperations: Plan }>(addMutation, {
    input: { id, version, operations },
  })
  return addOperations
}

async function refused(query: string, variables: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await api().refusal(query, variables)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const of = (unit: Unit) => ({ id: unit.id })
const operationsOf = (plan: Plan) => plan.operations.edges.map(({ node }) => node)

describe('a draft of a reorganization', () => {
  it('refuses an empty title and an unknown unit, and writes nothing', async () => {
    expect(await refused(createMutation, { input: facts({ title: ' ' }) })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { title: expect.any(String) as string },
    })
    expect(
      await refused(createMutation, {
        input: facts({ organizationId: '01939999-0000-7000-8000-000000000000' }),
      }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is begun, stated anew with its version, and thrown away', async () => {
    const plan = await draft()
    expect(plan).toMatchObject({ status: 'DRAFT', version: 1, operationCount: 0 })
    const update = `mutation ($id: ID!, $version: Int!, $input: ReorganizationInput!) {
      updateReorganization(id: $id, version: $version, input: $input) { version title targetRule } }`
    const input = facts({ title: 'Phương án 2', targetRule: 'CLOSE' })
    expect(await refused(update, { id: plan.id, version: 7, input })).toMatchObject({
      code: 'CONFLICT',
      actualVersion: 1,
    })
    expect(await api().data(update, { id: plan.id, version: 1, input })).toEqual({
      updateReorganization: { version: 2, title: 'Phương án 2', targetRule: 'CLOSE' },
    })
    const remove = 'mutation ($id: ID!, $version: Int!) { deleteReorganization(id: $id, version: $version) }'
    expect(await refused(remove, { id: plan.id, version: 1 })).toMatchObject({ code: 'CONFLICT' })
    expect(await api().data(remove, { id: plan.id, version: 2 })).toEqual({ deleteReorganization: plan.id })
    expect(await refused(remove, { id: plan.id, version: 2 })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is listed by unit and status, the latest day of effect first', async () => {
    const place = await garden.unit('Huyện có phương án', 'DISTRICT', units.root)
    const first = await draft({ organizationId: place.id, effectiveOn: '2025-01-01' })
    const second = await draft({ organizationId: place.id, effectiveOn: '2026-01-01' })
    const query = `query ($id: ID!, $status: ReorganizationStatus, $first: Int, $after: String) {
      reorganizations(organizationId: $id, status: $status, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { id organization { id } } } } }`
    type Page = {
      reorganizations: { totalCount: number; pageInfo: { endCursor: string }; edges: Array<{ node: Plan }> }
    }
    const page = await api().data<Page>(query, { id: place.id, first: 1 })
    expect(page.reorganizations).toMatchObject({ totalCount: 2, edges: [{ node: { id: second.id } }] })
    const after = page.reorganizations.pageInfo.endCursor
    const rest = await api().data<Page>(query, { id: place.id, first: 1, after })
    expect(rest.reorganizations.edges).toMatchObject([{ node: { id: first.id } }])
    const applied = await api().data<Page>(query, { id: place.id, status: 'APPLIED' })
    expect(applied.reorganizations.totalCount).toBe(0)
  })
})

describe('operations of a draft', () => {
  const newUnit = (over: object = {}) => ({
    code: garden.code('moi'),
    name: 'Xã Mới',
    tier: 'SUPERIOR_COMMUNE',
    kind: 'COMMUNE',
    parent: of(units.root),
    ...over,
  })

  it.each<[string, () => object, string]>([
    ['merges nothing', () => ({ kind: 'MERGE', successors: [{ newUnit: newUnit() }] }), 'units'],
    ['merges into nobody', () => ({ kind: 'MERGE', units: [of(units.k)] }), 'successors'],
    [
      'splits into one',
      () => ({ kind: 'SPLIT', units: [of(units.k)], successors: [{ newUnit: newUnit() }] }),
      'successors',
    ],
    [
      'names a unit twice',
      () => ({ kind: 'MERGE', units: [of(units.k), of(units.k)], successors: [{ newUnit: newUnit() }] }),
      'units',
    ],
    ['moves nowhere', () => ({ kind: 'MOVE', units: [of(units.k)] }), 'parent'],
    ['dissolves without a reason', () => ({ kind: 'DISSOLVE', units: [of(units.k)] }), 'reason'],
    [
      'dissolves for a reason of its own',
      () => ({ kind: 'DISSOLVE', units: [of(units.k)], reason: 'BORED' }),
      'reason',
    ],
    ['renames to nothing', () => ({ kind: 'RENAME', units: [of(units.k)], name: ' ' }), 'name'],
    ['reclassifies nothing', () => ({ kind: 'RECLASSIFY', units: [of(units.k)] }), 'unitKind'],
    ['founds nobody', () => ({ kind: 'ESTABLISH' }), 'newUnit'],
    [
      'names a unit in two ways',
      () => ({ kind: 'RENAME', units: [{ ...of(units.k), code: 'x' }], name: 'Xã' }),
      'units',
    ],
    [
      'names a code that nobody carries',
      () => ({ kind: 'RENAME', units: [{ code: 'nobody' }], name: 'Xã' }),
      'units',
    ],
    [
      'gives one code to two units',
      () => ({ kind: 'MOVE', units: [of(units.k), of(units.a)], parent: of(units.b), code: 'x' }),
      'code',
    ],
  ])('refuse one that %s, and name it', async (_what, operation, field) => {
    const { id, version } = await draft()
    const operations = [{ kind: 'RENAME', units: [of(units.k)], name: 'Xã Khác' }, operation()]
    const refusal = await refused(addMutation, { input: { id, version, operations } })
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' })
    expect(Object.keys((refusal as unknown as { fields: object }).fields)).toEqual([`operations.1.${field}`])
  })

  it('come by id, by the code of the day before and by reference; are changed, and taken out', async () => {
    const k = await garden.unit('Xã có mã', 'GRASSROOTS', units.a)
    const code = garden.code('ma')
    const coded = await garden.unit('Xã mang mã', 'GRASSROOTS', units.a, { code: 'ma' })
    let plan = await add(await draft(), [
      { kind: 'MERGE', units: [of(k), { code }], successors: [{ newUnit: newUnit({ ref: 'moi' }) }] },
      { kind: 'RENAME', units: [of(units.k)], name: 'Xã Khác' },
      { kind: 'MOVE', units: [of(units.k)], parent: { ref: 'moi' } },
    ])
    expect(plan).toMatchObject({ operationCount: 3, version: 2 })
    const [merge, rename, move] = operationsOf(plan)
    expect(merge).toMatchObject({
      position: 1,
      kind: 'MERGE',
      units: [{ organization: { id: k.id } }, { organization: { id: coded.id, code } }],
      successors: [
        {
          position: 0,
          principal: true,
          extent: 'WHOLE',
          unit: null,
          newUnit: { ref: 'moi', parent: { organization: { id: units.root.id } } },
        },
      ],
    })
    expect(move).toMatchObject({ parent: { ref: 'moi', organization: null } })
    const change = `mutation ($id: ID!, $version: Int!, $operationId: ID!, $operation: OperationInput!) {
      changeOperation(id: $id, version: $version, operationId: $operationId, operation: $operation) { ${shown} } }`
    const changed = await api().data<{ changeOperation: Plan }>(change, {
      id: plan.id,
      version: plan.version,
      operationId: rename?.id,
      operation: { kind: 'RENAME', units: [of(units.k)], name: 'Xã Tên Khác' },
    })
    expect(operationsOf(changed.changeOperation)[1]).toMatchObject({ id: rename?.id, name: 'Xã Tên Khác' })
    const remove = `mutation ($id: ID!, $version: Int!, $ids: [ID!]!) {
      removeOperations(id: $id, version: $version, operationIds: $ids) { ${shown} } }`
    const other = await draft()
    expect(await refused(remove, { id: other.id, version: other.version, ids: [rename?.id] })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const removed = await api().data<{ removeOperations: Plan }>(remove, {
      id: plan.id,
      version: changed.changeOperation.version,
      ids: [rename?.id],
    })
    plan = removed.removeOperations
    expect(operationsOf(plan).map(({ kind, position }) => [kind, position])).toEqual([
      ['MERGE', 1],
      ['MOVE', 2],
    ])
    const replace = `mutation ($input: OperationsInput!) { replaceOperations(input: $input) { ${shown} } }`
    const replaced = await api().data<{ replaceOperations: Plan }>(replace, {
      input: {
        id: plan.id,
        version: plan.version,
        operations: [{ kind: 'DISSOLVE', units: [of(units.k)], reason: 'TOO_FEW_MEMBERS' }],
      },
    })
    expect(operationsOf(replaced.replaceOperations)).toMatchObject([{ kind: 'DISSOLVE', position: 1 }])
  })
})

describe('a mapping table', () => {
  const preview = `query ($id: ID!, $input: MappingInput!) { mappingPreview(id: $id, input: $input) {
    rows faults { line field refusal { code vi en } }
    operations { kind units { organization { code } } parent { organization { id } } tier unitKind name code
      successors { principal unit { ref } newUnit { ref code name tier kind } } newUnit { code } } } }`
  const mutation = `mutation ($id: ID!, $version: Int!, $input: MappingInput!) {
    addMapping(id: $id, version: $version, input: $input) { ${shown} } }`

  let serial = 0

  async function communes(count: number): Promise<string[]> {
    const codes: string[] = []
    for (let index = 0; index < count; index += 1) {
      serial += 1
      const code = `x${serial}`
      await garden.unit(`Xã số ${serial}`, 'GRASSROOTS', units.a, { code })
      codes.push(garden.code(code))
    }
    return codes
  }

  it('becomes merges, splits, and units that stay themselves', async () => {
    const [a, b, c, d] = await communes(4)
    const plan = await draft()
    const text = [
      'old_code,old_name,new_code,new_name,extent',
      `${a},Xã A,${a},Phường An,Nhập toàn bộ`,
      `${b},Xã B,${a},Phường An,Nhập toàn bộ`,
      `${c},Xã C,${a},Phường An,Nhập một phần`,
      `${c},Xã C,${c},"Xã Cò, mới",Nhập một phần`,
      '',
      `${d},Xã D,${d},Phường Dương,Đổi loại hình`,
    ].join('\r\n')
    const input = { text, parent: of(units.root) }
    const { mappingPreview } = await api().data<{ mappingPreview: object }>(preview, { id: plan.id, input })
    expect(mappingPreview).toMatchObject({
      rows: 5,
      faults: [],
      operations: [
        {
          kind: 'MERGE',
          units: [{ organization: { code: a } }, { organization: { code: b } }],
          successors: [
            { newUnit: { ref: a, code: a, name: 'Phường An', tier: 'SUPERIOR_COMMUNE', kind: 'WARD' } },
          ],
        },
        { kind: 'ESTABLISH', newUnit: { code: c } },
        { kind: 'RECLASSIFY', name: 'Phường Dương', unitKind: 'WARD', tier: 'SUPERIOR_COMMUNE', code: null },
        { kind: 'MOVE', parent: { organization: { id: units.root.id } } },
        {
          kind: 'SPLIT',
          units: [{ organization: { code: c } }],
          successors: [
            { unit: { ref: a }, principal: false },
            { unit: { ref: c }, principal: true },
          ],
        },
      ],
    })
    const { addMapping } = await api().data<{ addMapping: Plan }>(mutation, {
      id: plan.id,
      version: plan.version,
      input,
    })
    expect(operationsOf(addMapping).map(({ kind }) => kind)).toEqual([
      'MERGE',
      'ESTABLISH',
      'RECLASSIFY',
      'MOVE',
      'SPLIT',
    ])
  })

  it('tells every line that is wrong, and then adds nothing', async () => {
    const [a, b, c] = await communes(3)
    const plan = await draft()
    const rows = [
      { oldCode: a, newCode: 'n1', newName: 'Xã Một' },
      { oldCode: 'nobody', newCode: 'n1' },
      { oldCode: b, newCode: 'n2', extent: 'PART' },
      { oldCode: c, newCode: 'n1' },
      { oldCode: c, newCode: 'n3', extent: 'half' },
    ]
    const input = { rows, parent: of(units.root) }
    const { mappingPreview } = await api().data<{
      mappingPreview: { faults: Array<{ line: number; field: string }> }
    }>(preview, { id: plan.id, input })
    expect(mappingPreview.faults.map(({ line, field }) => [line, field])).toEqual([
      [5, 'extent'],
      [3, 'extent'],
      [4, 'extent'],
      [5, 'extent'],
      [2, 'oldCode'],
    ])
    expect(await refused(mutation, { id: plan.id, version: plan.version, input })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'rows.5.extent': expect.any(String) as string },
    })
    const unnamed = {
      rows: [
        { oldCode: a, newCode: 'n4' },
        { oldCode: b, newCode: 'n4' },
      ],
      parent: of(units.root),
    }
    expect(await refused(mutation, { id: plan.id, version: plan.version, input: unnamed })).toMatchObject({
      fields: { 'rows.1.newName': expect.stringContaining('n4') as string },
    })
  })
})
