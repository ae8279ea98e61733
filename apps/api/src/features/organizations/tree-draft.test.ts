import { addDays, OPEN_END, PLACEMENTS, TIERS } from '@seedbed/shared'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { SeedbedError } from '../../errors/errors.js'
import { pathsOf } from './paths.js'
import { TreeDraft } from './tree-draft.js'
import { copyOf, isOpen, versionAt, type UnitHistory } from './tree-in-time.js'

const opened = '2020-01-01'
const lists = {
  placements: PLACEMENTS.map((rule) => ({ ...rule, parentTier: rule.parentTier ?? '', validTo: OPEN_END })),
  tiers: new Set(Object.keys(TIERS)),
  kinds: new Set(['COMMUNE']),
  sectors: new Set<string>(),
}

let draft: TreeDraft

function unit(code: string, tier: string, parent: UnitHistory | null, on = opened): UnitHistory {
  const facts = { code, tier, parent: parent?.id ?? null, name: code, kind: 'COMMUNE', sector: null }
  return draft.establish(facts, { on })
}

/** What a draft holds, to be compared with what it holds after a refusal. */
const held = () => ({
  units: [...draft.units.values()].map(copyOf),
  events: draft.events.length,
  changed: [...draft.changed],
})

function refused(act: () => unknown, why: string): void {
  const before = held()
  expect(act).toThrow(why)
  expect(held()).toEqual(before)
}

beforeEach(() => {
  draft = new TreeDraft(new Map(), lists)
})

describe('a draft of the tree', () => {
  it('refuses whole and with the reason what cannot stand on some day', () => {
    const root = unit('P', 'PROVINCE', null)
    const a = unit('A', 'DISTRICT', root)
    const commune = unit('A1', 'GRASSROOTS', a)
    const cell = unit('A1a', 'CELL', commune)
    const late = unit('B', 'DISTRICT', root, '2022-01-01')
    const on = '2021-01-01'
    refused(() => unit('C', 'CELL', null), 'must stand under another unit')
    refused(() => unit('C', 'CELL', a), 'may not stand directly under')
    refused(() => unit('A', 'DISTRICT', root), 'belongs to another unit')
    refused(() => unit('C', 'PARISH', root), 'unknown code')
    refused(() => draft.move(commune.id, { parent: late.id }, { on }), 'does not exist on that day')
    draft.dissolve(late.id, { successor: null }, { on: '2023-01-01' })
    const soon = { on: '2022-06-01' }
    refused(() => draft.move(commune.id, { parent: late.id }, soon), 'only until 2022-12-31')
    refused(() => unit('B1', 'GRASSROOTS', late, soon.on), 'only until 2022-12-31')
    refused(() => draft.move(commune.id, { parent: commune.id }, { on }), 'below itself')
    refused(() => draft.move(a.id, { parent: commune.id }, { on }), 'below itself')
    refused(() => draft.rename(cell.id, { name: 'A1a' }, { on }), 'already so')
    refused(() => draft.dissolve(commune.id, { successor: null }, { on }), 'stands below it')
    refused(() => draft.dissolve(cell.id, { successor: cell.id }, { on }), 'succeed itself')
    refused(() => draft.dissolve(cell.id, { successor: null }, { on: opened }), 'founded on that day')
    refused(() => draft.reclassify(commune.id, { tier: 'CELL' }, { on }), 'may not stand directly under')
  })

  it('ends a unit, names its heir, gives its code free, and keeps what came before', () => {
    const commune = unit('A1', 'GRASSROOTS', unit('A', 'DISTRICT', unit('P', 'PROVINCE', null)))
    const cell = unit('A1a', 'CELL', commune)
    const ended = draft.dissolve(cell.id, { successor: null }, { on: '2021-01-01' })
    expect(ended).toMatchObject({ closed: '2021-01-01', heir: commune.id })
    expect(draft.events.at(-1)).toMatchObject({ kind: 'DISSOLVE', before: { closed: OPEN_END, heir: null } })
    refused(() => unit('A1a', 'CELL', commune, '2020-12-31'), 'belongs to another unit')
    const next = unit('A1a', 'CELL', commune, '2021-01-01')
    expect(draft.findByCode('A1a', '2020-12-31')?.id).toBe(cell.id)
    expect(draft.findByCode('A1a', '2021-01-01')?.id).toBe(next.id)
    refused(() => draft.rename(cell.id, { name: 'X' }, { on: '2021-01-01' }), 'does not exist on that day')
  })

  it('whatever is tried: on every day all that lives stands under what lives, up to a root, each code once', () => {
    const step = fc.record({
      act: fc.constantFrom('establish', 'move', 'rename', 'dissolve'),
      a: fc.nat(20),
      b: fc.nat(20),
      day: fc.integer({ min: 0, max: 8 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        draft = new TreeDraft(new Map(), lists)
        const root = unit('P', 'PROVINCE', null)
        unit('D1', 'DISTRICT', root)
        unit('D2', 'DISTRICT', root)
        for (const one of steps) attempt(one)
        for (let day = 0; day < 10; day += 1) expectSound(addDays(opened, day))
      }),
    )
  })
})

type Step = { act: 'establish' | 'move' | 'rename' | 'dissolve'; a: number; b: number; day: number }

/** Tries an act on units picked by number; a refusal is an answer too. */
function attempt({ act, a, b, day }: Step): void {
  const all = [...draft.units.values()]
  const one = all[a % all.length] as UnitHistory
  const other = all[b % all.length] as UnitHistory
  const basis = { on: addDays(opened, day) }
  const below: Record<string, string> = { PROVINCE: 'DISTRICT', DISTRICT: 'GRASSROOTS', GRASSROOTS: 'CELL' }
  const tier = below[other.versions[0]?.tier ?? ''] ?? 'CELL'
  try {
    if (act === 'establish') unit(`U${b % 6}`, tier, other, basis.on)
    else if (act === 'move') draft.move(one.id, { parent: other.id }, basis)
    else if (act === 'rename') draft.rename(one.id, { name: `N${b}`, code: `U${b % 6}` }, basis)
    else draft.dissolve(one.id, { successor: null }, basis)
  } catch (error) {
    if (!(error instanceof SeedbedError)) throw error
  }
}

function expectSound(day: string): void {
  const living = [...draft.units.values()].filter((one) => isOpen(one, day))
  const codes = living.map((one) => versionAt(one, day)?.code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const one of living) {
    const above = pathsOf(draft.units, one).filter((path) => path.validFrom <= day && day < path.validTo)
    expect(above.map(({ ancestor }) => ancestor)).toContain(0)
    for (const { ancestor } of above) {
      const upper = draft.units.get(ancestor)
      expect(ancestor === 0 || (upper !== undefined && isOpen(upper, day))).toBe(true)
    }
  }
}
