import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { setRule, loadRules } from '../../src/features/rules/rule.service.js'
import { listCalendars } from '../../src/features/working-days/working-day.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { imported, mistakes } from '../exchange/census.js'
import { province } from '../exchange/lines.js'
import { stored } from '../stored.js'

const database = useDatabase()
const clock = new FixedClock('2026-11-21')
const ctx = () => createContext({ database: database(), clock })

const ruleLine = {
  type: 'rule',
  rule: 'CEREMONY_DAYS',
  value: 20,
  regulation: '999-QĐ/TW',
  validFrom: '2024-03-01',
  validTo: '2024-12-31',
}
const yearLine = {
  type: 'workYear',
  year: 2026,
  source: 'thử',
  days: [{ date: '2026-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch' }],
}
const formLine = {
  type: 'dossierForm',
  form: '1-KNĐ',
  title: 'Đơn xin vào Đảng (mới)',
  issuer: 'Người xin vào Đảng',
  regulation: '38-HD/BTCTW',
  validFrom: '2025-08-01',
}
const requirement = (organization: string) => ({
  type: 'requirement',
  organization,
  title: 'Học lực khá',
  stage: 'SYMPATHISER',
  validFrom: '2024-01-01',
})

const ceremony = async () => (await loadRules(ctx())).find(({ code }) => code === 'CEREMONY_DAYS')
const of2026 = async () => (await listCalendars(ctx())).find(({ year }) => year === 2026)

describe('lines about rules, forms, requirements and calendars', () => {
  it('are refused line by line, and nothing is written', async () => {
    const before = await stored(database())
    const report = await importLines(
      ctx(),
      [
        { ...ruleLine, value: 2_000 },
        { ...ruleLine, rule: 'NONE' },
        { ...ruleLine, per: 3 },
        { ...ruleLine, validTo: '2024-02-01' },
        { ...formLine, issuer: ' ' },
        requirement('NOWHERE'),
        { ...requirement('NOWHERE'), stage: 'OFFICIAL' },
        { ...yearLine, days: [{ date: '2025-01-01', kind: 'HOLIDAY', name: 'x' }] },
        { ...yearLine, year: 1_000 },
      ],
      { source: 'test' },
    )
    expect(mistakes(report)).toEqual([
      '1 INVALID_INPUT value',
      '2 INVALID_INPUT rule',
      '3 INVALID_INPUT per',
      '4 INVALID_INPUT validTo',
      '5 INVALID_INPUT issuer',
      '6 NOT_FOUND',
      '7 INVALID_INPUT stage',
      '8 INVALID_INPUT days',
      '9 INVALID_INPUT year',
    ])
    expect(await stored(database())).toEqual(before)
  })

  it('take the place of what holds on their days, and undone leave no trace', async () => {
    const [rules, year] = [await ceremony(), await of2026()]
    const before = await stored(database())
    const lines = [...province('IR'), ruleLine, formLine, requirement('IR-1'), yearLine]
    const batch = await imported(ctx(), lines)
    expect((await ceremony())?.versions.map(({ value }) => value)).toEqual([30, 30, 20, 30, 30, 30])
    expect((await of2026())?.days).toHaveLength(1)
    await undoImport(ctx(), batch)
    expect(await ceremony()).toEqual(rules)
    expect((await of2026())?.days).toEqual(year?.days)
    const after = await stored(database())
    for (const table of ['rule_version', 'dossier_form', 'requirement', 'special_day', 'work_year'])
      expect(after[table], table).toBe(before[table])
  })

  it('cannot be undone once the same rule was changed', async () => {
    const batch = await imported(ctx(), [{ ...ruleLine, value: 25 }])
    const changes = (await ceremony())?.changes ?? 0
    await setRule(
      ctx(),
      {
        ...{
          code: 'CEREMONY_DAYS',
          value: 31,
          per: null,
          regulation: 'thử',
          article: null,
          confirmed: false,
        },
        ...{ validFrom: '2030-01-01', validTo: '9999-12-31', note: null },
      },
      changes,
    )
    await expect(undoImport(ctx(), batch)).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await ceremony())?.versions.at(-1)?.value).toBe(31)
  })
})
