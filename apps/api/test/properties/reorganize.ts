import { OPEN_END, type Day } from '@seedbed/shared'
import { findOrganizationByCode } from '../../src/features/organizations/organization.service.js'
import { applyReorganization } from '../../src/features/reorganization/apply.service.js'
import { addOperations, operationsOf } from '../../src/features/reorganization/operation.service.js'
import type { OperationInput } from '../../src/features/reorganization/plan.input.js'
import { createReorganization } from '../../src/features/reorganization/plan.service.js'
import { establishOrganization } from '../../src/features/reorganization/reorganization.service.js'
import { undoReorganization } from '../../src/features/reorganization/undo.service.js'
import { assignPersons } from '../../src/features/reorganization/work-list.service.js'
import { accepted } from './happen.js'
import type { Life } from './naive.js'
import { pick, type Step } from './steps.js'
import type { Unit, World } from './world.js'

/** Persons that go elsewhere when a cell is split. */
interface Assignment {
  persons: readonly { id: number; uid: string }[]
  successor: number
}

interface Reorganized {
  name: string
  on: Day
  operations: object[]
  /** Codes of units that are founded, with level and superior. */
  founds: readonly { code: string; tier: string; parent: number }[]
  assign?: Assignment
  /** The same by definition; `found` gives the unit of a code. */
  model: (found: (code: string) => Unit) => void
}

const copyOf = (life: Life): Life => ({
  ...life,
  marks: life.marks.map((mark) => ({ ...mark })),
  shares: new Map(life.shares),
})

/** Applies a reorganization in the product; when it is accepted, by definition too. */
async function reorganize(world: World, plan: Reorganized): Promise<void> {
  const { name, on, operations, founds, assign, model } = plan
  const [root] = world.units
  if (!root) return
  const facts = { organizationId: root.uid, title: name, effectiveOn: on, targetRule: 'CLOSE' }
  const draft = await createReorganization(world.ctx(), facts)
  let { version } = await addOperations(world.ctx(), draft.uid, draft.version, operations as OperationInput[])
  if (assign) {
    const [edge] = (await operationsOf(world.ctx(), draft, { limit: 1 })).edges
    const place = { uid: draft.uid, version, operation: edge?.node.uid ?? '' }
    const persons = assign.persons.map(({ uid }) => uid)
    version = (await assignPersons(world.ctx(), place, persons, assign.successor)).version
  }
  await accepted(world, `${on} ${name}`, async () => {
    const applied = await applyReorganization(world.ctx(), draft.uid, version)
    const before = new Map([...world.tree.lives].map(([id, life]) => [id, copyOf(life)]))
    const founded: Unit[] = []
    for (const { code, tier, parent } of founds) {
      const { id, uid, version: of } = await findOrganizationByCode(world.ctx(), code, on)
      const unit = { id, uid, tier, version: of }
      founded.push(unit)
      world.units.push(unit)
      world.tree.found(id, parent, on, OPEN_END)
    }
    const codes = new Map(founds.map(({ code }, index) => [code, founded[index]]))
    model((code) => codes.get(code) as Unit)
    world.edges.push(on)
    world.reforms.push({
      ...{ uid: draft.uid, version: applied.version },
      before: touched(before, world.tree.lives),
      founded: founded.map(({ id }) => id),
    })
    await refreshVersions(world)
  })
}

const text = (life: Life | undefined) =>
  life && JSON.stringify([life.opened, life.closed, life.heir, life.marks, [...life.shares]])

/** Lives that are another now. */
function touched(before: Map<number, Life>, now: ReadonlyMap<number, Life>): Map<number, Life> {
  return new Map([...before].filter(([id, life]) => text(life) !== text(now.get(id))))
}

/** What a reorganization changed can be changed again. */
async function refreshVersions(world: World): Promise<void> {
  const rows = (await world.database.reader.query('SELECT id, version FROM organization')) as {
    id: number
    version: number
  }[]
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  for (const unit of world.units) unit.version = versions.get(unit.id) ?? unit.version
}

const above: Record<string, readonly string[]> = {
  GRASSROOTS: ['PROVINCE', 'DISTRICT', 'GRASSROOTS'],
  SECTION: ['GRASSROOTS', 'SECTION'],
  CELL: ['GRASSROOTS', 'SECTION'],
}

const mergeable = ['CELL', 'CELL', 'GRASSROOTS', 'SECTION']

/** A unit to be founded: its code, level and superior. */
function toBeFounded(world: World, tier: string, on: Day, number: number) {
  const parent = pick(world.living(above[tier] ?? [], on), number)
  if (!parent) return undefined
  world.serial += 1
  const code = `U${world.serial}`
  const newUnit = { code, name: code, tier, kind: 'COMMUNE', parent: { id: parent.uid } }
  return { code, tier, parent: parent.id, newUnit }
}

/** Ends a unit by definition: all below goes on under its successors, itself under the first (dissolved: as it was). */
function endInModel(
  world: World,
  unit: Unit,
  on: Day,
  successors: readonly number[],
  how: { stays: boolean; successorOf?: (child: number) => number },
): void {
  const { tree } = world
  const [principal] = successors
  if (principal === undefined) return
  const life = tree.life(unit.id)
  life.marks = life.marks.filter(({ day }) => day <= on)
  tree.handOn(unit.id, on, how.successorOf ?? (() => principal))
  if (!how.stays) tree.put(unit.id, principal, on)
  tree.end(unit.id, on, principal)
}

/** The lower units first: what stands below a unit that ends with it stays there. */
function lowestFirst(world: World, units: readonly Unit[], on: Day): Unit[] {
  const depth = ({ id }: Unit) => world.tree.chain(id, on).length
  return [...units].sort((a, b) => depth(b) - depth(a))
}

/** Units merged into a new one, or into one that lives on. */
export async function merge(world: World, step: Step, on: Day): Promise<void> {
  const tier = pick(mergeable, step.a) ?? 'CELL'
  const living = world.living([tier], on)
  const count = 1 + (step.b % 2)
  const units = [...new Set([pick(living, step.b), pick(living, step.c)].slice(0, count))].flatMap(
    (one) => one ?? [],
  )
  if (units.length === 0) return
  const founded = step.c % 2 === 0 ? toBeFounded(world, tier, on, step.day) : undefined
  const into = founded ? undefined : pick(living, step.day)
  if (!founded && !into) return
  const successor = founded ? { newUnit: founded.newUnit } : { unit: { id: into?.uid } }
  const target = founded ? founded.code : String(into?.id)
  await reorganize(world, {
    name: `merge ${units.map(({ id }) => id).join('+')} into ${target}`,
    on,
    operations: [{ kind: 'MERGE', units: units.map(({ uid }) => ({ id: uid })), successors: [successor] }],
    founds: founded ? [founded] : [],
    model: (found) => {
      const heir = founded ? found(founded.code).id : (into?.id ?? 0)
      for (const unit of lowestFirst(world, units, on)) endInModel(world, unit, on, [heir], { stays: false })
    },
  })
}

/** A cell, or a unit with all below it, divided between a new unit and one that lives on (or two new ones). */
export async function split(world: World, step: Step, on: Day): Promise<void> {
  const tier = pick(mergeable, step.c) ?? 'CELL'
  const unit = pick(world.living([tier], on), step.a)
  const first = toBeFounded(world, tier, on, step.b)
  if (!unit || !first) return
  const other = pick(
    world.living([tier], on).filter(({ id }) => id !== unit.id),
    step.b,
  )
  const second = step.c % 3 === 0 || !other ? toBeFounded(world, tier, on, step.day) : undefined
  if (!second && !other) return
  const below = world.units.filter(
    ({ id }) => world.isOpen(id, on) && world.tree.parentAt(id, on) === unit.id,
  )
  const half = below.filter((_one, index) => (index + step.a) % 2 === 0)
  const going = world.persons.filter(
    (person, index) => (index + step.b) % 2 === 0 && world.cellOf(person, dayBefore(on)) === unit.id,
  )
  const isCell = tier === 'CELL'
  const children = half.map(({ uid }) => ({ id: uid }))
  await reorganize(world, {
    name: `split ${unit.id} into ${first.code} and ${second?.code ?? other?.id ?? ''}, ${going.map(({ id }) => id).join()} to the second`,
    on,
    operations: [
      {
        kind: 'SPLIT',
        units: [{ id: unit.uid }],
        restToPrincipal: true,
        successors: [
          { newUnit: first.newUnit, principal: true },
          second ? { newUnit: second.newUnit, children } : { unit: { id: other?.uid }, children },
        ],
      },
    ],
    founds: second ? [first, second] : [first],
    ...(isCell && going.length > 0 ? { assign: { persons: going, successor: 1 } } : {}),
    model: (found) => {
      const principal = found(first.code).id
      const rest = second ? found(second.code).id : (other?.id ?? 0)
      const ids = new Set(half.map(({ id }) => id))
      endInModel(world, unit, on, [principal, rest], {
        stays: false,
        successorOf: (child) => (ids.has(child) ? rest : principal),
      })
      if (isCell) for (const { id } of going) world.tree.life(unit.id).shares.set(id, rest)
    },
  })
}

const dayBefore = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** A unit dissolved with everybody and everything in it; what is left goes to another. */
export async function end(world: World, step: Step, on: Day): Promise<void> {
  const tier = pick(mergeable, step.c) ?? 'CELL'
  const living = world.living([tier], on)
  const unit = pick(living, step.a)
  const heir = pick(living, step.b)
  if (!unit || !heir) return
  await reorganize(world, {
    name: `end ${unit.id}, left to ${heir.id}`,
    on,
    operations: [
      {
        kind: 'DISSOLVE',
        units: [{ id: unit.uid }],
        reason: 'INSTITUTION_ABOLISHED',
        successors: [{ unit: { id: heir.uid } }],
      },
    ],
    founds: [],
    model: () => endInModel(world, unit, on, [heir.id], { stays: true }),
  })
}

/** A unit handed over to a place outside the system, or taken back. */
export async function handOver(world: World, step: Step, on: Day): Promise<void> {
  const outside = world.units.find(({ tier }) => tier === 'OUTSIDE') ?? (await foundOutside(world))
  const gone = world.living(['GRASSROOTS', 'SECTION', 'CELL'], on)
  const isOut = ({ id }: Unit) => world.tree.chain(id, on).includes(outside.id)
  const unit = pick(step.b % 2 === 0 ? gone : gone.filter(isOut), step.a)
  if (!unit) return
  const parents = world.living(above[unit.tier] ?? [], on).filter((one) => !isOut(one))
  const to = isOut(unit) ? pick(parents, step.c) : outside
  if (!to) return
  await reorganize(world, {
    name: `hand ${unit.id} over to ${to.id}`,
    on,
    operations: [{ kind: 'HAND_OVER', units: [{ id: unit.uid }], parent: { id: to.uid } }],
    founds: [],
    model: () => world.tree.put(unit.id, to.id, on),
  })
}

async function foundOutside(world: World): Promise<Unit> {
  const on = '2023-01-01'
  world.serial += 1
  const code = `U${world.serial}`
  const facts = { code, name: 'Ngoài', tier: 'OUTSIDE', kind: 'OUTSIDE', effectiveOn: on }
  const { id, uid, version } = await establishOrganization(world.ctx(), facts)
  const unit = { id, uid, tier: 'OUTSIDE', version }
  world.units.push(unit)
  world.tree.found(id, 0, on, OPEN_END)
  return unit
}

/** Takes a reorganization back: everything is as if it had never been. */
export async function undo(world: World, step: Step): Promise<void> {
  const reform = step.a % 3 === 0 ? pick(world.reforms, step.b) : world.reforms.at(-1)
  if (!reform) return
  await accepted(world, `undo ${reform.uid}`, async () => {
    await undoReorganization(world.ctx(), reform.uid, reform.version)
    world.reforms.splice(world.reforms.indexOf(reform), 1)
    for (const [id, life] of reform.before) world.tree.lives.set(id, life)
    for (const id of reform.founded) forget(world, id)
    await refreshVersions(world)
  })
}

function forget(world: World, id: number): void {
  world.tree.lives.delete(id)
  for (const list of [world.units, world.moved, world.focus]) {
    const rest = list.filter((unit) => unit.id !== id)
    list.splice(0, list.length, ...rest)
  }
}
