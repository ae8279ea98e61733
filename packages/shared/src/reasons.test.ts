import { describe, expect, it } from 'vitest'
import { REASONS, reason, reasonText } from './reasons.js'

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort()

describe('reasons', () => {
  it.each(Object.entries(REASONS))('%s says the same in both languages', (_key, { vi, en }) => {
    expect(vi.trim()).toBe(vi)
    expect(en.trim()).toBe(en)
    expect(Math.min(vi.length, en.length)).toBeGreaterThan(0)
    expect(namesIn(vi)).toEqual(namesIn(en))
  })

  it('are written for the reader, with the reason they rest on', () => {
    const later = reason('LATER_RESTS', { why: reason('RECORDED_LATER', { day: '2024-03-05' }) })
    expect(reasonText(later, 'en')).toBe(
      'a later event rests on it: something is recorded there on 2024-03-05',
    )
    expect(reasonText(later, 'vi', () => '05/03/2024')).toContain('ngày 05/03/2024')
  })
})
