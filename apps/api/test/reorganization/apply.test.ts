import { beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { useApi } from '../client.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden, type Unit } from '../grow.js'
import { stored } from '../stored.js'
import { of, Plans } from './plans.js'

const clock = new FixedClock('2026-11-21')
const database = useDatabase()
const api = useApi(database, { clock })

let garden: Garden
let root: Unit
let plans: Plans

beforeAll(async () => {
  garden = new Garden(api())
  root = await garden.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
  plans = new Plans(api(), root)
})

let serial = 0

/** A district with communes of two cells each; every cell has three members without a name. */
async function district(communes: number) {
  serial += 1
  const unit = await garden.unit(`Huyện ${serial}`, 'DISTRICT', root)
  const made = []
  for (let index = 0; index < communes; index += 1) {
    const name = `Xã ${serial}.${index}`
    const commune = await garden.unit(name, 'GRASSROOTS', unit)
    const cells = []
    for (const number of [1, 2]) {
      const cell = await garden.unit(`Chi bộ ${number} ${name}`, 'CELL', commune)
      await garden.opening(cell, 3)
      cells.push(cell)
    }
    made.push({ unit: commune, cells: cells as [Unit, Unit] })
  }
  return { unit, communes: made as [(typeof made)[number], (typeof made)[number]] }
}

const newUnit = (code: string, parent: object, tier = 'SUPERIOR_COMMUNE', over: object = {}) => ({
  newUnit: {
    ref: code,
    code: garden.code(code),
    name: `Xã mới ${code}`,
    tier,
    kind: 'COMMUNE',
    parent,
    ...over,
  },
})

async function shown(unit: { id: string }, at?: string) {
  const query = `query ($id: ID!, $at: Date) { organization(id: $id, at: $at) {
    id code name validFrom validTo at parent { id } successors { id name } predecessors { id } events { kind } } }`
  type Shown = {
    id: string
    code: string
    validTo: string | null
    parent: { id: string } | null
    successors: Array<{ id: string; name: string }>
    predecessors: Array<{ id: string }>
    events: Array<{ kind: string }>
  }
  return (await api().data<{ organization: Shown }>(query, { id: unit.id, at })).organization
}

async function byCode(code: string, at: string): Promise<Unit> {
  const query = 'query ($code: String, $at: Date) { organization(code: $code, at: $at) { id version } }'
  return (await api().data<{ organization: Unit }>(query, { code: garden.code(code), at })).organization
}

async function members(unit: Unit, asOf: string, perimeter = 'RESTATED', treeAt?: string) {
  const input = { from: '2025-01-01', asOf, indicators: ['members', 'admitted'], perimeter }
  const { members: all, admitted } = await garden.figures(unit, treeAt ? { ...input, treeAt } : input)
  return [all, admitted]
}

const verified = () => verify(createContext({ database: database(), clock }))

async function refused(operations: object[], on = '2025-07-01') {
  const plan = await plans.draft(on, operations)
  const before = await stored(database())
  const { message, extensions } = await plans.refusalOf('applyReorganization', plan)
  expect(await stored(database())).toEqual(before)
  return { message, ...extensions }
}

describe('applying a reorganization', () => {
  it.each<[string, (d: Awaited<ReturnType<typeof district>>) => object[], object]>([
    ['has no operations', () => [], { code: 'CONFLICT' }],
    [
      'ends a unit twice',
      ({ unit, communes: [k, l] }) => [
        { kind: 'MERGE', units: [of(k.unit)], successors: [{ unit: of(l.unit) }] },
        { kind: 'DISSOLVE', units: [of(k.unit)], reason: 'OTHER', successors: [{ unit: of(unit) }] },
      ],
      { code: 'CONFLICT', operation: { position: 2 } },
    ],
    [
      'moves what another operation ends',
      ({ communes: [k, l] }) => [
        { kind: 'MERGE', units: [of(k.unit)], successors: [{ unit: of(l.unit) }] },
        { kind: 'MOVE', units: [of(k.unit)], parent: of(root) },
      ],
      { code: 'CONFLICT', operation: { position: 2 } },
    ],
    [
      'puts units below each other',
      ({ communes: [k, l] }) => [
        { kind: 'RENAME', units: [of(k.cells[0])], name: 'Chi bộ khác' },
        { kind: 'RECLASSIFY', units: [of(k.unit)], tier: 'SECTION' },
        { kind: 'RECLASSIFY', units: [of(l.unit)], tier: 'SECTION' },
        { kind: 'MOVE', units: [of(k.unit)], parent: of(l.unit) },
        { kind: 'MOVE', units: [of(l.unit)], parent: of(k.unit) },
      ],
      { code: 'CONFLICT', operation: { position: 4 } },
    ],
    [
      'splits a unit and forgets a cell',
      ({ communes: [k] }) => [
        {
          kind: 'SPLIT',
          units: [of(k.unit)],
          successors: [{ ...newUnit('f1', of(root)), children: [of(k.cells[0])] }, newUnit('f2', of(root))],
        },
      ],
      { code: 'CONFLICT', operation: { position: 1 } },
    ],
    [
      'splits a unit and gives away a stranger',
      ({ communes: [k, l] }) => [
        {
          kind: 'SPLIT',
          units: [of(k.unit)],
          restToPrincipal: true,
          successors: [{ ...newUnit('g1', of(root)), children: [of(l.cells[0])] }, newUnit('g2', of(root))],
        },
      ],
      { code: 'CONFLICT' },
    ],
    [
      'names a reference that nobody founds',
      ({ communes: [k] }) => [{ kind: 'MOVE', units: [of(k.unit)], parent: { ref: 'nobody' } }],
      { code: 'INVALID_INPUT', operation: { position: 1 } },
    ],
    [
      'founds a level where it may not stand',
      ({ unit, communes: [k, l] }) => [
        { kind: 'MERGE', units: [of(k.unit), of(l.unit)], successors: [newUnit('h1', of(unit))] },
      ],
      { code: 'CONFLICT', operation: { position: 1 } },
    ],
    [
      'gives a code that somebody carries on',
      ({ communes: [k, l] }) => [
        { kind: 'RENAME', units: [of(k.unit)], name: 'Xã trùng mã', code: garden.code(`Xã ${serial}.1`) },
        { kind: 'RENAME', units: [of(l.unit)], name: 'Xã khác' },
      ],
      { code: 'CONFLICT' },
    ],
    [
      'lets members go to a unit that is no cell',
      ({ communes: [k] }) => [{ kind: 'MERGE', units: [of(k.cells[0])], successors: [{ unit: of(k.unit) }] }],
      { code: 'CONFLICT', operation: { position: 1 } },
    ],
    [
      'dissolves a cell with members and names nobody',
      ({ communes: [k] }) => [{ kind: 'DISSOLVE', units: [of(k.cells[0])], reason: 'OTHER' }],
      { code: 'CONFLICT', operation: { position: 1 } },
    ],
    [
      'hands over to a unit inside',
      ({ communes: [k] }) => [{ kind: 'HAND_OVER', units: [of(k.unit)], parent: of(root) }],
      { code: 'CONFLICT', operation: { position: 1 } },
    ],
  ])('is refused when it %s: nothing is written', async (_what, operations, expected) => {
    expect(await refused(operations(await district(2)))).toMatchObject(expected)
  })

  it('is refused on a day before a unit existed, and for a successor that has ended', async () => {
    const { communes } = await district(2)
    const [k, l] = communes
    const merge = { kind: 'MERGE', units: [of(k.cells[0])], successors: [{ unit: of(l.cells[0]) }] }
    expect(await refused([merge], '2019-01-01')).toMatchObject({ code: 'CONFLICT' })
    await plans.carryOut('2025-05-01', [
      { kind: 'MERGE', units: [of(l.cells[0])], successors: [{ unit: of(l.cells[1]) }] },
    ])
    expect(await refused([merge])).toMatchObject({ code: 'CONFLICT', operation: { position: 1 } })
  })

  it('is refused for a successor that begins later, and on what another reorganization of that day has ended', async () => {
    const { communes } = await district(2)
    const [k, l] = communes
    const late = await garden.unit(`Chi bộ muộn ${serial}`, 'CELL', l.unit, { on: '2025-07-02' })
    const into = (unit: Unit) => ({
      kind: 'MERGE',
      units: [of(k.cells[0])],
      successors: [{ unit: of(unit) }],
    })
    expect(await refused([into(late)])).toMatchObject({
      ...{ code: 'CONFLICT', reason: { key: 'EXISTS_SINCE' }, operation: { position: 1 } },
    })
    await plans.carryOut('2025-07-01', [into(l.cells[0])])
    expect(await refused([into(l.cells[1])])).toMatchObject({
      ...{ code: 'CONFLICT', reason: { key: 'EXISTED_UNTIL' }, operation: { position: 1 } },
    })
  })

  it('merges communes into a new one, codes and all, and says what became of them', async () => {
    const { unit, communes } = await district(2)
    const [k, l] = communes
    await garden.admit(k.cells[0], '2025-03-01')
    const code = `Xã ${serial}.0`
    const plan = await plans.carryOut('2025-07-01', [
      {
        kind: 'MERGE',
        units: [of(k.unit), of(l.unit)],
        successors: [newUnit('moi', of(root), 'SUPERIOR_COMMUNE', { code: garden.code(code) })],
      },
      { kind: 'DISSOLVE', units: [of(unit)], reason: 'INSTITUTION_ABOLISHED' },
    ])
    expect(plan.status).toBe('APPLIED')
    const merged = await byCode(code, '2025-07-01')
    expect((await byCode(code, '2025-06-30')).id).toBe(k.unit.id)
    expect(await shown(k.unit)).toMatchObject({
      validTo: '2025-06-30',
      successors: [{ id: merged.id }],
      events: [{ kind: 'ESTABLISH' }, { kind: 'MERGE' }],
    })
    expect(await shown(unit)).toMatchObject({ validTo: '2025-06-30', successors: [] })
    expect((await shown(merged)).predecessors.map(({ id }) => id).sort()).toEqual(
      [k.unit.id, l.unit.id].sort(),
    )
    expect(await shown(k.cells[0])).toMatchObject({ parent: { id: merged.id }, validTo: null })
    expect(await members(merged, '2025-12-31')).toEqual([13, 1])
    expect(await members(merged, '2025-12-31', 'RECORDED')).toEqual([13, 0])
    expect(await members(unit, '2025-06-30')).toEqual([13, 1])
    expect(await members(k.unit, '2025-06-30')).toEqual([7, 1])
    expect(await verified()).toEqual([])
  })

  it('merges cells: their members follow together, as stock alone, and later events find them', async () => {
    const { communes } = await district(2)
    const [k, l] = communes
    const { person } = await garden.admit(k.cells[0], '2025-03-01')
    const late = await garden.admit(k.cells[0], '2025-08-01')
    await plans.carryOut('2025-07-01', [
      { kind: 'MERGE', units: [of(k.cells[0])], successors: [{ unit: of(l.cells[0]) }] },
    ])
    expect(await members(l.cells[0], '2025-06-30')).toEqual([3, 0])
    expect(await members(l.cells[0], '2025-07-31', 'RECORDED')).toEqual([7, 0])
    expect(await members(l.cells[0], '2025-08-01', 'RECORDED')).toEqual([8, 1])
    const flows = await garden.figures(l.cells[0], {
      from: '2025-07-01',
      asOf: '2025-12-31',
      indicators: ['transferredIn', 'reorganized'],
      perimeter: 'RECORDED',
    })
    expect(flows).toEqual({ transferredIn: 0, reorganized: 4 })
    await garden.event('recordCeremony', person, l.cells[0], '2025-09-01')
    await garden.event('recordCeremony', late.person, l.cells[0], '2025-09-01')
    expect(await verified()).toEqual([])
  })

  it('hands over out of the system and back', async () => {
    const { unit, communes } = await district(2)
    const outside = await garden.unit(`Ngoài ${serial}`, 'OUTSIDE', null, { kind: 'OUTSIDE' })
    const [k] = communes
    await plans.carryOut('2025-03-01', [{ kind: 'HAND_OVER', units: [of(k.unit)], parent: of(outside) }])
    expect(await members(unit, '2025-02-28')).toEqual([12, 0])
    expect(await members(unit, '2025-03-01')).toEqual([6, 0])
    await plans.carryOut('2025-09-01', [{ kind: 'HAND_OVER', units: [of(k.unit)], parent: of(unit) }])
    expect(await members(unit, '2025-09-01')).toEqual([12, 0])
    expect((await shown(k.unit)).events.map(({ kind }) => kind)).toEqual([
      'ESTABLISH',
      'HAND_OVER',
      'HAND_OVER',
    ])
  })

  it('may be applied before its day, and back-dated; only one of two at once wins', async () => {
    const { communes } = await district(2)
    const [k, l] = communes
    await plans.carryOut('2027-01-01', [
      { kind: 'MERGE', units: [of(k.cells[0])], successors: [{ unit: of(k.cells[1]) }] },
    ])
    await garden.admit(k.cells[0], '2026-11-01')
    expect(await members(k.cells[1], '2026-12-31')).toEqual([3, 0])
    expect(await members(k.cells[1], '2027-01-01', 'RECORDED')).toEqual([7, 0])
    const plan = await plans.draft('2024-01-01', [
      { kind: 'MERGE', units: [of(l.cells[0])], successors: [{ unit: of(l.cells[1]) }] },
    ])
    const results = await Promise.allSettled([plans.apply(plan), plans.apply(plan)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await members(l.cells[1], '2025-01-01')).toEqual([6, 0])
    expect(await verified()).toEqual([])
  })
})

describe('undoing a reorganization', () => {
  /** Figures of the units on days around the reorganization, in both perimeters. */
  async function figuresOf(units: readonly Unit[]) {
    const all = []
    for (const unit of units)
      for (const perimeter of ['RECORDED', 'RESTATED'])
        for (const asOf of ['2025-06-30', '2025-07-01', '2026-11-21'])
          all.push(
            await garden.answers(unit, {
              from: '2025-01-01',
              asOf,
              perimeter,
              indicators: ['members', 'probationaryMembers', 'admitted', 'transferredIn', 'reorganized'],
            }),
          )
    return JSON.stringify(all)
  }

  it('leaves everything as it was, also cells that were merged with later events on them', async () => {
    const { unit, communes } = await district(2)
    const [k, l] = communes
    await garden.admit(k.cells[0], '2025-03-01')
    await garden.admit(k.cells[0], '2025-08-01')
    const units = [unit, k.unit, l.unit, ...k.cells, ...l.cells]
    const before = await figuresOf(units)
    const plan = await plans.carryOut('2025-07-01', [
      { kind: 'MERGE', units: [of(k.unit), of(l.unit)], successors: [newUnit('u1', of(root))] },
      {
        kind: 'MERGE',
        units: [of(k.cells[0]), of(l.cells[1])],
        successors: [newUnit('u2', { ref: 'u1' }, 'CELL')],
      },
      { kind: 'DISSOLVE', units: [of(unit)], reason: 'INSTITUTION_ABOLISHED' },
    ])
    expect(await verified()).toEqual([])
    const undone = await plans.undo(plan)
    expect(undone.status).toBe('UNDONE')
    expect(await figuresOf(units)).toBe(before)
    expect(await verified()).toEqual([])
    const again = await plans.refusalOf('undoReorganization', undone)
    expect(again.extensions.code).toBe('CONFLICT')
  })

  it('is refused while something later rests on it, and lists all of that', async () => {
    const { communes } = await district(2)
    const [k, l] = communes
    const { person } = await garden.admit(k.cells[0], '2025-03-01')
    const plan = await plans.carryOut('2025-07-01', [
      { kind: 'MERGE', units: [of(k.unit), of(l.unit)], successors: [newUnit('v1', of(root))] },
      { kind: 'MERGE', units: [of(k.cells[0])], successors: [{ unit: of(l.cells[0]) }] },
    ])
    await garden.event('recordCeremony', person, l.cells[0], '2025-09-01')
    const before = await stored(database())
    const refusal = await plans.refusalOf('undoReorganization', plan)
    expect(refusal.extensions).toMatchObject({ code: 'CONFLICT', obstacles: [{ key: 'HISTORY_RESTS' }] })
    expect(await stored(database())).toEqual(before)
    const merged = await byCode('v1', '2025-07-01')
    await garden.unit('Chi bộ mới lập', 'CELL', merged, { on: '2025-08-01' })
    const found = await api().data<{ rehearseUndo: Array<{ vi: string; en: string }> }>(
      'mutation ($id: ID!) { rehearseUndo(id: $id) { vi en } }',
      { id: plan.id },
    )
    expect(found.rehearseUndo).toHaveLength(1)
    expect(found.rehearseUndo[0]?.en).toContain('Chi bộ mới lập')
  })
})
