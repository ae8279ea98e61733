import { expect, it } from 'vitest'
import { medianSides, ranksOf } from './ranking.js'

it('gives those who tie the same place, and leaves the places that they take', () => {
  expect(ranksOf([9, 7, 7, 3, null, null])).toEqual([1, 2, 2, 4, null, null])
  expect(ranksOf([5, 5, 5, 1])).toEqual([1, 1, 1, 4])
  expect(ranksOf([])).toEqual([])
})

it('sets a value against the median of its own tier', () => {
  const unit = (id: number, tier: string) => ({ id, tier, parent: 0, sortKey: '', searchKey: '' })
  const units = [unit(1, 'CELL'), unit(2, 'CELL'), unit(3, 'CELL'), unit(4, 'DISTRICT')]
  const side = medianSides(units, Float64Array.from([1, 5, Number.NaN, 100]))
  expect([side('CELL', 1), side('CELL', 5), side('CELL', 3), side('CELL', null)]).toEqual([
    'BELOW',
    'ABOVE',
    'AT',
    null,
  ])
  expect(side('DISTRICT', 100)).toBe('AT')
})
