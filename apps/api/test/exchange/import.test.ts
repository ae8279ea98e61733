import { describe, expect, it } from 'vitest'
import { exampleFile } from '../../src/cli/import-doc-examples.js'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { census, imported, mistakes, numbersOf } from './census.js'
import { admission, balance, ceremony, founded, introduction, person, province, transfer } from './lines.js'

const database = useDatabase()
const context = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

describe('Importing a file', () => {
  it('reports each wrong line with its number, code and field, and writes nothing', async () => {
    const ctx = context()
    const before = await census(ctx)
    const report = await importLines(
      ctx,
      [
        ...province('AA'),
        'not JSON',
        { type: 'nonsense' },
        { ...founded('AA-2', 'GRASSROOTS', 'AA'), colour: 'red' },
        founded('AA-3', 'CELL', 'AA'),
        founded('AA-4', 'GRASSROOTS', 'ZZ'),
        founded('AA-1', 'GRASSROOTS', 'AA'),
        founded('AA-5', 'NOTHING', 'AA'),
        person('aa-1'),
        person('aa-2', { ethnicity: '00' }),
        person('aa-3'),
        admission('aa-1', 'AA-1', '2024-05-01'),
        admission('aa-3', 'AA-1-A', '2019-05-01'),
        admission('aa-4', 'AA-1-A', '2024-05-01'),
        { ...admission('aa-3', 'AA-1-A', '2024-02-30') },
        balance('AA-1-B', '2025-07-01', 10),
        person('aa-5', { fullName: 'Trần\u0000Thị' }),
        person('aa-6 '),
        person('aa-7', { fullName: 'Trần \ud800' }),
      ],
      { source: 'test' },
    )
    expect(mistakes(report)).toEqual([
      '5 INVALID_INPUT',
      '6 INVALID_INPUT type',
      '7 INVALID_INPUT colour',
      '8 CONFLICT',
      '9 NOT_FOUND',
      '10 CONFLICT',
      '11 INVALID_INPUT tier',
      '13 INVALID_INPUT ethnicity',
      '15 INVALID_INPUT organization',
      '16 DATE_OUT_OF_RANGE',
      '17 NOT_FOUND person',
      '18 INVALID_INPUT on',
      '19 INVALID_INPUT on',
      '20 INVALID_INPUT fullName',
      '21 INVALID_INPUT ref',
      '22 INVALID_INPUT fullName',
    ])
    expect(report.errors.find(({ line }) => line === 16)).toMatchObject({ since: '2020-01-01' })
    expect(report.batch).toBeNull()
    expect(await census(ctx)).toEqual(before)
  })

  it('writes nothing when one line of many is wrong, and tells that line only', async () => {
    const ctx = context()
    const before = await census(ctx)
    const many = Array.from({ length: 300 }, (_, index) => [
      person(`ab-${index}`),
      admission(`ab-${index}`, 'AB-1-A', '2024-03-04'),
      ceremony(`ab-${index}`, 'AB-1-A', index === 150 ? '2024-03-03' : '2024-03-20'),
    ]).flat()
    const report = await importLines(ctx, [...province('AB'), ...many], { source: 'test' })
    expect(mistakes(report)).toEqual(['457 CONFLICT'])
    expect(await census(ctx)).toEqual(before)
  })

  it('tells a mistake once, not again for each line that builds on it', async () => {
    const report = await importLines(
      context(),
      [
        founded('AC', 'PROVINCE', undefined, { kind: 'SPACESHIP' }),
        founded('AC-1', 'GRASSROOTS', 'AC'),
        founded('AC-1-A', 'CELL', 'AC-1'),
        person('ac-1', { birthDate: '2030-01-01' }),
        admission('ac-1', 'AC-1-A', '2024-03-04'),
        ceremony('ac-1', 'AC-1-A', '2024-03-20'),
      ],
      { source: 'test' },
    )
    expect(mistakes(report)).toEqual(['1 INVALID_INPUT kind', '4 INVALID_INPUT birthDate'])
  })

  it('refuses to end a cell that the file does not empty, and ends one that it does', async () => {
    const ctx = context()
    const end = (code: string) => ({ type: 'dissolve', organization: code, on: '2024-07-01' })
    const members = [person('ad-1'), admission('ad-1', 'AD-1-A', '2024-03-04')]
    const full = await importLines(ctx, [...province('AD'), end('AD-1-A'), ...members], { source: 'test' })
    expect(mistakes(full)).toEqual(['5 CONFLICT'])
    const leaving = transfer('ad-1', 'AD-1-A', '2024-06-30', 'AD-1-B')
    await imported(ctx, [...province('AD'), end('AD-1-A'), ...members, leaving])
    expect(await numbersOf(ctx, 'AD-1')).toMatchObject({ admitted: 1, members: 1 })
    expect(await verify(ctx)).toEqual([])
  })

  it('writes nothing in a dry run, and says what it would import', async () => {
    const ctx = context()
    const before = await census(ctx)
    const report = await importLines(ctx, exampleFile(), { source: 'example', dryRun: true })
    expect(report).toMatchObject({ batch: null, dryRun: true, errors: [] })
    expect(report.counts).toMatchObject({ establish: 5, person: 6, admission: 1 })
    expect(await census(ctx)).toEqual(before)
  })

  it('imports the example of the documentation as it stands, as text, marked as backfilled', async () => {
    const ctx = context()
    const text = exampleFile().map((line) => JSON.stringify(line))
    await imported(ctx, [...text, '', '  '])
    expect(await numbersOf(ctx, 'VD')).toMatchObject({ admitted: 2, introduced: 1 })
    const acts = await select<{ backfilled: number }>(ctx, 'SELECT DISTINCT backfilled FROM person_event')
    expect(acts.map(({ backfilled }) => Number(backfilled))).toEqual([1])
    const basis = await select<{ number: string }>(
      ctx,
      `SELECT d.number FROM organization_event e JOIN document d ON d.id = e.document WHERE e.kind = 'DISSOLVE'`,
    )
    expect(basis.map(({ number }) => number)).toContain('07-QĐ/TU')
    expect(await verify(ctx)).toEqual([])
  })

  it('refuses the same content a second time as a whole', async () => {
    const ctx = context()
    const lines = [...province('AE'), person('ae-1'), introduction('ae-1', 'AE-1-A', '2024-01-02')]
    await imported(ctx, lines)
    const before = await census(ctx)
    expect(mistakes(await importLines(ctx, lines, { source: 'test' }))).toEqual(['CONFLICT'])
    expect(await census(ctx)).toEqual(before)
  })

  it('lets a later file go on with the persons and documents of an earlier one', async () => {
    const ctx = context()
    const document = {
      type: 'document',
      ref: 'af-d',
      organization: 'AF',
      on: '2020-01-01',
      number: '1',
      title: 'Một',
    }
    await imported(ctx, [
      ...province('AF'),
      document,
      person('af-1'),
      introduction('af-1', 'AF-1-A', '2024-01-02'),
    ])
    await imported(ctx, [
      { ...admission('af-1', 'AF-1-A', '2024-05-01'), document: 'af-d' },
      ceremony('af-1', 'AF-1-A', '2024-05-10'),
    ])
    expect(await numbersOf(ctx, 'AF')).toEqual({ admitted: 1, members: 1, introduced: 1 })
    const report = await importLines(
      ctx,
      [{ ...ceremony('af-1', 'AF-1-A', '2024-06-01'), document: 'af-x' }],
      { source: 'test' },
    )
    expect(mistakes(report)).toEqual(['1 NOT_FOUND document'])
    expect(await verify(ctx)).toEqual([])
  })
})
