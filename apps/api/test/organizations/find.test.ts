import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { anyText } from '../matching.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

const find =
  'query ($id: ID, $code: String, $at: Date) { organization(id: $id, code: $code, at: $at) { id name at } }'

let garden: Garden
let root: Unit
let first: Unit
let second: Unit

/** The code X belongs to one commune until 30/6/2023, to nobody for half a year, and to another one since 2024. */
beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  first = await garden.unit('X', 'GRASSROOTS', root)
  first = await garden.act('dissolveOrganization', { ...first, effectiveOn: '2023-07-01' })
  second = await garden.unit('X', 'GRASSROOTS', root, { on: '2024-01-01' })
})

const ask = (variables: Record<string, unknown>) =>
  api().data<{ organization: { id: string; name: string; at: string } }>(find, variables)

describe('organization(id, code, at)', () => {
  it('refuses neither and both of id and code', async () => {
    for (const variables of [{}, { id: root.id, code: garden.code('X') }, { id: null, code: null }]) {
      const { extensions } = await api().refusal(find, variables)
      expect(extensions).toMatchObject({ code: 'INVALID_INPUT', fields: { id: anyText } })
    }
  })

  it('says NOT_FOUND of an id or a code that nobody ever had', async () => {
    for (const variables of [
      { id: '00000000-0000-7000-8000-000000000000' },
      { id: 'x' },
      { id: '' },
      { id: `${root.id} ` },
      { id: root.id.toUpperCase() },
      { code: garden.code('nothing') },
      { code: '' },
      { code: `${garden.code('X')} ` },
      { code: garden.code('X').toLowerCase() },
      { code: 'x'.repeat(5_000) },
    ])
      expect((await api().refusal(find, variables)).extensions.code).toBe('NOT_FOUND')
  })

  it('refuses a day outside the life of the unit and says since when and until when', async () => {
    for (const at of ['2019-12-31', '2023-07-01', '9999-12-31'])
      expect((await api().refusal(find, { id: first.id, at })).extensions).toMatchObject({
        code: 'DATE_OUT_OF_RANGE',
        since: '2020-01-01',
        until: '2023-06-30',
      })
    const living = await api().refusal(find, { id: second.id, at: '2023-12-31' })
    expect(living.extensions).toMatchObject({ code: 'DATE_OUT_OF_RANGE', since: '2024-01-01' })
    expect(living.extensions.until).toBeUndefined()
  })

  it('refuses days that are none', async () => {
    for (const at of ['2023-02-29', '2023-2-1', '01/02/2023', '', '2023-02-01T00:00:00Z', 20230201])
      expect((await api().refusal(find, { id: root.id, at })).extensions.code).toBe('INVALID_INPUT')
  })

  it('finds by id on the first and the last day, and today or the last day without a day', async () => {
    for (const at of ['2020-01-01', '2023-06-30'])
      expect((await ask({ id: first.id, at })).organization).toEqual({ id: first.id, name: 'X', at })
    expect((await ask({ id: first.id })).organization.at).toBe('2023-06-30')
    expect((await ask({ id: second.id })).organization.at).toBe('2026-11-21')
  })

  it('resolves a code that was used twice by the day', async () => {
    const code = garden.code('X')
    expect((await ask({ code, at: '2020-01-01' })).organization.id).toBe(first.id)
    expect((await ask({ code, at: '2023-06-30' })).organization.id).toBe(first.id)
    expect((await ask({ code, at: '2024-01-01' })).organization.id).toBe(second.id)
    expect((await ask({ code })).organization.id).toBe(second.id)
    expect((await api().refusal(find, { code, at: '2023-10-01' })).extensions).toMatchObject({
      code: 'DATE_OUT_OF_RANGE',
      since: '2020-01-01',
      until: '2023-06-30',
    })
    expect((await api().refusal(find, { code, at: '2019-12-31' })).extensions.since).toBe('2020-01-01')
  })

  it('refuses the same code twice on one day, past or future', async () => {
    const again = {
      code: garden.code('X'),
      name: 'Y',
      tier: 'GRASSROOTS',
      kind: 'COMMUNE',
      parentId: root.id,
    }
    for (const effectiveOn of ['2021-01-01', '2023-06-30', '2023-07-01', '2024-01-01', '2030-01-01']) {
      const { extensions, message } = await garden.refusal('establishOrganization', { ...again, effectiveOn })
      expect(extensions.code).toBe('CONFLICT')
      expect(message).toContain(garden.code('X'))
    }
  })
})
