import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from './calendar.js'
import { holdingOn, overlay } from './dated.js'

const dayOf = (number: number) => addDays('2020-01-01', number)
const spans = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 })), { maxLength: 8 })

it('a version laid over others alone holds on its days, and on all others what held before', () => {
  fc.assert(
    fc.property(spans, (list) => {
      let versions: Array<{ value: number; validFrom: string; validTo: string }> = []
      const naive = new Map<string, number>()
      list.forEach(([from, length], value) => {
        versions = [
          ...overlay(versions, { value, validFrom: dayOf(from), validTo: dayOf(from + length) }).after,
        ]
        for (let day = from; day < from + length; day += 1) naive.set(dayOf(day), value)
      })
      for (let day = -1; day <= 95; day += 1)
        expect(holdingOn(versions, dayOf(day))?.value).toBe(naive.get(dayOf(day)))
      versions.slice(1).forEach((one, index) => {
        expect((versions[index]?.validTo ?? '') <= one.validFrom).toBe(true)
      })
    }),
  )
})

it('tells which version is cut, split or covered', () => {
  const old = { name: 'a', validFrom: '2020-01-01', validTo: '9999-12-31' }
  const split = overlay([old], { name: 'b', validFrom: '2021-01-01', validTo: '2022-01-01' })
  expect(split.kept).toEqual([
    {
      of: old,
      spans: [
        { validFrom: '2020-01-01', validTo: '2021-01-01' },
        { validFrom: '2022-01-01', validTo: '9999-12-31' },
      ],
    },
  ])
  expect(split.after.map(({ name }) => name)).toEqual(['a', 'b', 'a'])
  expect(overlay([old], { ...old, name: 'c' }).kept).toEqual([{ of: old, spans: [] }])
})
