import { describe, expect, it } from 'vitest'
import { codesOf } from './code-lists.js'
import { calendarPace, standingAgainst } from './pace.js'
import {
  countsPersons,
  isShareOfAdmitted,
  personsOfRate,
  TARGET_KINDS,
  targetKindRule,
  targetState,
  writtenRate,
} from './targets.js'

describe('a target', () => {
  it('of every kind counts something that there is', () => {
    for (const kind of codesOf(TARGET_KINDS)) {
      const { indicator } = targetKindRule(kind)
      expect(countsPersons(indicator) || isShareOfAdmitted(indicator), kind).toBe(true)
    }
    expect(['target', 'members', 'netChange', 'overBy', 'completion', 'x'].filter(countsPersons)).toEqual([])
    expect(['courseConversion', 'rateOfMembers', 'admitted'].filter(isShareOfAdmitted)).toEqual([])
  })

  it('by a rate is the fewest persons that reach it', () => {
    expect(personsOfRate(300, 6_381)).toBe(192)
    expect(personsOfRate(300, 100)).toBe(3)
    expect(personsOfRate(0, 100)).toBe(0)
    expect([writtenRate(350), writtenRate(300), writtenRate(350, 'en')]).toEqual(['3,5', '3', '3.5'])
  })

  it('as a range is reached at its lower bound and exceeded above the upper', () => {
    expect([4, 5, 6, 7].map((done) => targetState(done, 5, 6))).toEqual([
      'BELOW',
      'REACHED',
      'REACHED',
      'EXCEEDED',
    ])
    expect([149, 150, 151].map((done) => targetState(done, 150, null))).toEqual([
      'BELOW',
      'REACHED',
      'EXCEEDED',
    ])
  })
})

describe('the pace', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' }

  it('of the calendar counts days, both ends included', () => {
    expect(calendarPace(year, '2024-11-15')).toEqual({ gone: 320, whole: 366 })
    expect(calendarPace(year, '2023-12-31')).toEqual({ gone: 0, whole: 366 })
    expect(calendarPace(year, '2025-03-01')).toEqual({ gone: 366, whole: 366 })
  })

  it('is kept from the due part on, and beaten by a whole person', () => {
    const half = { gone: 183, whole: 366 }
    expect([4, 5, 6].map((done) => standingAgainst(done, 10, half))).toEqual(['BEHIND', 'ON_PACE', 'AHEAD'])
    expect(standingAgainst(9, null, half)).toBe('NO_TARGET')
    expect(standingAgainst(0, 0, half)).toBe('ON_PACE')
  })
})
