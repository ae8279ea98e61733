import { beforeAll, describe, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { inSnapshot } from '../../src/database/snapshot.js'
import { SeedbedError } from '../../src/errors/errors.js'
import { balanceSheetOf } from '../../src/features/balance-sheet/balance-sheet.service.js'
import { carriedUnitsOf } from '../../src/features/balance-sheet/moved-units.service.js'
import { crossTabOf } from '../../src/features/composition/cross-tab.service.js'
import { childFiguresOf } from '../../src/features/figures/child-figures.service.js'
import { figuresOf, sumsOf, trendOf } from '../../src/features/figures/figures.service.js'
import { questionOf } from '../../src/features/figures/question.js'
import {
  findOrganization,
  type OrganizationOnDay,
} from '../../src/features/organizations/organization.service.js'
import { loadCounted } from '../../src/features/unit-counts/counted-units.service.js'
import { unitCountsOf, unitMovementsOf } from '../../src/features/unit-counts/unit-counts.service.js'
import { accessOf } from '../../src/policy/access.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { loggedDuring } from '../statements.js'

const clock = new FixedClock('2026-11-27')
const database = useDatabase()
const api = useApi(database, { clock })

let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  const garden = new Garden(api())
  units = await garden.province()
  for (const cell of [units.k1, units.m1]) {
    await garden.opening(cell, 4)
    await garden.admit(cell, '2024-05-01')
  }
})

const everything = () => createContext({ database: database(), clock })
const found = (unit: Unit) => findOrganization(everything(), unit.id, '2024-12-31')

/** Whoever reads figures and people of district A and of nothing else. */
async function narrow(): Promise<RequestContext> {
  const { id: organization } = await found(units.a)
  const access = accessOf([{ role: 'INSPECTOR', organization, tier: 'DISTRICT' }])
  const viewer = { kind: 'ACCOUNT', account: 1, session: 0, stage: 'OPEN' } as const
  return createContext({ database: database(), clock, access, viewer })
}

const days = { from: '2024-01-01', asOf: '2024-12-31' }
const figures = { ...days, indicators: ['members', 'admitted', 'yearsSinceLastAdmission'] }
const page = { limit: 10 }

/** Services that sum, each given a unit as if somebody had asked whether it may be. */
const sums: Record<string, (ctx: RequestContext, unit: OrganizationOnDay) => Promise<unknown>> = {
  figures: (ctx, unit) => figuresOf(ctx, unit, figures),
  'figures of the children': (ctx, unit) => childFiguresOf(ctx, unit, figures, null, page),
  sums: (ctx, unit) => sumsOf(ctx, [unit.id], questionOf(figures), { byChild: true }),
  trend: (ctx, unit) => trendOf(ctx, unit, figures, 'QUARTER'),
  crossing: (ctx, unit) => crossTabOf(ctx, unit, { ...days, indicator: 'admitted', rows: 'SEX' }),
  'balance sheet': (ctx, unit) => balanceSheetOf(ctx, unit, { ...days, perimeter: 'RECORDED' }),
  'units taken over': (ctx, unit) => carriedUnitsOf(ctx, unit, days, 'TAKEN_OVER', page),
  'number of units': (ctx, unit) => unitCountsOf(ctx, unit, days.asOf, ['TIER']),
  'movements of units': (ctx, unit) => unitMovementsOf(ctx, unit, { from: days.from, to: days.asOf }, []),
  'units counted': (ctx, unit) =>
    loadCounted(ctx, unit.id, questionOf(figures), null, { tiers: ['CELL'], kind: null, sector: null }),
}

describe('what sums, asked for a unit out of scope by a caller that forgot to ask', () => {
  it.each(Object.entries(sums))('refuses before it reads anything: %s', async (_name, sum) => {
    for (const unit of [units.b, units.m1, units.root]) {
      const given = await found(unit)
      const ctx = await narrow()
      const logged = await loggedDuring(database(), async () => {
        const refusal = await sum(ctx, given).catch((error: unknown) => error)
        expect(refusal).toBeInstanceOf(SeedbedError)
        expect(refusal).toMatchObject({ code: 'NOT_FOUND' })
      })
      expect(logged.filter(({ sql }) => /ledger_|person_event|admission_day/u.test(sql))).toEqual([])
    }
  })

  it.each(Object.entries(sums))(
    'answers for one in scope, from memory and in a snapshot: %s',
    async (_name, sum) => {
      for (const unit of [units.a, units.k1]) {
        const given = await found(unit)
        expect(await sum(await narrow(), given)).toEqual(await sum(everything(), given))
        const [bound, free] = await Promise.all(
          [await narrow(), everything()].map((one) => inSnapshot(one, (ctx) => sum(ctx, given))),
        )
        expect(bound).toEqual(free)
      }
    },
  )
})
