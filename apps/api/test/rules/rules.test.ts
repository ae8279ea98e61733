import { beforeAll, describe, expect, it } from 'vitest'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { anyText, textWith } from '../matching.js'
import { stored } from '../stored.js'

const database = useDatabase()
const api = useApi(database, { clock: new FixedClock('2026-11-21') })

let garden: Garden
beforeAll(() => {
  garden = new Garden(api())
})

interface Version {
  validFrom: string
  validTo: string | null
  value: number
  per: number | null
  regulation: string
  article: string | null
}
const version = 'validFrom validTo value per regulation article'

async function rule(code: string) {
  const question = `{ rules { code unit changes versions { ${version} } } }`
  const { rules } = await api().data<{
    rules: Array<{ code: string; unit: string; changes: number; versions: Version[] }>
  }>(question)
  const found = rules.find((one) => one.code === code)
  if (!found) throw new Error(`no rule ${code}`)
  return found
}

const input = { code: 'CEREMONY_DAYS', value: 20, regulation: '999-QĐ/TW', validFrom: '2024-03-01' }

async function refused(mutation: string, facts: Record<string, unknown>) {
  const before = await stored(database())
  const { message, extensions } = await garden.refusal(mutation, facts)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

describe('rules', () => {
  it('carry their own days, regulation and article', async () => {
    const { unit, versions } = await rule('DECISION_DAYS')
    expect(unit).toBe('WORKING_DAYS')
    expect(versions.map(({ validFrom, validTo, regulation }) => [validFrom, validTo, regulation])).toEqual([
      ['2016-07-25', '2021-07-29', '29-QĐ/TW'],
      ['2021-07-30', '2025-01-19', '24-QĐ/TW'],
      ['2025-01-20', '2025-06-30', '232-QĐ/TW'],
      ['2025-07-01', null, '294-QĐ/TW'],
    ])
    expect(versions.map(({ value }) => value)).toEqual([60, 60, 60, 60])
    expect((await rule('CERTIFICATE_MONTHS')).versions.at(-1)).toMatchObject({
      validFrom: '2025-06-09',
      article: '5.4',
      value: 60,
    })
    expect((await rule('CELL_VOTE_SHARE')).versions[0]).toMatchObject({ value: 2, per: 3 })
  })

  it('are not changed by what cannot be, nor by who read an older state', async () => {
    const { changes } = await rule('CEREMONY_DAYS')
    const cases: Array<[Record<string, unknown>, string]> = [
      [{ value: -1 }, 'value'],
      [{ value: 1_001 }, 'value'],
      [{ per: 3 }, 'per'],
      [{ code: 'CELL_VOTE_SHARE', value: 2 }, 'per'],
      [{ code: 'CELL_VOTE_SHARE', value: 4, per: 3 }, 'per'],
      [{ regulation: ' ' }, 'regulation'],
      [{ regulation: 'x'.repeat(81) }, 'regulation'],
      [{ validTo: '2024-02-29' }, 'validTo'],
      [{ article: 'x'.repeat(81) }, 'article'],
    ]
    for (const [facts, field] of cases)
      expect(await refused('setRule', { ...input, changes, ...facts }), JSON.stringify(facts)).toMatchObject({
        code: 'INVALID_INPUT',
        fields: { [field]: anyText },
      })
    expect(await refused('setRule', { ...input, changes: changes + 1 })).toMatchObject({ code: 'CONFLICT' })
  })

  it('are changed from a day on, with a preview of what becomes of the others', async () => {
    const { changes, versions } = await rule('CEREMONY_DAYS')
    const change = { ...input, validTo: '2024-12-31' }
    const preview = `query ($input: RuleInput!) { previewRule(input: $input) { before { ${version} } after { ${version} } } }`
    const { previewRule } = await api().data<{ previewRule: { before: Version[]; after: Version[] } }>(
      preview,
      {
        input: change,
      },
    )
    expect(previewRule.before).toEqual(versions)
    expect((await rule('CEREMONY_DAYS')).changes).toBe(changes)
    await garden.act('setRule', { ...change, changes }, 'code')
    const after = await rule('CEREMONY_DAYS')
    expect(after.versions).toEqual(previewRule.after)
    expect(after.versions.map((one) => [one.validFrom, one.validTo, one.value])).toEqual([
      ['2016-07-25', '2021-07-29', 30],
      ['2021-07-30', '2024-02-29', 30],
      ['2024-03-01', '2024-12-31', 20],
      ['2025-01-01', '2025-01-19', 30],
      ['2025-01-20', '2025-06-30', 30],
      ['2025-07-01', null, 30],
    ])
    expect(await refused('setRule', { ...change, changes })).toMatchObject({
      code: 'CONFLICT',
      message: textWith('someone else'),
    })
  })

  it('of ten who change one at once, one succeeds', async () => {
    const { changes } = await rule('VOTES_MOST')
    const question = `mutation ($input: SetRuleInput!) { setRule(input: $input) { code } }`
    const facts = { code: 'VOTES_MOST', regulation: 'thử', validFrom: '2030-01-01', changes }
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, value) => api().ask(question, { input: { ...facts, value } })),
    )
    const codes = answers.map(({ body }) => body.errors?.[0]?.extensions.code ?? 'done')
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(9)
  })
})

describe('forms of the dossier', () => {
  const forms = async (on: string) => {
    const question = `query ($on: Date) { dossierForms(on: $on) { code changes versions { title regulation } } }`
    const data = await api().data<{
      dossierForms: Array<{
        code: string
        changes: number
        versions: Array<{ title: string; regulation: string }>
      }>
    }>(question, { on })
    return data.dossierForms
  }

  it('are those of the day, in the order of their numbers', async () => {
    const codes = (await forms('2024-11-15')).map(({ code }) => code)
    expect(codes.slice(0, 4)).toEqual(['1-KNĐ', '2-KNĐ', '3-KNĐ', '3A-KNĐ'])
    expect(codes.indexOf('9-KNĐ')).toBeLessThan(codes.indexOf('10-KNĐ'))
    expect(codes).toContain('CN-NTVĐ')
    expect((await forms('2018-01-01'))[0]?.versions[0]?.regulation).toContain('09-HD')
    expect(await forms('2016-01-01')).toEqual([])
  })

  it('are refused without code, title or issuer, and changed from a day on', async () => {
    const form = { code: '17-KNĐ', title: 'Mẫu mới', issuer: 'Chi bộ', regulation: '38-HD/BTCTW' }
    for (const facts of [{ code: '' }, { code: ' 1' }, { title: '' }, { issuer: ' ' }, { regulation: '' }])
      expect(
        await refused('setDossierForm', { ...form, validFrom: '2025-08-01', changes: 0, ...facts }),
      ).toMatchObject({ code: 'INVALID_INPUT' })
    await garden.act('setDossierForm', { ...form, validFrom: '2025-08-01', changes: 0 }, 'code')
    expect((await forms('2025-07-31')).map(({ code }) => code)).not.toContain('17-KNĐ')
    expect((await forms('2025-08-01')).map(({ code }) => code)).toContain('17-KNĐ')
    expect(await refused('setDossierForm', { ...form, validFrom: '2025-08-01', changes: 0 })).toMatchObject({
      code: 'CONFLICT',
    })
  })
})

describe('requirements of a unit', () => {
  it('reach every unit below it on their days', async () => {
    const units = await garden.province()
    const base = {
      organizationId: units.a.id,
      title: 'Học lực khá',
      stage: 'SYMPATHISER',
      validFrom: '2024-01-01',
    }
    for (const facts of [{ title: ' ' }, { stage: 'IDENTIFIED' }, { validTo: '2023-12-31' }])
      expect(await refused('setRequirement', { ...base, ...facts })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await refused('setRequirement', { ...base, organizationId: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const made = await garden.act('setRequirement', { ...base, sourceKind: 'PUPIL' })
    const of = async (id: string, on: string) => {
      const question = `query ($id: ID!, $on: Date!) { organization(id: $id) { requirements(on: $on) {
        title sourceKind organization { id } } } }`
      const data = await api().data<{ organization: { requirements: unknown[] } }>(question, { id, on })
      return data.organization.requirements
    }
    expect(await of(units.k1.id, '2024-01-01')).toEqual([
      { title: 'Học lực khá', sourceKind: 'PUPIL', organization: { id: units.a.id } },
    ])
    expect(await of(units.k1.id, '2023-12-31')).toEqual([])
    expect(await of(units.m1.id, '2024-01-01')).toEqual([])
    const changed = { ...base, id: made.id, version: made.version, validTo: '2024-06-30' }
    await garden.act('setRequirement', changed)
    expect(await of(units.k1.id, '2024-07-01')).toEqual([])
    expect(await refused('setRequirement', changed)).toMatchObject({ code: 'CONFLICT', actualVersion: 2 })
    expect(
      await refused('setRequirement', { ...changed, version: 2, organizationId: units.b.id }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})
