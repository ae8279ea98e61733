import { describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { findOrganizationByCode } from '../../src/features/organizations/organization.service.js'
import { statementOf } from '../../src/features/statement/statement.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { census, imported, mistakes } from '../exchange/census.js'
import { province } from '../exchange/lines.js'

const database = useDatabase()
const context = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

const template = (organization: string | undefined, facts: Record<string, unknown> = {}) => ({
  type: 'statementTemplate',
  organization,
  template: 'KET_NAP',
  title: 'Mẫu nhập',
  validFrom: '2024-01-01',
  parts: [{ text: 'Có ' }, { figure: 'members' }, { text: ' đảng viên.' }],
  ...facts,
})

async function text(code: string): Promise<string> {
  const ctx = context()
  const manner = { template: null, countBasis: null, perimeter: null, treeAt: null }
  const unit = await findOrganizationByCode(ctx, code, '2024-11-15')
  return (await statementOf(ctx, unit, { from: '2024-01-01', asOf: '2024-11-15', ...manner })).text
}

describe('A file with templates of statements', () => {
  it('is refused with every mistake by its line, and nothing is stored', async () => {
    const ctx = context()
    await imported(ctx, province('A'))
    const before = await census(ctx)
    const lines = [
      template('A'),
      template('A', { validFrom: '2024-05-01' }),
      template('A-1', { parts: [{ figure: 'wishes' }] }),
      template('A-1', { parts: [{ text: 'Không có số' }] }),
      template('A-1', { template: 'ket-nap' }),
      template('A-1', { validTo: '2023-12-31' }),
      template('B'),
      template(undefined),
    ]
    expect(mistakes(await importLines(ctx, lines, { source: 'test' }))).toEqual([
      '2 CONFLICT',
      '3 INVALID_INPUT parts',
      '4 INVALID_INPUT parts',
      '5 INVALID_INPUT code',
      '6 INVALID_INPUT validTo',
      '7 NOT_FOUND',
      '8 CONFLICT',
    ])
    const shapeless = [template('A', { parts: [] }), template('A', { parts: [{ colour: 'red' }] })]
    expect(mistakes(await importLines(ctx, shapeless, { source: 'test' }))).toEqual([
      '1 INVALID_INPUT parts',
      '2 INVALID_INPUT parts.0',
    ])
    expect(await census(ctx)).toEqual(before)
  })

  it('words the statements of its units, until it is undone or changed', async () => {
    const ctx = context()
    await imported(ctx, province('C'))
    const before = [await census(ctx), await text('C-1')]
    const lines = [template('C'), template('C-1', { validTo: '2024-06-30' })]
    const batch = await imported(ctx, lines)
    expect(await text('C-1-A')).toBe('Có 0 đảng viên.')
    await undoImport(ctx, batch)
    expect([await census(ctx), await text('C-1')]).toEqual(before)
    const again = await imported(ctx, lines)
    const [row] = await select<{ id: number }>(ctx, 'SELECT MAX(id) AS id FROM statement_template')
    await database().writer.query('UPDATE statement_template SET version = 2 WHERE id = ?', [row?.id])
    await expect(undoImport(ctx, again)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/template Mẫu nhập/u) as string,
    })
  })
})
