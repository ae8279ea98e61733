import { describe, expect, it } from 'vitest'
import { FORECAST_COVERAGE, forecastRange, hasCases, type StageCases } from './forecast.js'

/** Numbers that look random and are the same every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const STAGES = ['SYMPATHISER', 'CERTIFIED', 'READY', 'GRASSROOTS_PROPOSED'] as const

/** A unit whose true shares are known: three years of the past, and how the year turns out. */
function simulated(random: () => number, size: number) {
  const draw = (count: number, share: number) =>
    Array.from({ length: count }, random).filter((one) => one < share).length
  const poisson = (mean: number) => draw(20, mean / 20)
  const shares = STAGES.map((_, index) => 0.1 + 0.2 * index + 0.2 * random())
  const coming = 5 * random()
  const stages = STAGES.map((stage, index): StageCases => {
    const cases = 3 * Math.round(size * (0.5 + random()))
    return {
      ...{ stage, cases, candidates: Math.round(size * (0.5 + random())) },
      admitted: draw(cases, shares[index] ?? 0),
    }
  })
  const newcomers = [poisson(coming), poisson(coming), poisson(coming)]
  const turnsOut =
    poisson(coming) +
    stages.reduce((sum, { candidates }, index) => sum + draw(candidates, shares[index] ?? 0), 0)
  return { facts: { done: 3, stages, newcomers }, turnsOut: 3 + turnsOut }
}

describe('the forecast of a year', () => {
  it('is not made from too few cases', () => {
    const few = { stage: 'READY' as const, candidates: 3, cases: 19, admitted: 10 }
    expect(hasCases({ stages: [] })).toBe(false)
    expect(hasCases({ stages: [few] })).toBe(false)
    expect(hasCases({ stages: [few, { ...few, stage: 'CERTIFIED', cases: 1 }] })).toBe(true)
  })

  it('is what is done where nobody waits and nobody came, and never less', () => {
    const stages = [{ stage: 'READY' as const, candidates: 0, cases: 30, admitted: 20 }]
    expect(forecastRange({ done: 4, stages, newcomers: [] })).toEqual({ middle: 4, least: 4, most: 4 })
    const one = [{ stage: 'READY' as const, candidates: 1, cases: 30, admitted: 2 }]
    expect(forecastRange({ done: 4, stages: one, newcomers: [0, 0, 0] }).least).toBe(4)
  })

  it('narrows with more cases of the past', () => {
    const width = (cases: number) => {
      const stages = [{ stage: 'READY' as const, candidates: 50, cases, admitted: cases / 2 }]
      const { least, most } = forecastRange({ done: 0, stages, newcomers: [] })
      return most - least
    }
    expect(width(20)).toBeGreaterThan(width(2_000))
  })

  it.each([3, 10, 60])(
    'holds in about as many years as it says, with %i persons in a stage',
    (size) => {
      const random = randomFrom(7 + size)
      const years = Array.from({ length: 300 }, () => simulated(random, size))
      const within = years.filter(({ facts, turnsOut }) => {
        const { least, most } = forecastRange(facts)
        return turnsOut >= least && turnsOut <= most
      })
      const held = within.length / 3
      expect(held).toBeGreaterThanOrEqual(FORECAST_COVERAGE - 5)
      expect(held).toBeLessThanOrEqual(96)
      const off = years.reduce((sum, { facts, turnsOut }) => sum + forecastRange(facts).middle - turnsOut, 0)
      expect(Math.abs(off / years.length)).toBeLessThan(0.1 * size + 0.5)
    },
    60_000,
  )
})
