import fc from 'fast-check'
import { beforeAll, expect, inject, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-01-01') })

let garden: Garden
beforeAll(() => {
  garden = new Garden(api())
})

const days = Array.from({ length: 1_096 }, (_, index) =>
  new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10),
)
const day = fc.constantFrom(...days)
const target = fc.oneof(
  fc.record({ kind: fc.constant('ASSIGNED'), amountMin: fc.nat(12) }),
  fc.record({ kind: fc.constant('MINIMUM'), amountMin: fc.nat(12) }),
  fc.record({ kind: fc.constant('TERM_TOTAL'), amountMin: fc.nat(30) }),
  fc.record({ kind: fc.constant('RANGE'), amountMin: fc.nat(6), more: fc.nat(6) }),
)
const history = fc.record({
  admissions: fc.array(fc.record({ day, cell: fc.nat(2), female: fc.boolean() }), { maxLength: 18 }),
  targets: fc.uniqueArray(target, { maxLength: 4, selector: ({ kind }) => kind }),
  asOf: day,
})

interface Answer {
  done: number
  wanted: number
  wantedMost: number | null
  overBy: number
  state: string
  figure: { value: number | null }
  target: { kind: string }
}

async function ask(unit: Unit, asOf: string): Promise<Answer[]> {
  const { organization } = await api().data<{ organization: { targetCompletions: Answer[] } }>(
    `query ($id: ID!, $asOf: Date!) { organization(id: $id) { targetCompletions(input: { asOf: $asOf,
      rounding: { mode: TRUNCATE, decimals: 2 } }) { done wanted wantedMost overBy state figure { value } target { kind } } } }`,
    { id: unit.id, asOf },
  )
  return organization.targetCompletions
}

it('completion equals a recount of the admissions, whatever the targets', async () => {
  const numRuns = Math.max(4, Math.min(25, Math.floor(inject('histories')[inject('engine')] / 4)))
  await fc.assert(
    fc.asyncProperty(history, async ({ admissions, targets, asOf }) => {
      const root = await garden.unit('Tỉnh đếm', 'PROVINCE', null, {
        kind: 'PROVINCE',
        code: `${Math.random()}`,
      })
      const unit = await garden.unit('Xã đếm', 'GRASSROOTS', root, { code: `${Math.random()}` })
      const cells: Unit[] = []
      for (const index of [0, 1, 2])
        cells.push(await garden.unit(`Chi bộ ${index}`, 'CELL', unit, { code: `${Math.random()}` }))
      for (const one of admissions)
        await garden.admit(cells[one.cell] as Unit, one.day, { person: { female: one.female } })
      const year = Number(asOf.slice(0, 4))
      for (const one of targets) {
        const years =
          one.kind === 'ASSIGNED' ? { yearFrom: year, yearTo: year } : { yearFrom: 2022, yearTo: 2024 }
        const more = 'more' in one ? { amountMax: one.amountMin + one.more } : {}
        const facts = { kind: one.kind, amountMin: one.amountMin, ...more, ...years }
        await garden.act('setTarget', { organizationId: unit.id, ...facts })
      }
      const answers = await ask(unit, asOf)
      expect(answers).toHaveLength(targets.length)
      for (const answer of answers) {
        const one = targets.find(({ kind }) => kind === answer.target.kind)
        const from = answer.target.kind === 'TERM_TOTAL' ? '2022-01-01' : `${year}-01-01`
        const done = admissions.filter((admitted) => admitted.day >= from && admitted.day <= asOf).length
        const wanted = one?.amountMin ?? 0
        const most = one && 'more' in one ? wanted + one.more : wanted
        expect(answer).toMatchObject({ done, wanted, overBy: done - wanted })
        expect(answer.figure.value).toBe(wanted === 0 ? null : Math.floor((done * 10_000) / wanted) / 100)
        expect(answer.state).toBe(done < wanted ? 'BELOW' : done > most ? 'EXCEEDED' : 'REACHED')
      }
    }),
    { numRuns },
  )
}, 300_000)
