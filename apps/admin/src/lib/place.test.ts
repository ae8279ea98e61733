import { describe, expect, it } from 'vitest'
import { boundsOf, formatPeriodKey, paceOf, parsePeriod, periodAround, yearBefore } from './period.js'
import { questionOf, readPlace, unitHref, withAsOf, withPeriod, writePlace, type Place } from './place.js'

const place: Place = {
  asOf: '2024-11-15',
  period: { kind: 'year', year: 2024 },
  basis: 'DECISION',
  perimeter: 'RESTATED',
}

describe('the place in the address', () => {
  it.each<Place>([
    place,
    { ...place, period: { kind: 'term', year: 2020 }, basis: 'CEREMONY' },
    { ...place, period: { kind: 'quarter', year: 2024, part: 4 }, perimeter: 'RECORDED' },
    { ...place, period: { kind: 'month', year: 2024, part: 11 }, treeAt: '2025-07-01' },
    { ...place, period: { kind: 'school', year: 2024 } },
    { ...place, period: { kind: 'from', from: '2022-01-01' } },
    { ...place, period: { kind: 'ownTerm', from: '2020-08-10', to: '2025-07-30' } },
    { ...place, period: { kind: 'ownTerm', from: '2020-08-10', to: null } },
  ])('comes back as it was written: %j', (written) => {
    expect(readPlace(writePlace(new URLSearchParams(), written), '2020-01-01')).toEqual(written)
  })

  it('falls back to the default day and its year', () => {
    expect(readPlace(new URLSearchParams('asOf=2024-02-30&period=decade-2020'), '2024-11-15')).toEqual(place)
  })

  it('keeps the place and drops what belongs to the tab that is left', () => {
    const params = new URLSearchParams('asOf=2024-11-15&period=year-2024&sort=admitted.asc&female=1')
    expect(unitHref(params, 'u', 'history')).toBe('/units/u/history?asOf=2024-11-15&period=year-2024')
    expect(unitHref(params, 'u', 'overview', { dialog: 'record' })).toBe(
      '/units/u?asOf=2024-11-15&period=year-2024&dialog=record',
    )
  })

  it('lets the period follow the day', () => {
    expect(withAsOf(place, '2023-06-30').period).toEqual({ kind: 'year', year: 2023 })
    expect(withAsOf({ ...place, period: { kind: 'term', year: 2020 } }, '2023-06-30').period).toEqual({
      kind: 'term',
      year: 2020,
    })
  })

  it('keeps the day inside the period that was chosen', () => {
    expect(withPeriod(place, { kind: 'year', year: 2023 }, '2024-11-15').asOf).toBe('2023-12-31')
    const past = { ...place, asOf: '2023-12-31' }
    expect(withPeriod(past, { kind: 'year', year: 2024 }, '2024-11-15').asOf).toBe('2024-11-15')
  })

  it('asks by the tree of the as-of day unless another is chosen', () => {
    expect(questionOf(place)).toEqual({
      from: '2024-01-01',
      asOf: '2024-11-15',
      countBasis: 'DECISION',
      perimeter: 'RESTATED',
    })
    expect(questionOf({ ...place, treeAt: '2025-07-01' }).treeAt).toBe('2025-07-01')
  })
})

describe('periods', () => {
  it('run over the days that the user expects', () => {
    expect(boundsOf({ kind: 'term', year: 2020 }, '2023-06-30')).toEqual({
      from: '2021-01-01',
      to: '2025-12-31',
    })
    expect(boundsOf({ kind: 'school', year: 2023 }, '2024-01-01')).toEqual({
      from: '2023-09-01',
      to: '2024-08-31',
    })
    expect(boundsOf({ kind: 'quarter', year: 2024, part: 1 }, '2024-02-01')).toEqual({
      from: '2024-01-01',
      to: '2024-03-31',
    })
    expect(boundsOf({ kind: 'month', year: 2024, part: 2 }, '2024-02-01')).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    })
  })

  it('are read and written alike', () => {
    for (const key of [
      'year-2024',
      'term-2025',
      'quarter-2024-3',
      'month-2024-11',
      'school-2023',
      'from-2022-01-01',
      'term-2020-08-10',
      'term-2020-08-10.2025-07-30',
    ]) {
      expect(formatPeriodKey(parsePeriod(key)!)).toBe(key)
    }
    expect(parsePeriod('month-2024-13')).toBeNull()
    expect(parsePeriod('from-2024-02-30')).toBeNull()
    expect(parsePeriod('term-2020-08-10.2020-08-09')).toBeNull()
  })

  it('are found around a day', () => {
    expect(periodAround('school', '2024-08-31')).toEqual({ kind: 'school', year: 2023 })
    expect(periodAround('quarter', '2024-11-15')).toEqual({ kind: 'quarter', year: 2024, part: 4 })
    expect(periodAround('term', '2026-01-01')).toEqual({ kind: 'term', year: 2025 })
  })

  it('are found a year before', () => {
    expect(yearBefore({ kind: 'quarter', year: 2024, part: 4 }, '2024-11-15')).toEqual({
      kind: 'quarter',
      year: 2023,
      part: 4,
    })
    expect(yearBefore({ kind: 'from', from: '2024-02-29' }, '2024-11-15')).toEqual({
      kind: 'from',
      from: '2023-02-28',
    })
  })

  it('have a pace where they begin with the year', () => {
    expect(paceOf('2024-01-01', '2024-11-15')).toEqual({ gone: 320, whole: 366 })
    expect(paceOf('2023-09-01', '2024-05-30')).toBeNull()
  })
})
