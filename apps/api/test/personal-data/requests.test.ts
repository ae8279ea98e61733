import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

const fields = 'id version status answerDue carryDue extended overdue closedOn'
const RECORD = `mutation ($input: RecordDataRequestInput!) { recordDataRequest(input: $input) { ${fields} } }`
const ANSWER = `mutation ($input: AnswerDataRequestInput!) { answerDataRequest(input: $input) { ${fields} } }`
const CARRY = `mutation ($input: DataRequestInput!) { carryOutDataRequest(input: $input) { ${fields} } }`
const EXTEND = `mutation ($input: DataRequestInput!) { extendDataRequest(input: $input) { ${fields} } }`
const LIFT = `mutation ($input: DataRequestInput!) { liftRestriction(input: $input) { ${fields} } }`
const SHEET = `mutation ($input: LookInput!) { drawUpDataSheet(input: $input) {
  drawnUpAt person { fullName identityNumber events { kind } looks { totalCount } } requests { kind status } purposes { code legalBasis } } }`
const LIST = `query ($id: ID!) { organization(id: $id) { admissions { totalCount edges { node { person { id } } } } } }`
const SEARCH = `query ($text: String!) { searchPersons(text: $text) { id } }`
const PURPOSES = `query ($on: Date) { processingPurposes(on: $on) { code legalBasis validFrom } }`
const SET_PURPOSE = `mutation ($input: SetProcessingPurposeInput!) { setProcessingPurpose(input: $input) { validFrom } }`

interface Request {
  id: string
  version: number
  status: string
  answerDue: string
  carryDue: string
}

const as = async (...grants: TestGrant[]): Promise<ApiClient> =>
  api().as((await accountWith({ database: database(), clock }, grants)).pass)

let units: Awaited<ReturnType<Garden['province']>>
let person: string
let name: string
let secretary: ApiClient
let inspector: ApiClient

const words = 'Ghi sai ngày sinh, đề nghị sửa lại theo giấy khai sinh'
const recorded = async (kind: string, facts: object = {}): Promise<Request> => {
  const input = { personId: person, kind, words, ...facts }
  return (await secretary.data<{ recordDataRequest: Request }>(RECORD, { input })).recordDataRequest
}
const seen = ({ id, version }: Request) => ({ id, version })

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  name = `Lê Văn ${garden.prefix}`
  ;({ person } = await garden.admit(units.k1, '2024-05-01', { person: { fullName: name } }))
  secretary = await as({ role: 'CELL_SECRETARY', unit: units.k1 })
  inspector = await as({ role: 'INSPECTOR', unit: units.a })
})

describe('a request about personal data', () => {
  it('is recorded by nobody but who keeps the person, with words, and not for a day ahead', async () => {
    const input = { personId: person, kind: 'CORRECTION', words }
    expect((await inspector.refusal(RECORD, { input })).extensions.code).toBe('FORBIDDEN')
    const elsewhere = await as({ role: 'CELL_SECRETARY', unit: units.m1 })
    expect((await elsewhere.refusal(RECORD, { input })).extensions.code).toBe('NOT_FOUND')
    const mute = await secretary.refusal(RECORD, { input: { ...input, words: ' ' } })
    expect(mute.extensions.fields).toHaveProperty('words')
    const ahead = await secretary.refusal(RECORD, { input: { ...input, receivedOn: '2026-11-28' } })
    expect(ahead.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: { key: 'IN_FUTURE' } })
  })

  it('is to be answered within two working days and carried out within ten', async () => {
    const request = await recorded('CORRECTION', { receivedOn: '2026-11-27' })
    expect(request).toMatchObject({ status: 'RECEIVED', answerDue: '2026-12-01', carryDue: '2026-12-07' })
    const restriction = await recorded('RESTRICTION', { receivedOn: '2026-11-27' })
    expect(restriction).toMatchObject({ carryDue: '2026-12-12' })
  })

  it('says of a day for which no rule is on record that there is none', async () => {
    const input = { personId: person, kind: 'ACCESS', words, receivedOn: '2025-03-03' }
    const refused = await secretary.refusal(RECORD, { input })
    expect(refused.extensions).toMatchObject({ code: 'CONFLICT', reason: { key: 'NO_RULE' } })
  })

  it('is answered before it is carried out, extended once, and closed for good', async () => {
    const request = await recorded('CORRECTION')
    const early = await secretary.refusal(CARRY, { input: seen(request) })
    expect(early.extensions.reason).toMatchObject({ key: 'REQUEST_NOT_ANSWERED' })
    const stale = await secretary.refusal(EXTEND, { input: { id: request.id, version: 9 } })
    expect(stale.extensions).toMatchObject({ code: 'CONFLICT', actualVersion: 1 })
    const { extendDataRequest } = await secretary.data<{ extendDataRequest: Request }>(EXTEND, {
      input: seen(request),
    })
    expect(extendDataRequest).toMatchObject({ extended: true, carryDue: '2026-12-22' })
    const twice = await secretary.refusal(EXTEND, { input: seen(extendDataRequest) })
    expect(twice.extensions.reason).toMatchObject({ key: 'REQUEST_EXTENDED' })
    const { answerDataRequest } = await secretary.data<{ answerDataRequest: Request }>(ANSWER, {
      input: { ...seen(extendDataRequest), answer: 'Sẽ sửa', accepted: true },
    })
    const { carryOutDataRequest } = await secretary.data<{ carryOutDataRequest: Request }>(CARRY, {
      input: seen(answerDataRequest),
    })
    expect(carryOutDataRequest).toMatchObject({ status: 'CARRIED_OUT', closedOn: '2026-11-27' })
    const closed = await secretary.refusal(CARRY, { input: seen(carryOutDataRequest) })
    expect(closed.extensions.reason).toMatchObject({ key: 'REQUEST_CLOSED' })
  })
})

describe('a person whose data is restricted', () => {
  const list = async (client: ApiClient): Promise<string[]> => {
    const data = await client.data<{
      organization: { admissions: { edges: Array<{ node: { person: { id: string } } }> } }
    }>(LIST, { id: units.k1.id })
    return data.organization.admissions.edges.map(({ node }) => node.person.id)
  }

  it('is not in the lists of others, is in those of who keeps them, and is back when it is lifted', async () => {
    expect(await list(inspector)).toEqual([person])
    const request = await recorded('RESTRICTION')
    const { answerDataRequest } = await secretary.data<{ answerDataRequest: Request }>(ANSWER, {
      input: { ...seen(request), answer: 'Đồng ý', accepted: true },
    })
    const { carryOutDataRequest } = await secretary.data<{ carryOutDataRequest: Request }>(CARRY, {
      input: seen(answerDataRequest),
    })
    expect(await list(inspector)).toEqual([])
    expect(await inspector.data(SEARCH, { text: name })).toEqual({ searchPersons: [] })
    expect(await list(secretary)).toEqual([person])
    await secretary.data(LIFT, { input: seen(carryOutDataRequest) })
    expect(await list(inspector)).toEqual([person])
  })
})

describe('the data sheet of a person', () => {
  it('is drawn up by nobody but who keeps the person, and goes on record', async () => {
    const input = { personId: person, reason: 'Theo yêu cầu của đảng viên' }
    expect((await inspector.refusal(SHEET, { input })).extensions.code).toBe('FORBIDDEN')
    const { drawUpDataSheet } = await secretary.data<{ drawUpDataSheet: object }>(SHEET, { input })
    expect(drawUpDataSheet).toMatchObject({
      person: { fullName: name, events: [{ kind: 'ADMISSION' }], looks: { totalCount: 1 } },
      purposes: [{ code: 'MEMBERSHIP' }, { code: 'SOURCES' }, { code: 'STATISTICS' }, { code: 'INSPECTION' }],
    })
  })
})

describe('what data is processed for', () => {
  it('rests on the law of the day', async () => {
    const on = async (day: string) =>
      (await secretary.data<{ processingPurposes: Array<{ legalBasis: string }> }>(PURPOSES, { on: day }))
        .processingPurposes[0]?.legalBasis
    expect(await on('2025-12-31')).toContain('13/2023/NĐ-CP')
    expect(await on('2026-01-01')).toContain('91/2025/QH15')
  })

  it('is stated anew from a day on by who administers the installation alone', async () => {
    const input = {
      code: 'INSPECTION',
      validFrom: '2027-01-01',
      textVi: 'Nội dung mới',
      textEn: 'New text',
      legalBasis: 'Căn cứ mới',
    }
    expect((await secretary.refusal(SET_PURPOSE, { input })).extensions.code).toBe('FORBIDDEN')
    const admin = await as({ role: 'SYSTEM_ADMIN', unit: null })
    await admin.data(SET_PURPOSE, { input })
    expect((await admin.refusal(SET_PURPOSE, { input })).extensions.code).toBe('CONFLICT')
  })
})
