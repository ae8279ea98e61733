import { beforeAll, describe, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { createGroup, createGroupSet, groupSetsOf } from '../../src/features/groups/group.service.js'
import { correctEvent } from '../../src/features/membership/membership.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { census, imported, numbersOf } from './census.js'
import { admission, balance, ceremony, founded, introduction, person, province, transfer } from './lines.js'

const database = useDatabase()
const context = () => createContext({ database: database(), clock: new FixedClock('2025-06-30') })

/** Undoing must be refused, in words that name what stands in the way, and change nothing. */
async function expectRefusal(ctx: RequestContext, batch: string, words: RegExp): Promise<void> {
  const before = await census(ctx)
  await expect(undoImport(ctx, batch)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(words) as string,
  })
  expect(await census(ctx)).toEqual(before)
}

describe('Undoing an import', () => {
  it('is NOT_FOUND for an import that there is not', async () => {
    await expect(undoImport(context(), 'no-such-batch')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  const later: Array<[string, unknown[], RegExp]> = [
    ['a later event of a person of it', [ceremony('X-1', 'X-1-A', '2024-05-10')], /person X-1/],
    ['a unit under a unit of it', [founded('X-9', 'GRASSROOTS', 'X')], /X-9/],
    ['a change of a unit of it', [{ type: 'rename', organization: 'X-1', on: '2024-01-01', name: 'Tên mới' }], /X-1/],
    ['an event of another person on a cell of it', [person('X-y'), introduction('X-y', 'X-1-B', '2024-05-10')], /X-1-B/],
    ['an opening balance of a cell of it', [balance('X-1-B', '2020-12-31', 7)], /X-1-B/],
    ['a target of a unit of it', [{ type: 'target', organization: 'X', on: '2024-01-01', kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin: 3 }], /unit X/],
    ['a term of a unit of it', [{ type: 'term', organization: 'X', on: '2024-01-01', name: '2020-2025', from: '2020-08-01', to: '2025-07-31' }], /unit X/],
    ['a declared figure of a unit of it', [{ type: 'declaredFigure', organization: 'X', indicator: 'members', asOf: '2024-01-01', count: 3 }], /unit X/],
    ['a document that it brought', [person('X-z'), { ...introduction('X-z', 'O-1-A', '2024-05-10'), document: 'X-d' }], /document 5-X/],
    ['a membership of a unit of it', [{ type: 'joinGroup', groupSet: 'Ngoài', group: 'Một', organization: 'X-1', on: '2024-01-01' }], /group Một/],
  ] // prettier-ignore

  beforeAll(async () => {
    const ctx = context()
    await imported(ctx, province('O'))
    const set = await createGroupSet(ctx, 'Ngoài')
    await createGroup(ctx, { groupSetId: set.uid, name: 'Một' })
  })

  it.each(later)(
    'is refused once there is %s, and possible once that is undone',
    async (what, lines, words) => {
      const ctx = context()
      const letters = `U${later.findIndex(([name]) => name === what)}`
      const own = (line: unknown): unknown =>
        JSON.parse(
          JSON.stringify(line)
            .replaceAll(/"X(?=[-"])/gu, `"${letters}`)
            .replaceAll('5-X', `5-${letters}`),
        )
      const untouched = await census(ctx)
      const document = {
        type: 'document',
        ref: 'X-d',
        organization: 'X',
        on: '2020-01-01',
        number: '5-X',
        title: 'Năm',
      }
      const first = await imported(
        ctx,
        [...province('X'), document, person('X-1'), admission('X-1', 'X-1-A', '2024-05-01')].map(own),
      )
      const second = await imported(ctx, lines.map(own))
      await expectRefusal(ctx, first, new RegExp(words.source.replace('X', letters), 'u'))
      await undoImport(ctx, second)
      await undoImport(ctx, first)
      expect(await census(ctx)).toEqual(untouched)
      await expectRefusal(ctx, first, /undone/u)
      expect(await verify(ctx)).toEqual([])
    },
  )

  it('is refused once an event of it was corrected', async () => {
    const ctx = context()
    const batch = await imported(ctx, [
      ...province('V'),
      person('v-1'),
      admission('v-1', 'V-1-A', '2024-05-01'),
    ])
    const [event] = await select<{ uid: string }>(
      ctx,
      `SELECT e.uid FROM person_event e JOIN person p ON p.id = e.person WHERE p.external_ref = 'v-1'`,
    )
    await correctEvent(ctx, event?.uid ?? '', 1, 'Nhập nhầm')
    await expectRefusal(ctx, batch, /corrected/u)
  })

  it('puts back figures, units, groups, roundings and settings as they were', async () => {
    const ctx = context()
    await imported(ctx, [
      ...province('W'),
      founded('W-2', 'GRASSROOTS', 'W'),
      founded('W-2-A', 'CELL', 'W-2'),
      { type: 'installation', defaultAsOf: '2024-11-15' },
      {
        type: 'rounding',
        organization: 'W',
        on: '2024-01-01',
        rounding: { mode: 'TRUNCATE', decimals: 1, trailingZeros: false },
      },
      { type: 'term', organization: 'W', on: '2024-01-01', name: '2020-2025', from: '2020-01-01' },
      { type: 'groupSet', name: 'Cụm W' },
      { type: 'group', groupSet: 'Cụm W', name: 'Một' },
      { type: 'group', groupSet: 'Cụm W', name: 'Hai' },
      { type: 'joinGroup', groupSet: 'Cụm W', group: 'Một', organization: 'W-1', on: '2022-01-01' },
      balance('W-1-A', '2020-12-31', 30),
      person('w-1'),
      admission('w-1', 'W-1-A', '2024-05-01'),
      ceremony('w-1', 'W-1-A', '2024-05-10'),
    ])
    const state = async () => ({
      // Entries of events that stay are set right by further entries, never deleted.
      rows: { ...(await census(ctx)), ledger_entry: 0 },
      numbers: [await numbersOf(ctx, 'W'), await numbersOf(ctx, 'W-1'), await numbersOf(ctx, 'W-2')],
      units: await select(
        ctx,
        'SELECT uid, closed, heir, rounding_mode, rounding_decimals, rounding_zeros FROM organization ORDER BY id',
      ),
      terms: await select(ctx, 'SELECT uid, name, valid_from, valid_to, version FROM term ORDER BY id'),
      versions: await select(ctx, 'SELECT * FROM organization_version ORDER BY organization, valid_from'),
      memberships: await select(
        ctx,
        'SELECT * FROM group_membership ORDER BY organization, group_set, valid_from',
      ),
      settings: await select(ctx, 'SELECT * FROM installation_setting ORDER BY name'),
      carried: await select(ctx, 'SELECT introducer, course_completed_on FROM person_event ORDER BY id'),
    })
    const before = await state()
    const batch = await imported(ctx, [
      { type: 'installation', defaultAsOf: '2025-01-01', demonstration: true },
      { type: 'rename', organization: 'W-1', on: '2023-01-01', name: 'Tên khác' },
      { type: 'move', organization: 'W-1-A', on: '2024-07-01', parent: 'W-2' },
      { type: 'dissolve', organization: 'W-1-B', on: '2024-07-01' },
      founded('W-3', 'GRASSROOTS', 'W'),
      { type: 'move', organization: 'W-2-A', on: '2024-08-01', parent: 'W-3' },
      { type: 'rounding', organization: 'W', on: '2024-01-01', rounding: null },
      { type: 'term', organization: 'W-1', on: '2024-01-01', name: '2022-2027', from: '2022-01-01' },
      { type: 'joinGroup', groupSet: 'Cụm W', group: 'Hai', organization: 'W-1', on: '2023-06-01' },
      introduction('w-1', 'W-1-A', '2024-02-01'),
      transfer('w-1', 'W-1-A', '2024-09-01', 'W-2-A'),
      person('w-2'),
      admission('w-2', 'W-2-A', '2023-05-01'),
    ])
    const between = await state()
    expect(between.numbers).not.toEqual(before.numbers)
    expect(between.carried).not.toEqual(before.carried)
    expect(await verify(ctx)).toEqual([])
    await undoImport(ctx, batch)
    expect(await state()).toEqual(before)
    expect(await verify(ctx)).toEqual([])
  })

  it('lets the same content be imported again', async () => {
    const ctx = context()
    const lines = [...province('Y'), person('y-1'), admission('y-1', 'Y-1-A', '2024-05-01')]
    await undoImport(ctx, await imported(ctx, lines))
    expect((await importLines(ctx, lines, { source: 'test' })).errors).toEqual([])
    expect((await groupSetsOf(ctx)).map(({ name }) => name)).toContain('Ngoài')
  })
})
