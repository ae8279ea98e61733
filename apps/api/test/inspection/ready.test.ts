import { readyQuery, type OrganizationQuery, type ReadyCode, type ReadyValues } from '@seedbed/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { useDatabase } from '../database.js'
import { createContext } from '../../src/context.js'
import { checkFigures } from '../../src/features/inspection/consistency.service.js'
import { FixedClock } from '../clock.js'
import { Garden, type Unit } from '../grow.js'
import { Inspector } from './ask.js'

const clock = new FixedClock('2024-06-30')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>
let inspector: Inspector

const target = (unit: Unit, amountMin: number) =>
  garden.act('setTarget', {
    ...{ organizationId: unit.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin },
  })

/** As of a day, with the scope of these tests. */
async function found(code: ReadyCode, asOf: string, values: ReadyValues = {}): Promise<string[]> {
  const ready = readyQuery(code, asOf, values)
  if (ready.about !== 'UNITS') throw new Error(`${code} is about persons`)
  const query: OrganizationQuery = { ...ready.query, scope: [units.root.id] }
  return (await inspector.names(query)).sort()
}

/** On 30/6: K has admitted 1 of 4, L 0 of 4. Then K's target is lowered on 1/10, K admits three in December. */
beforeAll(async () => {
  garden = new Garden(api())
  inspector = new Inspector(api())
  units = await garden.province()
  await garden.admit(units.k1, '2024-03-03')
  const own = await target(units.k, 4)
  await target(units.l, 4)
  await target(units.a, 9)
  clock.set('2024-10-01')
  await garden.act('setTarget', {
    ...{ id: own.id, version: own.version, organizationId: units.k.id, kind: 'ASSIGNED' },
    ...{ yearFrom: 2024, yearTo: 2024, amountMin: 3, reason: 'Hạ cuối năm' },
  })
  clock.set('2024-12-31')
  for (const on of ['2024-12-01', '2024-12-15', '2024-12-31']) await garden.admit(units.k1, on)
})

const [K, L, M] = ['Xã Điện Phương', 'Xã Điện Trung', 'Xã M']

describe('a ready-made question', () => {
  it.each<[ReadyCode, string, ReadyValues, string[]]>([
    ['BEHIND_WITHOUT_CANDIDATES', '2024-12-31', {}, [K, L]],
    ['BEHIND_WITHOUT_CANDIDATES', '2024-12-31', { percent: 10 }, [L]],
    ['NO_ADMISSION', '2024-12-31', {}, [L, M]],
    ['DECEMBER_RUSH', '2024-12-31', {}, [K]],
    ['DECEMBER_RUSH', '2024-12-31', { percent: 80 }, []],
    ['TARGET_CHANGED_LATE', '2024-12-31', {}, [K]],
    ['TARGET_CHANGED_LATE', '2024-12-31', { after: '2024-10-01' }, []],
    ['TARGET_PARTS', '2024-12-31', {}, ['Huyện A']],
    ['PARTS_OF_ADMITTED', '2024-12-31', {}, []],
    ['STOCK_AND_FLOWS', '2024-12-31', {}, []],
  ])('%s as of %s with %o finds what it says', async (code, asOf, values, names) => {
    expect(await found(code, asOf, values)).toEqual([...names].sort())
  })

  it('about figures as known on a day leaves out what was recorded later, whenever it happened', async () => {
    const admitted = async (knownOn: string) => {
      const ready = readyQuery('AS_KNOWN_ON', '2024-12-31', { knownOn })
      const { total } = await inspector.find({
        ...(ready.query as OrganizationQuery),
        scope: [units.root.id],
      })
      return total.map(({ figure }) => figure?.numerator)
    }
    expect(await admitted('2024-12-31')).toEqual([4, 4, 0])
    expect(await admitted('2024-12-30')).toEqual([1, 1, 0])
    expect(await admitted('2024-06-29')).toEqual([0, 0, 0])
  })
})

describe('declared figures', () => {
  it('are set against what is recorded and against those of the units below', async () => {
    const declare = (unit: Unit, count: number) =>
      garden.act('declareFigure', {
        ...{ organizationId: unit.id, indicator: 'admitted', from: '2024-01-01', asOf: '2024-12-31', count },
      })
    for (const [unit, count] of [
      [units.a, 5],
      [units.k, 4],
      [units.l, 0],
    ] as const)
      await declare(unit, count)
    expect(await found('DECLARED_AGAINST_RECORDED', '2024-12-31')).toEqual(['Huyện A'])
    expect(await found('DECLARED_PARTS', '2024-12-31')).toEqual(['Huyện A'])
    const findings = await checkFigures(createContext({ database: database(), clock }), '2024-12-31')
    expect(findings.map(({ message }) => message.split(':')[0])).toEqual([
      'Targets',
      'Declared',
      'Declared against recorded',
    ])
  })
})

describe('an ended unit', () => {
  it('is found with what is dated after its end', async () => {
    const cell = await garden.unit('Chi bộ cũ', 'CELL', units.l)
    const quiet = await garden.unit('Chi bộ êm', 'CELL', units.l)
    for (const unit of [cell, quiet])
      await garden.act('dissolveOrganization', {
        id: unit.id,
        version: unit.version,
        effectiveOn: '2024-11-01',
      })
    await api().data(`mutation ($input: DeclareFigureInput!) { declareFigure(input: $input) { id } }`, {
      input: { organizationId: cell.id, indicator: 'members', asOf: '2024-10-01', count: 3 },
    })
    expect(await found('ENDED_WITH_FIGURES', '2024-12-31')).toEqual([])
    await database().writer.query(
      `UPDATE declared_figure SET as_of = '2024-12-01' WHERE organization = (SELECT id FROM organization WHERE uid = ?)`,
      [cell.id],
    )
    expect(await found('ENDED_WITH_FIGURES', '2024-12-31')).toEqual(['Chi bộ cũ'])
  })
})
