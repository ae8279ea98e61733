import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../src/features/verify/verify.service.js'
import { createContext } from '../../src/context.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { undoImport } from '../../src/features/exchange/undo.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { mistakes } from '../exchange/census.js'
import { province } from '../exchange/lines.js'
import { Garden, type Unit } from '../grow.js'
import { statementsOf } from '../statements.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
let units: Awaited<ReturnType<Garden['province']>>

beforeAll(async () => {
  garden = new Garden(api())
  units = await garden.province()
})

const term = (unit: Unit, facts: Record<string, unknown> = {}) => ({
  organizationId: unit.id,
  name: '2020-2025',
  from: '2020-08-01',
  to: '2025-07-31',
  ...facts,
})

async function refused(mutation: string, input: Record<string, unknown>) {
  const before = await stored(database())
  const { extensions } = await garden.refusal(mutation, input)
  expect(await stored(database())).toEqual(before)
  return extensions
}

async function termsOf(unit: Unit): Promise<object[]> {
  const query = `query ($id: ID!) { organization(id: $id) {
    terms { id name from to version document { number } } } }`
  return (await api().data<{ organization: { terms: object[] } }>(query, { id: unit.id })).organization.terms
}

describe('setting a term', () => {
  it('is refused with names, days and ids that cannot be', async () => {
    const gone = await garden.unit('Xã đã tan', 'GRASSROOTS', units.a)
    await garden.act('dissolveOrganization', { ...gone, effectiveOn: '2021-07-01' })
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ name: '  ' }, 'INVALID_INPUT'],
      [{ name: 'x'.repeat(201) }, 'INVALID_INPUT'],
      [{ to: '2020-07-31' }, 'INVALID_INPUT'],
      [{ from: '2020-02-30' }, 'INVALID_INPUT'],
      [{ from: '9999-12-31', to: null }, 'INVALID_INPUT'],
      [{ from: '2010-01-01', to: '2019-12-31' }, 'DATE_OUT_OF_RANGE'],
      [{ organizationId: gone.id, from: '2021-07-01' }, 'DATE_OUT_OF_RANGE'],
      [{ organizationId: 'x' }, 'NOT_FOUND'],
      [{ documentId: 'x' }, 'NOT_FOUND'],
      [{ id: 'x', version: 1 }, 'NOT_FOUND'],
      [{ id: 'x' }, 'INVALID_INPUT'],
    ]
    for (const [facts, code] of cases)
      expect(await refused('setTerm', term(units.k, facts)), JSON.stringify(facts)).toMatchObject({ code })
    expect(await refused('removeTerm', { id: 'x', version: 1 })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('leaves one term for a day, and changes it with the version that was read', async () => {
    const first = await garden.act('setTerm', term(units.a))
    for (const facts of [{}, { from: '2025-07-31', to: null }, { from: '2019-01-01', to: '2020-08-01' }])
      expect(await refused('setTerm', term(units.a, facts))).toMatchObject({ code: 'CONFLICT' })
    const second = await garden.act(
      'setTerm',
      term(units.a, { name: '2025-2030', from: '2025-08-01', to: null }),
    )
    expect(await refused('setTerm', term(units.a, { ...first, to: '2025-08-01' }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await refused('setTerm', term(units.b, { ...first }))).toMatchObject({ code: 'NOT_FOUND' })
    for (const version of [0, 2]) {
      const stale = { code: 'CONFLICT', expectedVersion: version, actualVersion: 1 }
      expect(await refused('setTerm', term(units.a, { ...first, version }))).toMatchObject(stale)
      expect(await refused('removeTerm', { id: first.id, version })).toMatchObject(stale)
    }
    const changed = await garden.act('setTerm', term(units.a, { ...first, to: '2025-06-30' }))
    expect(changed.version).toBe(2)
    expect(await termsOf(units.a)).toEqual([
      { id: first.id, name: '2020-2025', from: '2020-08-01', to: '2025-06-30', version: 2, document: null },
      { id: second.id, name: '2025-2030', from: '2025-08-01', to: null, version: 1, document: null },
    ])
    expect(await verify(createContext({ database: database() }))).toEqual([])
    await garden.act('removeTerm', { ...second })
    expect(await refused('removeTerm', { ...second })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await termsOf(units.a)).toHaveLength(1)
    expect(await termsOf(units.k)).toEqual([])
  })

  it('of two set at once, one stands', async () => {
    const query = 'mutation ($input: SetTermInput!) { setTerm(input: $input) { id } }'
    const ask = () => api().ask(query, { input: term(units.l) })
    const answers = await Promise.all([ask(), ask(), ask()])
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'done'])
  })

  it('reads those of many units in one statement', async () => {
    const query =
      'query ($id: ID!) { organization(id: $id) { children { edges { node { terms { id } } } } } }'
    const ask = (unit: Unit) => statementsOf(database(), () => api().data(query, { id: unit.id }))
    const [one, two] = [await ask(units.b), await ask(units.a)]
    expect(two).toHaveLength(one.length)
    expect(two.filter((statement) => statement.includes('FROM term'))).toHaveLength(1)
  })

  it('is found by verify when it overlaps another', async () => {
    await garden.act('setTerm', term(units.m))
    const { writer } = database()
    const copy = `INSERT INTO term (uid, organization, name, valid_from, valid_to, version)
      SELECT 'copy', organization, name, '2021-01-01', valid_to, 1 FROM term ORDER BY id DESC LIMIT 1`
    await writer.query(copy)
    const checks = (await verify(createContext({ database: database() }))).map(({ check }) => check)
    expect(checks).toEqual(['TERMS'])
    await writer.query(`DELETE FROM term WHERE uid = 'copy'`)
  })
})

describe('terms of a file', () => {
  const line = (organization: string, facts: object = {}) => ({
    type: 'term',
    organization,
    on: '2024-01-01',
    name: '2020-2025',
    from: '2020-08-01',
    to: '2025-07-31',
    ...facts,
  })
  const imported = (lines: readonly unknown[]) =>
    importLines(createContext({ database: database() }), lines, { source: 'test' })

  it('are refused line by line, all of them told at once', async () => {
    const units = province('N')
    const report = await imported([
      ...units,
      line('N'),
      line('N', { from: '2025-07-31', to: '2030-07-31' }),
      line('N-1', { to: '2020-07-31' }),
      line('N-1', { from: '2020-02-30' }),
      line('N-1', { name: ' ' }),
      line('N-2'),
      line('N-1-A', { document: 'nothing' }),
      line('N-1-B', { from: '2001-01-01', to: '2005-12-31' }),
    ])
    const first = units.length + 1
    expect(mistakes(report)).toEqual([
      `${first + 1} CONFLICT`,
      `${first + 2} INVALID_INPUT to`,
      `${first + 3} INVALID_INPUT from`,
      `${first + 4} INVALID_INPUT name`,
      `${first + 5} NOT_FOUND`,
      `${first + 6} NOT_FOUND document`,
      `${first + 7} DATE_OUT_OF_RANGE`,
    ])
    expect(report.batch).toBeNull()
  })

  it('stand on their documents, and go with the import', async () => {
    const document = { type: 'document', ref: 'P-d', organization: 'P', on: '2020-01-01', number: '1-NQ/ĐH', title: 'Nghị quyết' } // prettier-ignore
    const report = await imported([...province('P'), document, line('P', { document: 'P-d', to: undefined })])
    expect(mistakes(report)).toEqual([])
    const query =
      'query ($code: String!) { organization(code: $code) { id terms { to document { number } } } }'
    const data = await api().data<{ organization: Unit & { terms: object[] } }>(query, { code: 'P' })
    expect(data.organization.terms).toEqual([{ to: null, document: { number: '1-NQ/ĐH' } }])
    const { id } = data.organization
    const [own] = (await termsOf({ id, version: 0 })) as Unit[]
    await garden.act('setTerm', term({ id, version: 0 }, { id: own?.id, version: 1, to: null }))
    await expect(
      undoImport(createContext({ database: database() }), report.batch ?? ''),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/term of unit P/u) as string })
  })
})
