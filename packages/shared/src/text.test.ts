import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeName, searchKey, sortKey } from './text.js'

const sorted = (names: readonly string[]) => [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

describe('a name in a search', () => {
  it.each(['Điện Phương', 'ĐIỆN PHƯƠNG', 'dien phuong', 'Điện Phương'.normalize('NFD'), '  Điện   Phương '])(
    '"%s" is found as dien phuong',
    (text) => {
      expect(searchKey(text)).toBe('dien phuong')
    },
  )

  it('is the same composed and decomposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text.normalize('NFC')))
      }),
    )
  })

  it('keeps tone placement out: hoà and hòa are one', () => {
    expect(searchKey('Điện Hoà')).toBe(searchKey('Điện Hòa'))
  })
})

describe('a name as stored', () => {
  it('is composed, with single spaces', () => {
    expect(normalizeName(' Xã\u00a0 Ba  Tơ '.normalize('NFD'))).toBe('Xã Ba Tơ'.normalize('NFC'))
  })

  it('keeps apart what differs only by a mark', () => {
    expect(sortKey('Xã Ba Tô')).not.toBe(sortKey('Xã Ba Tơ'))
  })
})

describe('the order of names', () => {
  it('is that of the Vietnamese alphabet, d before đ', () => {
    const names = ['Dũng', 'Đạt', 'Ân', 'An', 'Ăn', 'Ơn', 'Ôn', 'On', 'Ưu', 'Uy']
    expect(sorted([...names].reverse())).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Dũng',
      'Đạt',
      'On',
      'Ôn',
      'Ơn',
      'Uy',
      'Ưu',
    ])
  })

  it('puts tones after letters', () => {
    expect(sorted(['Ma', 'Mạ', 'Mã', 'Má', 'Mà', 'Mả', 'Man'])).toEqual([
      'Ma',
      'Mà',
      'Mả',
      'Mã',
      'Má',
      'Mạ',
      'Man',
    ])
  })

  it('counts numbers by value', () => {
    expect(sorted(['Khu phố 10', 'Khu phố 2', 'Khu phố 1'])).toEqual(['Khu phố 1', 'Khu phố 2', 'Khu phố 10'])
  })
})
