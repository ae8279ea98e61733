import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { anyText } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden

beforeAll(() => {
  garden = new Garden(api())
})

const facts = (change: Record<string, unknown> = {}) => ({
  fullName: 'Nguyễn Thị Thử',
  birthDate: '1999-05-20',
  female: true,
  ethnicity: '01',
  ...change,
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

const found = async (text: string) =>
  (
    await api().data<{ searchPersons: { fullName: string }[] }>(
      'query ($text: String!) { searchPersons(text: $text) { fullName } }',
      { text },
    )
  ).searchPersons.map(({ fullName }) => fullName)

describe('a person', () => {
  it('is refused with facts that cannot be', async () => {
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ fullName: '   ' }, 'fullName'],
      [{ fullName: 'x'.repeat(201) }, 'fullName'],
      [{ birthDate: '2026-11-22' }, 'birthDate'],
      [{ birthDate: '1999-02-29' }, 'birthDate'],
      [{ ethnicity: '1' }, 'ethnicity'],
      [{ ethnicity: 'toString' }, 'ethnicity'],
      [{ religion: '' }, 'religion'],
      [{ religion: '99' }, 'religion'],
      [{ identityNumber: '' }, 'identityNumber'],
      [{ identityNumber: '98000000001' }, 'identityNumber'],
      [{ identityNumber: '0980000000011' }, 'identityNumber'],
      [{ identityNumber: '09800000000a' }, 'identityNumber'],
      [{ identityNumber: '٠٩٨٠٠٠٠٠٠٠٠١' }, 'identityNumber'],
      [{ note: 'x'.repeat(2_001) }, 'note'],
    ]
    for (const [change, field] of cases)
      expect(await refused('createPerson', facts(change)), JSON.stringify(change)).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
  })

  it('has an identity number that nobody else has, leading zeros kept, and shows its end alone', async () => {
    const identityNumber = '098000000017'
    const read = 'id version identityNumber'
    const first = await garden.act('createPerson', facts({ identityNumber }), read)
    expect(first).toMatchObject({ version: 1, identityNumber: '•••••••••017' })
    expect(await refused('createPerson', facts({ identityNumber }))).toMatchObject({ code: 'CONFLICT' })
    const second = await garden.act('createPerson', facts({ identityNumber: '098000000018' }))
    const change = { id: second.id, version: 1, ...facts({ identityNumber }) }
    expect(await refused('updatePerson', change)).toMatchObject({ code: 'CONFLICT' })
    const own = { id: first.id, version: 1, ...facts({ identityNumber, fullName: 'Nguyễn Thị Đổi' }) }
    expect(await garden.act('updatePerson', own, read)).toMatchObject({ version: 2, id: first.id })
    expect(await refused('updatePerson', own)).toMatchObject({
      code: 'CONFLICT',
      expectedVersion: 1,
      actualVersion: 2,
    })
    for (const id of ['x', `${first.id} `])
      expect(await refused('updatePerson', { ...own, id })).toMatchObject({ code: 'NOT_FOUND' })
    const query = 'query ($id: ID!) { person(id: $id) { fullName identityNumber } }'
    for (const id of ['', 'x', `${first.id} `])
      expect((await api().refusal(query, { id })).extensions.code).toBe('NOT_FOUND')
    expect(await api().data(query, { id: first.id })).toEqual({
      person: { fullName: 'Nguyễn Thị Đổi', identityNumber: '•••••••••017' },
    })
  })

  it('of several created at once with one number, exists once', async () => {
    const query = 'mutation ($input: PersonInput!) { createPerson(input: $input) { id } }'
    for (let round = 0; round < 4; round += 1) {
      const input = facts({ identityNumber: `09800000010${round}` })
      const answers = await Promise.all([1, 2, 3, 4].map(() => api().ask(query, { input })))
      const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
      expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'done'])
    }
  })

  it('is found without accents by every word, whatever the form, and never by a wildcard', async () => {
    await garden.act('createPerson', facts({ fullName: 'Đặng  Thị Ánh 100%'.normalize('NFD') }))
    for (const text of ['dang anh', 'ĐẶNG ÁNH', 'Đặng Thị'.normalize('NFD'), 'anh 100%'])
      expect(await found(text), text).toEqual(['Đặng Thị Ánh 100%'])
    for (const text of ['', ' ', '\u0301', 'd_ng', '1%0', 'ánh dương']) expect(await found(text)).toEqual([])
    const query = 'query ($text: String!, $first: Int) { searchPersons(text: $text, first: $first) { id } }'
    for (const variables of [{ text: 'x'.repeat(101) }, { text: 'a\u0000' }, { text: 'a', first: 0 }])
      expect((await api().refusal(query, variables)).extensions.code).toBe('INVALID_INPUT')
  })

  it('keeps the longest name there is', async () => {
    for (const fullName of ['ế'.repeat(200), '한'.repeat(200)]) {
      const { fullName: kept } = await garden.act<{ fullName: string }>(
        'createPerson',
        facts({ fullName }),
        'fullName',
      )
      expect(kept).toBe(fullName)
    }
  })
})
