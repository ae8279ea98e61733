import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const document = (facts: Record<string, unknown> = {}) => ({
  organizationId: units.k.id,
  number: '12-QĐ/HU',
  title: 'Quyết định chuẩn y',
  ...facts,
})

describe('a document', () => {
  it('is refused without number or title, with overlong texts, and at an unknown unit', async () => {
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ number: ' ' }, 'INVALID_INPUT'],
      [{ number: 'x'.repeat(81) }, 'INVALID_INPUT'],
      [{ title: '' }, 'INVALID_INPUT'],
      [{ title: 'x'.repeat(401) }, 'INVALID_INPUT'],
      [{ issuer: 'x'.repeat(201) }, 'INVALID_INPUT'],
      [{ note: 'x'.repeat(2_001) }, 'INVALID_INPUT'],
      [{ signedOn: '2024-02-30' }, 'INVALID_INPUT'],
      [{ organizationId: 'x' }, 'NOT_FOUND'],
    ]
    for (const [facts, code] of cases) {
      const before = await stored(database())
      const { extensions } = await garden.refusal('createDocument', document(facts))
      expect(extensions, JSON.stringify(facts)).toMatchObject({ code })
      expect(await stored(database())).toEqual(before)
    }
  })

  it('is filed at its unit, the newest first, in composed letters', async () => {
    const title = 'Nghị quyết đại hội'.normalize('NFD')
    await garden.act('createDocument', document({ title, signedOn: '2024-01-05', issuer: 'Huyện ủy' }), 'id')
    await garden.act('createDocument', document({ number: '13-QĐ/HU', signedOn: '2024-02-05' }), 'id')
    const { organization } = await api().data<{ organization: { documents: object[] } }>(
      `query ($id: ID!) { organization(id: $id) { documents { number title issuer signedOn note } } }`,
      { id: units.k.id },
    )
    expect(organization.documents).toEqual([
      { number: '13-QĐ/HU', title: 'Quyết định chuẩn y', issuer: null, signedOn: '2024-02-05', note: null },
      {
        number: '12-QĐ/HU',
        title: 'Nghị quyết đại hội',
        issuer: 'Huyện ủy',
        signedOn: '2024-01-05',
        note: null,
      },
    ])
  })

  it('is shown with what rests on it', async () => {
    const { id: documentId } = await garden.act('createDocument', document({ number: '14-QĐ/HU' }), 'id')
    const { person } = await garden.admit(units.k1, '2024-03-01', { documentId })
    const read = await api().data<{ person: { events: object[] } }>(
      `query ($id: ID!) { person(id: $id) { events { document { number } } } }`,
      { id: person },
    )
    expect(read.person.events).toEqual([{ document: { number: '14-QĐ/HU' } }])
  })
})
