import { beforeAll, expect, it } from 'vitest'
import { createContext, type RequestContext } from '../../src/context.js'
import { select } from '../../src/database/sql.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import type { ImportLine } from '../../src/features/exchange/import-format.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { stored } from '../stored.js'
import { person, province } from './lines.js'

const database = useDatabase()
let ctx: () => RequestContext

beforeAll(async () => {
  ctx = () => createContext({ database: database(), clock: new FixedClock('2026-11-21') })
  const { errors } = await bring('the unit with its members and a candidate', [
    ...province('HS'),
    { type: 'openingBalance', organization: 'HS-1-A', on: '2020-12-31', members: 5, probationaryMembers: 0 },
    ...['hs-m1', 'hs-m2'].flatMap((ref): ImportLine[] => [
      person(ref),
      { type: 'openingMember', person: ref, organization: 'HS-1-A', on: '2020-12-31', probationary: false },
    ]),
    person('hs-1', { birthDate: '1998-05-06' }),
    { type: 'listing', person: 'hs-1', organization: 'HS-1-A', on: '2023-02-01' },
    {
      ...{ type: 'courseCompletion', person: 'hs-1', organization: 'HS-1-A', on: '2023-05-05' },
      audience: 'OTHER',
    },
  ])
  expect(errors).toEqual([])
})

const bring = (source: string, lines: readonly ImportLine[]) => importLines(ctx(), lines, { source })

const votes = (agreed: number) => ({ officialMembers: 5, present: 5, agreed, against: 5 - agreed })

const dossier = (agreed: number): ImportLine => ({
  type: 'dossier',
  person: 'hs-1',
  on: '2023-06-05',
  schooling: 'UPPER_SECONDARY',
  papers: ['1-KNĐ', '2-KNĐ', '3-KNĐ', '5-KNĐ'].map((form) => ({ form, datedOn: '2023-06-01' })),
  recommenders: ['hs-m1', 'hs-m2'].map((ref) => ({ person: ref, togetherSince: '2021-01-01' })),
  letters: [
    {
      ...{ subject: 'Cha', addressee: 'Đảng ủy xã quê', sentOn: '2023-06-12' },
      ...{ answeredOn: '2023-07-10', outcome: 'CLEAR' },
    },
  ],
  steps: [
    { kind: 'VERIFY', on: '2023-06-12' },
    { kind: 'READY', on: '2023-07-20' },
    { kind: 'CELL_VOTE', on: '2023-08-03', votes: votes(agreed) },
    { kind: 'PROPOSAL', on: '2023-08-15' },
    { kind: 'DECISION', on: '2023-09-05', outcome: 'YES' },
    { kind: 'CEREMONY', on: '2023-09-20' },
  ],
})

it('a dossier that could not have come about is refused with its line, and nothing of it is stored', async () => {
  const before = await stored(database())
  const { errors } = await bring('a failed vote', [dossier(2)])
  expect(errors).toMatchObject([{ line: 1, code: 'RULE_REFUSED' }])
  expect(await stored(database())).toEqual(before)
})

it('a dossier comes with all its steps, is marked as history, and is undone as a whole', async () => {
  const before = await stored(database())
  const { batch, errors } = await bring('a dossier', [dossier(5)])
  expect(errors).toEqual([])
  const states = await select<{ state: string }>(ctx(), 'SELECT state FROM dossier_spell ORDER BY id')
  expect(states.map(({ state }) => state)).toEqual([
    ...['DOSSIER_OPEN', 'VERIFYING', 'READY', 'CELL_APPROVED', 'GRASSROOTS_PROPOSED', 'DECIDED', 'ADMITTED'],
  ])
  const [row] = await select<{ backfilled: number }>(ctx(), 'SELECT backfilled FROM dossier')
  expect(Number(row?.backfilled)).toBe(1)
  expect(await verify(ctx())).toEqual([])
  await undoImport(ctx(), batch ?? '')
  const after = await stored(database())
  for (const table of [
    'dossier',
    'dossier_step',
    'dossier_step_rule',
    'dossier_paper',
    'dossier_spell',
    'person_event',
  ])
    expect([table, after[table]]).toEqual([table, before[table]])
  expect(await verify(ctx())).toEqual([])
})
