import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'

const api = useApi(useDatabase(), { clock: new FixedClock('2026-11-21') })

const query = `query ($text: String!, $at: Date, $first: Int) {
  searchOrganizations(text: $text, at: $at, first: $first) { name code at }
}`

let garden: Garden

beforeAll(async () => {
  garden = new Garden(api())
  const root = await garden.unit('Tỉnh Quảng Thử', 'PROVINCE', null, { kind: 'PROVINCE' })
  const grown = (name: string) => garden.unit(name, 'GRASSROOTS', root)
  await grown('Xã Điện Phương')
  await grown('Xã Đại Lộc')
  await garden.unit('Hợp tác xã 100% An_Bình', 'GRASSROOTS', root, { code: 'HTX' })
  await grown('Xã Trùng!')
  const old = await grown('Xã Tên Cũ')
  await garden.act('renameOrganization', { ...old, effectiveOn: '2024-05-01', name: 'Xã Tên Mới' })
  const gone = await grown('Xã Đã Tan')
  await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2023-07-01' })
})

const found = async (text: string, at?: string) => {
  const { searchOrganizations } = await api().data<{ searchOrganizations: Array<{ name: string }> }>(query, {
    text,
    at,
  })
  return searchOrganizations.map(({ name }) => name)
}

describe('searchOrganizations', () => {
  it('refuses control characters, halves of characters, overlong texts and page sizes out of range', async () => {
    for (const text of ['a\u0000b', 'a\u0007', '\u001b[0m', '\ud800', 'x'.repeat(101)])
      expect((await api().refusal(query, { text })).extensions.code).toBe('INVALID_INPUT')
    for (const first of [0, 201])
      expect((await api().refusal(query, { text: 'xa', first })).extensions.code).toBe('INVALID_INPUT')
  })

  it('finds nothing for an empty text, also one of marks alone', async () => {
    for (const text of ['', '   ', '\u0301', ' \u0323\u0301 ']) expect(await found(text)).toEqual([])
  })

  it('finds with and without accents, composed and decomposed, đ as d, in any case', async () => {
    for (const text of ['điện phương', 'dien phuong', 'ĐIỆN PHƯƠNG', 'Dien', 'phuong dien', 'iện phư']) {
      expect(await found(text), text).toContain('Xã Điện Phương')
      expect(await found(text.normalize('NFD')), `${text} in NFD`).toContain('Xã Điện Phương')
    }
    expect(await found('dai loc')).toEqual(['Xã Đại Lộc'])
    expect(await found('dien loc')).toEqual([])
  })

  it('takes the wildcards of LIKE as text', async () => {
    expect(await found('100%')).toEqual(['Hợp tác xã 100% An_Bình'])
    expect(await found('an_binh')).toEqual(['Hợp tác xã 100% An_Bình'])
    expect(await found('trung!')).toEqual(['Xã Trùng!'])
    for (const text of ['di_n', '1%0', 'x%', '\\', "' OR 1=1 --"]) expect(await found(text)).toEqual([])
  })

  it('finds by the code', async () => {
    expect(await found(garden.code('Xã Đại Lộc'))).toEqual(['Xã Đại Lộc'])
    expect(await found(` ${garden.code('Xã Đại Lộc')} `)).toEqual(['Xã Đại Lộc'])
  })

  it('finds a unit under the name that it had on the day, and only while it lived', async () => {
    expect(await found('ten cu', '2024-04-30')).toEqual(['Xã Tên Cũ'])
    expect(await found('ten moi', '2024-04-30')).toEqual([])
    expect(await found('ten cu', '2024-05-01')).toEqual([])
    expect(await found('ten moi')).toEqual(['Xã Tên Mới'])
    expect(await found('da tan', '2023-06-30')).toEqual(['Xã Đã Tan'])
    expect(await found('da tan', '2023-07-01')).toEqual([])
    expect(await found('dien phuong', '2019-12-31')).toEqual([])
  })
})
