import { beforeAll, describe, expect, it } from 'vitest'
import { useApi, type ApiClient } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith, type TestGrant } from '../people-with-accounts.js'
import { candidate } from '../sources/grow-sources.js'
import { stored } from '../stored.js'
import { of, Plans, type Plan } from './plans.js'

const today = '2026-11-27'
const clock = new FixedClock(today)
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let root: Unit
let plans: Plans
let serial = 0

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  plans = new Plans(api(), root)
})

/** A district with two communes of one cell each. */
async function district() {
  serial += 1
  const unit = await garden.unit(`Huyện ${serial}`, 'DISTRICT', root)
  const commune = async (name: string) => {
    const made = await garden.unit(`${name} ${serial}`, 'GRASSROOTS', unit)
    const cell = await garden.unit(`Chi bộ ${name} ${serial}`, 'CELL', made)
    await garden.opening(cell, 3)
    return { unit: made, cell }
  }
  return { unit, k: await commune('Xã K'), l: await commune('Xã L') }
}

const merged = (units: readonly Unit[], parent: object | null, tier = 'SUPERIOR_COMMUNE') => {
  const code = garden.code(`Xã mới ${serial}`)
  const newUnit = { ref: 'moi', code, name: `Xã mới ${serial}`, tier, kind: 'COMMUNE', parent }
  return { code, operation: { kind: 'MERGE', units: units.map(of), successors: [{ newUnit }] } }
}

async function unitOf(code: string, at: string): Promise<Unit> {
  const query = 'query ($code: String, $at: Date) { organization(code: $code, at: $at) { id version } }'
  return (await api().data<{ organization: Unit }>(query, { code, at })).organization
}

async function signedIn(...grants: TestGrant[]): Promise<{ client: ApiClient; uid: string }> {
  const { pass, uid } = await accountWith({ database: database(), clock }, grants)
  return { client: api().as(pass), uid }
}

type Grant = { role: string; validFrom: string; validTo: string | null; organization: { id: string } | null }

async function grantsOf(client: ApiClient): Promise<Grant[]> {
  const query = '{ viewer { grants { role validFrom validTo organization { id } } } }'
  return (await client.data<{ viewer: { grants: Grant[] } }>(query)).viewer.grants
}

describe('who may carry a reorganization out', () => {
  const APPLY =
    'mutation ($id: ID!, $version: Int!) { applyReorganization(id: $id, version: $version) { status } }'

  async function appliedBy(client: ApiClient, plan: Plan): Promise<string> {
    const before = await stored(database())
    const { body } = await client.ask<unknown>(APPLY, { id: plan.id, version: plan.version })
    const code = body.errors?.[0]?.extensions.code
    if (code) expect((await stored(database()))['organization']).toEqual(before['organization'])
    return code ?? 'applied'
  }

  it('holds the right at all units touched, where they go, and where units are founded', async () => {
    const { unit, k, l } = await district()
    const other = (await district()).unit
    const { client } = await signedIn({ role: 'LEVEL_ADMINISTRATOR', unit })
    const own = new Plans(client, unit)
    const move = { kind: 'MOVE', units: [of(k.unit)], parent: of(other) }
    const drafted = async (operation: object) => new Plans(api(), unit).draft('2026-12-01', [operation])
    expect(await appliedBy(client, await drafted(move))).toBe('NOT_FOUND')
    expect(await appliedBy(client, await drafted(merged([k.unit, l.unit], of(root)).operation))).toBe(
      'NOT_FOUND',
    )
    expect(await appliedBy(client, await drafted(merged([k.unit, l.unit], null, 'PROVINCE').operation))).toBe(
      'FORBIDDEN',
    )
    const dissolved = {
      kind: 'DISSOLVE',
      units: [of(unit)],
      reason: 'OTHER',
      successors: [{ unit: of(k.unit) }],
    }
    expect(await appliedBy(client, await drafted(dissolved))).toBe('NOT_FOUND')
    const within = await own.draft('2026-12-01', [merged([k.unit, l.unit], of(unit), 'GRASSROOTS').operation])
    expect(await appliedBy(client, within)).toBe('applied')
  })

  it('is asked before the button is shown', async () => {
    const { unit } = await district()
    const { client } = await signedIn({ role: 'LEVEL_ADMINISTRATOR', unit })
    const reader = await signedIn({ role: 'VIEWER', unit })
    const shown = (one: ApiClient) => one.data('{ viewer { viewerCanReorganize } }')
    expect(await shown(client)).toEqual({ viewer: { viewerCanReorganize: true } })
    expect(await shown(reader.client)).toEqual({ viewer: { viewerCanReorganize: false } })
  })
})

describe('grants at units that end', () => {
  it('go on at the successor where the role can stand there, end with the unit else, and come back with an undo', async () => {
    const { unit, k, l } = await district()
    const both = await signedIn({ role: 'VIEWER', unit: k.unit }, { role: 'VIEWER', unit: l.unit })
    const brief = await signedIn({ role: 'VIEWER', unit: k.unit, until: '2026-12-20' })
    const past = await signedIn({ role: 'VIEWER', unit: k.unit, from: '2026-01-01', until: '2026-11-30' })
    const district1 = await signedIn({ role: 'LEVEL_ADMINISTRATOR', unit })
    const before = await stored(database())
    const people = [both, brief, past, district1]
    const earlier = await Promise.all(people.map(({ client }) => grantsOf(client)))
    const { code, operation } = merged([k.unit, l.unit], of(root))
    const dissolved = { kind: 'DISSOLVE', units: [of(unit)], reason: 'INSTITUTION_ABOLISHED' }
    const draft = await plans.draft('2026-12-01', [operation, dissolved])
    const query = `mutation ($id: ID!) { rehearseReorganization(id: $id) {
      faults { refusal { en } } openMatters { kind name count says { en } } } }`
    type Told = { kind: string; name: string; count: number; says: { en: string } }
    type Report = { rehearseReorganization: { faults: unknown[]; openMatters: Told[] } }
    const { rehearseReorganization: report } = await api().data<Report>(query, { id: draft.id })
    const told = report.openMatters.filter(({ kind }) => kind === 'GRANTS')
    expect(told.map(({ name, count }) => [name, count]).sort()).toEqual([
      [`Huyện ${serial}`, 1],
      [`Xã K ${serial}`, 2],
      [`Xã L ${serial}`, 1],
    ])
    expect(told.find(({ name }) => name.startsWith('Huyện'))?.says.en).toContain('end with it')
    expect(told.find(({ name }) => name.startsWith('Xã K'))?.says.en).toContain(`Xã mới ${serial}`)

    const plan = await plans.apply(draft)
    const successor = await unitOf(code, '2026-12-01')
    const at = (one: Unit, validFrom: string, validTo: string | null) => ({
      role: 'VIEWER',
      validFrom,
      validTo,
      organization: { id: one.id },
    })
    const ahead = (validTo: string | null) => ({
      ...at(successor, '2026-12-01', validTo),
      organization: null,
    })
    expect(await grantsOf(both.client)).toEqual([
      at(k.unit, today, '2026-11-30'),
      at(l.unit, today, '2026-11-30'),
      ahead(null),
    ])
    expect(await grantsOf(brief.client)).toEqual([at(k.unit, today, '2026-11-30'), ahead('2026-12-19')])
    expect(await grantsOf(past.client)).toEqual(earlier[2])
    expect(await grantsOf(district1.client)).toMatchObject([
      { validFrom: today, validTo: '2026-11-30', organization: { id: unit.id } },
    ])

    const undone = await plans.undo(plan)
    expect(undone.status).toBe('UNDONE')
    expect(await Promise.all(people.map(({ client }) => grantsOf(client)))).toEqual(earlier)
    expect((await stored(database()))['account_grant']).toEqual(before['account_grant'])
  })

  it('stand in the way of an undo once they were changed, or something new was granted', async () => {
    const { k, l } = await district()
    await signedIn({ role: 'VIEWER', unit: k.unit })
    const { code, operation } = merged([k.unit, l.unit], of(root))
    const plan = await plans.carryOut('2026-10-01', [operation])
    await accountWith({ database: database(), clock }, [{ role: 'VIEWER', unit: await unitOf(code, today) }])
    const { extensions } = await plans.refusalOf('undoReorganization', plan)
    expect(extensions).toMatchObject({ code: 'CONFLICT', obstacles: [{ key: 'GRANT_AT' }] })
  })
})

describe('candidates of a cell that ends', () => {
  const staged = async (unit: Unit, asOf: string) => {
    const figures = await garden.figures(unit, { from: '2026-01-01', asOf, indicators: ['candidates'] })
    return figures['candidates']
  }

  it('go along to the cell that takes over, and keep a cell that nobody takes over from ending', async () => {
    const { k, l } = await district()
    await candidate(garden, k.cell, '2026-02-01')
    const nobody = { kind: 'DISSOLVE', units: [of(k.cell)], reason: 'OTHER' }
    const { extensions } = await plans.refusalOf(
      'applyReorganization',
      await plans.draft('2026-10-01', [nobody]),
    )
    expect(extensions.code).toBe('CONFLICT')
    const plan = await plans.carryOut('2026-10-01', [
      { kind: 'MERGE', units: [of(k.cell)], successors: [{ unit: of(l.cell) }] },
    ])
    expect([await staged(k.cell, '2026-09-30'), await staged(l.cell, '2026-10-01')]).toEqual([1, 1])
    await plans.undo(plan)
    expect([await staged(k.cell, '2026-10-01'), await staged(l.cell, '2026-10-01')]).toEqual([1, 0])
  })
})
