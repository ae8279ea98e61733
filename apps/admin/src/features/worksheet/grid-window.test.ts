import { expect, it } from 'vitest'
import { BUFFER, ROW_HEIGHT, windowOf } from './grid-window.js'

it('draws what is in view and a buffer, and no more, wherever one has scrolled', () => {
  for (const count of [0, 5, 22, 1_000, 2_000])
    for (const top of [0, 1, 300, 12_345, count * ROW_HEIGHT]) {
      const { first, last } = windowOf(top, 600, count)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(last).toBeLessThanOrEqual(count)
      expect(last - first).toBeLessThanOrEqual(600 / ROW_HEIGHT + 2 * BUFFER)
      const visible = Math.min(Math.floor(top / ROW_HEIGHT), Math.max(0, count - 24))
      expect(first).toBeLessThanOrEqual(visible)
      expect(last).toBeGreaterThanOrEqual(Math.min(count, visible + 24))
    }
  expect(windowOf(500 * ROW_HEIGHT, 600, 1_000)).toEqual({ first: 492, last: 532 })
})
