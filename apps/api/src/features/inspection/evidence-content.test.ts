import { describe, expect, it } from 'vitest'
import { checksumOf, draw, type FrozenWhole } from './evidence-content.js'

const rows = Array.from({ length: 30 }, (_, position) => ({ position, stratum: `unit ${position % 3}` }))

describe('a sample', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(draw(rows, 9, 'a')).toEqual(draw([...rows], 9, 'a'))
    expect(draw(rows, 9, 'a')).not.toEqual(draw(rows, 9, 'b'))
  })

  it('takes from each unit its share', () => {
    const drawn = draw(rows, 9, 'a')
    expect([0, 1, 2].map((unit) => drawn.filter((position) => position % 3 === unit).length)).toEqual([
      3, 3, 3,
    ])
  })

  it.each([1, 7, 10, 29, 30])('of %i rows has that many, each once', (size) => {
    const uneven = rows.map(({ position }) => ({ position, stratum: position < 22 ? 'big' : `s${position}` }))
    const drawn = draw(uneven, size, 'seed')
    expect(new Set(drawn).size).toBe(size)
  })

  it('takes everything where more is wanted than there is', () => {
    expect(draw(rows.slice(0, 4), 10, 'x')).toEqual([0, 1, 2, 3])
  })
})

describe('the checksum', () => {
  const whole: FrozenWhole = {
    ...{
      about: 'UNITS',
      note: '',
      body: '{}',
      asOf: '2024-06-30',
      recordedAt: 'x',
      actorName: null,
      totals: '[]',
    },
    rows: [{ organization: 'a', person: null, content: '{}' }],
  }

  it('is the same whatever the order of the fields, and changes with any of them', () => {
    const { about, ...rest } = whole
    expect(checksumOf({ ...rest, about })).toBe(checksumOf(whole))
    for (const [name, value] of Object.entries({ note: 'n', body: '{"a":1}', totals: '[1]', rows: [] }))
      expect(checksumOf({ ...whole, [name]: value })).not.toBe(checksumOf(whole))
  })
})
