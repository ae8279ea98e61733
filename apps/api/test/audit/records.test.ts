import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { logOf, recordsOf, recordsOfPerson } from './log.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2024-06-30') })

let garden: Garden
let cell: Unit
let commune: Unit
beforeAll(async () => {
  garden = new Garden(api())
  const { k, k1 } = await garden.province()
  commune = k
  cell = k1
})

describe('a refused mutation', () => {
  it('is on record with its code and what was asked, and nothing else is', async () => {
    const input = { organizationId: cell.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2025, amountMin: 5 }
    expect((await garden.refusal('setTarget', input)).extensions.code).toBe('INVALID_INPUT')
    const [latest, before] = await recordsOf(garden, cell)
    expect(latest).toMatchObject({ operation: 'setTarget', outcome: 'REFUSED', code: 'INVALID_INPUT' })
    expect(latest?.changes).toContainEqual({ field: 'yearTo', before: null, after: '2025' })
    expect(before).toMatchObject({ operation: 'establishOrganization', outcome: 'DONE' })
  })

  it('is on record also where a decorator refused its input, or the unit is unknown', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'
    const facts = { kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin: 5 }
    await garden.refusal('setTarget', { organizationId: unknown, ...facts })
    const [{ node } = { node: undefined }] = (await logOf(garden, { operation: 'setTarget' })).edges
    expect(node).toMatchObject({ outcome: 'REFUSED', code: 'NOT_FOUND', organizations: [] })
    expect(node?.changes).toContainEqual({ field: 'organizationId', before: null, after: unknown })
  })

  it('ends the request, so that what was asked for after it was not tried', async () => {
    const input = `{ organizationId: "${cell.id}", on: "2020-12-31", members: -1, probationaryMembers: 0 }`
    await garden.client.refusal(
      `mutation { a: recordOpeningBalance(input: ${input}) { id } b: recordOpeningBalance(input: ${input}) { id } }`,
    )
    const records = await recordsOf(garden, cell)
    expect(records.filter(({ operation }) => operation === 'recordOpeningBalance')).toHaveLength(1)
  })
})

describe('a mutation that was done', () => {
  it('is on record with who, from where, in which request, and what it concerns', async () => {
    const answer = await garden.client.ask(
      'mutation ($input: SetTargetInput!) { setTarget(input: $input) { id } }',
      { input: { organizationId: cell.id, kind: 'ASSIGNED', yearFrom: 2023, yearTo: 2023, amountMin: 5 } },
    )
    const id = (answer.body.data as { setTarget: { id: string } }).setTarget.id
    const [latest] = await recordsOf(garden, cell)
    expect(latest).toMatchObject({
      operation: 'setTarget',
      outcome: 'DONE',
      code: null,
      origin: '127.0.0.1',
      requestId: answer.requestId,
      objectKind: 'Target',
      objectId: id,
      organizations: [{ id: cell.id }],
    })
  })

  it('tells before and after, and only what differs', async () => {
    const target = { organizationId: cell.id, kind: 'ASSIGNED', yearFrom: 2022, yearTo: 2022, amountMin: 5 }
    const { id, version } = await garden.act('setTarget', target)
    await garden.act('setTarget', { ...target, id, version, amountMin: 8 })
    const [latest] = await recordsOf(garden, cell)
    expect(latest?.changes).toEqual([{ field: 'amountMin', before: '5', after: '8' }])
    expect(latest?.objectId).toBe(id)
  })

  it('tells what a unit was and became, whoever it was put under', async () => {
    const unit = await garden.unit('Chi bộ X', 'CELL', commune)
    const facts = { effectiveOn: '2023-01-01', version: unit.version }
    await garden.act('renameOrganization', { id: unit.id, name: 'Chi bộ Y', ...facts })
    const [latest] = await recordsOf(garden, unit)
    expect(latest).toMatchObject({ operation: 'renameOrganization', objectId: unit.id })
    expect(latest?.changes).toEqual([{ field: 'name', before: 'Chi bộ X', after: 'Chi bộ Y' }])
  })

  it('is found with every unit and person it concerns', async () => {
    const { m1 } = await new Garden(api()).province()
    const { person } = await garden.admit(cell, '2022-03-03')
    await garden.record('recordTransfer', 'TransferInput', {
      ...{ personId: person, organizationId: cell.id, toOrganizationId: m1.id, on: '2023-02-02' },
    })
    for (const records of [await recordsOf(garden, cell), await recordsOf(garden, m1)])
      expect(records[0]).toMatchObject({ operation: 'recordTransfer', persons: [{ id: person }] })
    const history = (await recordsOfPerson(garden, person)).map(({ operation }) => operation)
    expect(history).toEqual(['recordTransfer', 'recordAdmission', 'createPerson'])
  })

  it('tells of ethnicity, religion and identity number only that they changed', async () => {
    const secret = '098199012345'
    const id = await garden.person({ identityNumber: secret, religion: '01' })
    const facts = { fullName: 'Trần Thị Thử', birthDate: '1999-05-20', female: true, ethnicity: '02' }
    await garden.act('updatePerson', { id, version: 1, ...facts, identityNumber: '098199054321' })
    const [updated, created] = await recordsOfPerson(garden, id)
    expect(updated?.changes).toContainEqual({
      ...{ field: 'fullName', before: 'Nguyễn Thị Thử', after: 'Trần Thị Thử' },
    })
    expect(updated?.changes).toContainEqual({ field: 'ethnicity', before: '•••', after: '•••' })
    expect(updated?.changes).toContainEqual({ field: 'religion', before: '•••', after: null })
    expect(created?.changes).toContainEqual({ field: 'identityNumber', before: null, after: '•••' })
    const [stored] = (await database().reader.query(
      "SELECT COUNT(*) AS amount FROM audit_record WHERE input LIKE '%0981990%' OR before_state LIKE '%0981990%' OR after_state LIKE '%0981990%'",
    )) as { amount: unknown }[]
    expect(Number(stored?.amount)).toBe(0)
  })
})

describe('an export', () => {
  const document = 'mutation ($input: RecordExportInput!) { recordExport(input: $input) }'

  it('is refused where it cannot be, which is on record as well', async () => {
    const refused = { organizationId: cell.id, content: '', rows: 1 }
    expect((await garden.client.refusal(document, { input: refused })).extensions.code).toBe('INVALID_INPUT')
    expect((await recordsOf(garden, cell))[0]).toMatchObject({
      operation: 'recordExport',
      outcome: 'REFUSED',
    })
  })

  it('is on record with the unit, what it holds and how much', async () => {
    await garden.client.data(document, { input: { organizationId: cell.id, content: 'Kết nạp', rows: 12 } })
    const [latest] = await recordsOf(garden, cell)
    expect(latest).toMatchObject({
      operation: 'recordExport',
      outcome: 'DONE',
      organizations: [{ id: cell.id }],
    })
    expect(latest?.changes).toContainEqual({ field: 'rows', before: null, after: '12' })
  })
})

describe('the log', () => {
  it('is read in pages, the latest first, without gaps', async () => {
    const seen: number[] = []
    let after: string | null = null
    for (let more = true; more;) {
      const { edges, pageInfo } = await logOf(garden, {}, { first: 7, after })
      seen.push(...edges.map(({ node }) => node.sequence))
      more = pageInfo.hasNextPage
      after = pageInfo.endCursor
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
    expect(seen.length).toBeGreaterThan(20)
  })

  it('is filtered by unit, all below it, outcome, operation, actor and days', async () => {
    const count = async (filter: Record<string, unknown>) =>
      (await logOf(garden, filter, { first: 200 })).edges.length
    const own = await count({ organizationId: commune.id })
    expect(await count({ organizationId: commune.id, below: true })).toBeGreaterThan(own)
    const refused = await logOf(garden, { outcome: 'REFUSED', organizationId: cell.id })
    expect(new Set(refused.edges.map(({ node }) => node.outcome))).toEqual(new Set(['REFUSED']))
    expect(await count({ from: '2024-06-30', to: '2024-06-30' })).toBe(await count({}))
    expect(await count({ to: '2024-06-29' })).toBe(0)
    expect(await count({ actor: 'nobody of that name' })).toBe(0)
    expect(await count({ operation: 'correctEvent' })).toBe(0)
  })

  it('knows no unit or person that does not exist', async () => {
    const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'
    const ask = (filter: object) =>
      garden.client.refusal(
        'query ($filter: AuditFilterInput) { audit(filter: $filter) { edges { cursor } } }',
        {
          filter,
        },
      )
    expect((await ask({ organizationId: unknown })).extensions.code).toBe('NOT_FOUND')
    expect((await ask({ personId: unknown })).extensions.code).toBe('NOT_FOUND')
  })
})
