import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { correctDeclared, declaredOf } from '../../src/features/declared/declared-figure.service.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { findOrganizationByCode } from '../../src/features/organizations/organization.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { census, imported, mistakes } from '../exchange/census.js'
import { province } from '../exchange/lines.js'

const database = useDatabase()
const context = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

const declared = (organization: string, facts: Record<string, unknown> = {}) => ({
  type: 'declaredFigure',
  organization,
  indicator: 'admitted',
  from: '2024-01-01',
  asOf: '2024-11-15',
  count: 220,
  ...facts,
})
const stock = { indicator: 'members', from: undefined }

const of = async (code: string) => {
  const ctx = context()
  const unit = await findOrganizationByCode(ctx, code, '2024-11-15')
  return declaredOf(ctx, unit, { from: null, asOf: '2025-06-30' })
}

describe('A file with declared figures', () => {
  it('is refused with every mistake by its line, and nothing is stored', async () => {
    const ctx = context()
    await imported(ctx, province('A'))
    const before = await census(ctx)
    const lines = [
      declared('A'),
      declared('A', { count: 221 }),
      declared('A', { indicator: 'wishes' }),
      declared('A', { count: -1 }),
      declared('A', { count: undefined }),
      declared('A', { asOf: '2025-07-01' }),
      declared('A', { from: '2019-12-31' }),
      declared('A', { ...stock, asOf: '2019-12-31' }),
      declared('A', { indicator: 'completion', count: undefined, printedPercentage: '1.466,6' }),
      declared('A', { document: 'nothing' }),
      declared('B'),
    ]
    const report = await importLines(ctx, lines, { source: 'test' })
    expect(mistakes(report)).toEqual([
      '2 CONFLICT',
      '3 INVALID_INPUT indicator',
      '4 INVALID_INPUT count',
      '5 INVALID_INPUT count',
      '6 INVALID_INPUT asOf',
      '7 DATE_OUT_OF_RANGE',
      '8 DATE_OUT_OF_RANGE',
      '9 INVALID_INPUT printedPercentage',
      '10 NOT_FOUND document',
      '11 NOT_FOUND',
    ])
    expect(await census(ctx)).toEqual(before)
  })

  it('is stored as backfilled, and undone as long as nothing of it was corrected', async () => {
    const ctx = context()
    await imported(ctx, province('C'))
    const before = await census(ctx)
    const document = {
      type: 'document',
      ref: 'C-d',
      organization: 'C',
      on: '2024-01-01',
      number: '1',
      title: 'Báo',
    }
    const percentage = { indicator: 'completion', count: undefined, printedPercentage: '146,6' }
    const lines = [
      document,
      declared('C', { document: 'C-d', qualifier: 'ABOUT' }),
      declared('C', { ...stock, note: 'cả dự bị' }),
      declared('C-1', percentage),
    ]
    const batch = await imported(ctx, lines)
    expect(await of('C')).toMatchObject([
      { indicator: 'admitted', from: '2024-01-01', count: 220, qualifier: 'ABOUT', backfilled: true },
      {
        indicator: 'members',
        from: null,
        count: 220,
        qualifier: 'EXACTLY',
        document: null,
        note: 'cả dự bị',
      },
    ])
    const [printed] = await of('C-1')
    expect(printed).toMatchObject({ count: null, printedPercentage: '146,6' })
    await undoImport(ctx, batch)
    expect(await census(ctx)).toEqual(before)
    const again = await imported(ctx, lines)
    const [figure] = await of('C-1')
    await correctDeclared(ctx, figure?.uid ?? '', 1, 'In sai')
    await expect(undoImport(ctx, again)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/declared figure of unit C-1/u) as string,
    })
  })
})
