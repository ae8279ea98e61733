import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText, textWith } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let late: Unit
let ended: Unit

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
  late = await garden.unit('Chi bộ muộn', 'CELL', units.k, { on: '2024-01-01' })
  ended = await garden.unit('Chi bộ tan', 'CELL', units.k)
  await garden.act('dissolveOrganization', { ...ended, effectiveOn: '2024-07-01', successorId: units.k1.id })
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

const at = (personId: string, cell: Unit, on: string, facts: Record<string, unknown> = {}) => ({
  personId,
  organizationId: cell.id,
  on,
  ...facts,
})
const admission = { youthUnion: false }
const conflict = { code: 'CONFLICT' }

describe('an event', () => {
  it('is refused in the future, before the unit, after its end, and where no members can be', async () => {
    const person = await garden.person()
    const tried = (cell: Unit, on: string) => refused('recordAdmission', at(person, cell, on, admission))
    expect(await tried(units.k1, '2026-11-22')).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { on: anyText },
    })
    expect(await tried(late, '2023-12-31')).toMatchObject({ code: 'DATE_OUT_OF_RANGE', since: '2024-01-01' })
    expect(await tried(ended, '2024-07-01')).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
      until: '2024-06-30',
    })
    for (const unit of [units.k, units.a, units.root])
      expect(await tried(unit, '2024-01-01')).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { organizationId: anyText },
      })
  })

  it('is refused for unknown persons, cells, documents and codes, before the birth, and with long texts', async () => {
    const person = await garden.person()
    const cases: Array<[string, Record<string, unknown>, string]> = [
      ['recordAdmission', { personId: 'x' }, 'NOT_FOUND'],
      ['recordAdmission', { organizationId: 'x' }, 'NOT_FOUND'],
      ['recordAdmission', { documentId: 'x' }, 'NOT_FOUND'],
      ['recordAdmission', { occupation: 'toString' }, 'INVALID_INPUT'],
      ['recordAdmission', { degree: 'PHD' }, 'INVALID_INPUT'],
      ['recordAdmission', { sourceKind: '' }, 'INVALID_INPUT'],
      ['recordAdmission', { note: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
      ['recordAdmission', { on: '2024-02-30' }, 'INVALID_INPUT'],
    ]
    for (const [mutation, facts, code] of cases) {
      const input = { ...at(person, units.k1, '2024-01-01', admission), ...facts }
      expect(await refused(mutation, input), JSON.stringify(facts)).toMatchObject({ code })
    }
    const child = await garden.person({ birthDate: '2024-06-01' })
    expect(await refused('recordAdmission', at(child, units.k1, '2024-05-31', admission))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const others: Array<[string, Record<string, unknown>]> = [
      ['recordIntroduction', { introducer: 'FRIENDS' }],
      ['recordCourseCompletion', { audience: 'ALL' }],
      ['recordCourseCompletion', { audience: 'PUPIL', courseName: 'x'.repeat(201) }],
      ['recordTransferIn', { outsideKind: 'MOON', probationary: false }],
      ['recordTransferIn', { outsideKind: 'ABROAD', outsidePlace: 'x'.repeat(201), probationary: false }],
    ]
    for (const [mutation, facts] of others)
      expect(await refused(mutation, at(person, units.k1, '2024-01-01', facts)), mutation).toMatchObject({
        code: 'INVALID_INPUT',
      })
  })

  it('is refused of someone who is no member', async () => {
    const person = await garden.person()
    const cases: Array<[string, Record<string, unknown>]> = [
      ['recordCeremony', {}],
      ['recordRecognition', {}],
      ['recordTransfer', { toOrganizationId: units.k2.id }],
      ['recordTransferOut', { outsideKind: 'ABROAD' }],
      ['recordRemoval', { reason: 'RESIGNED' }],
      ['recordDeath', {}],
    ]
    for (const [mutation, facts] of cases)
      expect(await refused(mutation, at(person, units.k1, '2024-01-01', facts)), mutation).toMatchObject(
        conflict,
      )
  })

  it('is refused of a member where it cannot follow', async () => {
    const { person } = await garden.admit(units.k1, '2024-03-01')
    const other = { toOrganizationId: units.k2.id }
    const cases: Array<[string, Unit, string, Record<string, unknown>, string]> = [
      ['recordAdmission', units.k1, '2024-03-01', admission, 'member already'],
      ['recordAdmission', units.l1, '2025-03-01', admission, 'member already'],
      ['recordAdmission', units.l1, '2024-02-01', admission, 'later event'],
      ['recordReadmission', units.k1, '2025-03-01', admission, 'member already'],
      ['recordIntroduction', units.k1, '2025-03-01', { introducer: 'VETERANS' }, 'member already'],
      ['recordCourseCompletion', units.k1, '2025-03-01', { audience: 'OTHER' }, 'member already'],
      ['recordRecognition', units.k1, '2025-03-01', {}, 'ceremony'],
      ['recordCeremony', units.k1, '2024-02-28', {}, 'not a member'],
      ['recordCeremony', units.k2, '2024-04-01', {}, 'another cell'],
      ['recordTransfer', units.k1, '2024-04-01', { toOrganizationId: units.k1.id }, 'another cell'],
      ['recordTransfer', units.k2, '2024-04-01', { toOrganizationId: units.k1.id }, 'another cell'],
      ['recordTransfer', units.k1, '2024-02-01', other, 'not a member'],
      ['recordTransferIn', units.k2, '2024-04-01', { outsideKind: 'ABROAD', probationary: false }, 'already'],
    ]
    for (const [mutation, cell, on, facts, reason] of cases)
      expect(await refused(mutation, at(person, cell, on, facts)), `${mutation} ${on}`).toMatchObject({
        code: 'CONFLICT',
        message: textWith(reason),
      })
    for (const [toOrganizationId, code] of [
      [units.k.id, 'INVALID_INPUT'],
      ['x', 'NOT_FOUND'],
      [ended.id, 'DATE_OUT_OF_RANGE'],
    ] as const)
      expect(
        await refused('recordTransfer', at(person, units.k1, '2024-08-01', { toOrganizationId })),
      ).toMatchObject({ code })
  })

  it('is refused after the death, and before it where the death would no longer hold', async () => {
    const { person } = await garden.admit(units.k1, '2024-03-01')
    await garden.event('recordDeath', person, units.k1, '2024-06-01')
    for (const [mutation, facts, on] of [
      ['recordCeremony', {}, '2024-07-01'],
      ['recordReadmission', admission, '2024-07-01'],
      ['recordDeath', {}, '2024-07-01'],
      ['recordIntroduction', { introducer: 'VETERANS' }, '2024-07-01'],
      ['recordTransfer', { toOrganizationId: units.k2.id }, '2024-05-01'],
      ['recordRemoval', { reason: 'RESIGNED' }, '2024-05-01'],
    ] as const)
      expect(await refused(mutation, at(person, units.k1, on, facts)), mutation).toMatchObject(conflict)
  })

  it('is refused as a removal for a reason that does not fit', async () => {
    const official = await garden.person()
    await garden.event('recordOpeningMember', official, units.k1, '2023-12-31', { probationary: false })
    for (const [reason, code] of [
      ['PROBATION_REMOVED', 'CONFLICT'],
      ['DECISION_CANCELLED', 'CONFLICT'],
      ['DIED', 'INVALID_INPUT'],
    ] as const)
      expect(await refused('recordRemoval', at(official, units.k1, '2024-05-01', { reason }))).toMatchObject({
        code,
      })
    await garden.event('recordRemoval', official, units.k1, '2024-05-01', { reason: 'EXPELLED' })
    expect(await refused('recordAdmission', at(official, units.k1, '2025-05-01', admission))).toMatchObject({
      code: 'CONFLICT',
      message: textWith('readmission'),
    })
  })
})

describe('a correction', () => {
  it('is refused without a reason, of nothing, with a stale version, twice, and where a later event rests on it', async () => {
    const { person, event } = await garden.admit(units.k1, '2024-03-01')
    const ceremony = await garden.event('recordCeremony', person, units.k1, '2024-04-01')
    const correction = { id: event, version: 1, reason: 'ghi nhầm' }
    expect(await refused('correctEvent', { ...correction, id: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
    for (const reason of ['', '  ', 'x'.repeat(2_001)])
      expect(await refused('correctEvent', { ...correction, reason })).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { reason: anyText },
      })
    expect(await refused('correctEvent', { ...correction, version: 5 })).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 5,
      actualVersion: 1,
    })
    expect(await refused('correctEvent', correction)).toMatchObject({
      code: 'CONFLICT',
      message: textWith('later event'),
    })
    await garden.act('correctEvent', { id: ceremony.id, version: 1, reason: 'chưa tổ chức' })
    for (const version of [1, 2])
      expect(await refused('correctEvent', { id: ceremony.id, version, reason: 'lại' })).toMatchObject(
        conflict,
      )
    await garden.act('correctEvent', correction)
  })

  it('of two at once, one is done and one refused', async () => {
    const { event } = await garden.admit(units.k1, '2024-03-01')
    const question = `mutation ($input: CorrectionInput!) { correctEvent(input: $input) { correctedOn } }`
    const input = { id: event, version: 1, reason: 'ghi nhầm' }
    const answers = await Promise.all([1, 2, 3].map(() => api().ask(question, { input })))
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })
})
