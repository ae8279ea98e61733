import {
  addDays,
  INTRODUCERS,
  OPEN_END,
  REMOVAL_REASONS,
  type Day,
  type EventKind,
  type MeasureVector,
} from '@seedbed/shared'
import { correctEvent } from '../../src/features/membership/membership.service.js'
import {
  correctOpeningBalance,
  recordOpeningBalance,
} from '../../src/features/membership/opening-balance.service.js'
import {
  dissolveOrganization,
  establishOrganization,
  moveOrganization,
  renameOrganization,
} from '../../src/features/reorganization/reorganization.service.js'
import { accepted, admissionOf, happen, newPerson, saidBy, type Extras } from './happen.js'
import { end, handOver, merge, split, undo } from './reorganize.js'
import { findSource, nextStage } from './source-operations.js'
import { pick, type Step } from './steps.js'
import type { Unit, World } from './world.js'

/** Levels in which random trees grow; the test's own placements let three of them stand below themselves. */
const parentsOf: Record<string, readonly string[]> = {
  DISTRICT: ['PROVINCE', 'DISTRICT'],
  GRASSROOTS: ['PROVINCE', 'DISTRICT', 'GRASSROOTS'],
  SECTION: ['GRASSROOTS', 'SECTION'],
  CELL: ['GRASSROOTS', 'SECTION'],
}

async function establish(world: World, tier: string, parent: Unit | null, on: Day): Promise<void> {
  world.serial += 1
  const code = `U${world.serial}`
  await accepted(world, `${on} establish ${code} ${tier} under ${parent?.id ?? 'nothing'}`, async () => {
    const facts = { code, name: code, tier, kind: 'COMMUNE', effectiveOn: on }
    const input = parent ? { ...facts, parentId: parent.uid } : facts
    const { id, uid, version } = await establishOrganization(world.ctx(), input)
    world.units.push({ id, uid, tier, version })
    world.tree.found(id, parent?.id ?? 0, on, OPEN_END)
    world.edges.push(on)
  })
}

/** The tree with which every history begins: a province with two districts, three committees and five cells. */
export async function plant(world: World): Promise<void> {
  const on = '2023-01-01'
  const grow = async (tier: string, parent: number | null) => {
    await establish(world, tier, parent === null ? null : (world.units[parent] ?? null), on)
  }
  await grow('PROVINCE', null)
  for (const parent of [0, 0]) await grow('DISTRICT', parent)
  for (const parent of [1, 1, 2]) await grow('GRASSROOTS', parent)
  for (const parent of [3, 3, 4, 5, 5]) await grow('CELL', parent)
}

async function move(world: World, step: Step, on: Day): Promise<void> {
  const again = step.c % 2 === 0 ? world.moved.filter(({ id }) => world.isOpen(id, on)) : []
  const all = world.living(['DISTRICT', 'GRASSROOTS', 'SECTION', 'CELL'], on)
  const unit = pick(again.length > 0 ? again : all, step.a)
  const parent = unit && pick(world.living(parentsOf[unit.tier] ?? [], on), step.b)
  if (!unit || !parent) return
  const before = world.tree.parentAt(unit.id, on)
  const done = await accepted(world, `${on} move ${unit.id} under ${parent.id}`, async () => {
    const input = { id: unit.uid, version: unit.version, parentId: parent.uid, effectiveOn: on }
    unit.version = (await moveOrganization(world.ctx(), input)).version
    world.tree.put(unit.id, parent.id, on)
    world.edges.push(on)
    world.moved.push(unit)
    world.focus.push(parent, ...(before ? [world.unit(before)] : []))
  })
  if (!done) return
  const day = addDays(on, (step.c % 3) - 1)
  const cells = world.living(['CELL'], day).filter(({ id }) => world.tree.chain(id, on).includes(unit.id))
  await admit(world, step, pick(cells, step.c), day)
}

async function rename(world: World, step: Step, on: Day): Promise<void> {
  const unit = pick(world.units, step.a)
  if (!unit) return
  await accepted(world, `${on} rename ${unit.id}`, async () => {
    const input = { id: unit.uid, version: unit.version, name: `N${step.b}`, effectiveOn: on }
    unit.version = (await renameOrganization(world.ctx(), input)).version
  })
}

async function dissolve(world: World, unit: Unit | undefined, step: Step, on: Day): Promise<void> {
  if (!unit) return
  const others = world.living(['CELL'], on).filter(({ id }) => id !== unit.id)
  const successor = step.c % 3 === 0 ? undefined : pick(others, step.b)
  const heir = successor?.id ?? world.tree.parentAt(unit.id, on) ?? null
  await accepted(world, `${on} dissolve ${unit.id}, heir ${heir ?? 'none'}`, async () => {
    const facts = { id: unit.uid, version: unit.version, effectiveOn: on }
    const input = successor ? { ...facts, successorId: successor.uid } : facts
    unit.version = (await dissolveOrganization(world.ctx(), input)).version
    world.tree.end(unit.id, on, heir)
    world.edges.push(on)
  })
}

/** Sends everybody on record in a cell elsewhere, and ends the cell. */
async function clear(world: World, step: Step, on: Day): Promise<void> {
  const cell = pick(world.living(['CELL'], on), step.a)
  const to = pick(world.living(['CELL'], on), step.b)
  if (!cell || !to || cell === to) return
  for (const person of world.persons) {
    if (world.cellOf(person, on) === cell.id)
      await happen(world, person, 'TRANSFER', cell.id, on, { to: to.id })
    if (world.candidacyOf(person, on)?.cell === cell.id)
      await happen(world, person, 'HANDOVER', cell.id, on, { to: to.id })
  }
  await dissolve(world, cell, step, world.day(step.day + step.c, true))
}

async function opening(world: World, step: Step, on: Day): Promise<void> {
  const cell = pick(world.living(['CELL'], on), step.a)
  if (!cell) return
  const members = step.b % 4
  const probationary = Math.min(members, step.c % 3)
  const done = await accepted(world, `${on} opening ${cell.id}: ${members}/${probationary}`, async () => {
    const item = { organization: cell.id, on, members, probationaryMembers: probationary }
    const { uid } = await recordOpeningBalance(world.ctx(), item)
    world.openings.push({ uid, cell: cell.id, day: on, members, probationary })
  })
  if (!done || step.a % 2 === 0) return
  for (let index = 0; index < members; index += 1) {
    const person = await newPerson(world, step.a + index)
    const joinedOn = index % 2 === 0 ? '2015-03-04' : null
    const extras = { probationary: index < probationary, joinedOn, said: saidBy(step.c + index) }
    await happen(world, person, 'OPENING_MEMBER', cell.id, on, extras)
  }
}

async function admit(world: World, step: Step, cell: Unit | undefined, on: Day): Promise<void> {
  if (!cell) return
  const known = step.c % 4 === 0 ? pick(world.persons, step.b) : undefined
  const person = known ?? (await newPerson(world, step.b))
  const kind = known && person.happenings.length > 0 ? 'READMISSION' : 'ADMISSION'
  await happen(world, person, kind, cell.id, on, admissionOf(person, kind, on, step.c))
}

/** An event of somebody on record, in the cell where he is (or, at times, somewhere else). */
async function next(world: World, step: Step, on: Day, kind: EventKind, extras: Extras = {}): Promise<void> {
  const present = world.persons.filter((person) => world.cellOf(person, on) !== null)
  const person = pick(step.c % 8 === 0 ? world.persons : present, step.a)
  const elsewhere = pick(world.living(['CELL'], on), step.b)
  const cell = (person && step.c % 9 !== 0 ? world.cellOf(person, on) : null) ?? elsewhere?.id
  if (person && cell !== undefined) await happen(world, person, kind, cell, on, extras)
}

const removalAdds: Record<keyof typeof REMOVAL_REASONS, MeasureVector> = {
  NAME_REMOVED: { nameRemoved: 1 },
  EXPELLED: { expelled: 1 },
  RESIGNED: { resigned: 1 },
  PROBATION_REMOVED: { probationRemoved: 1 },
  DECISION_CANCELLED: { decisionCancelled: 1 },
}

async function leave(world: World, step: Step, on: Day): Promise<void> {
  if (step.b % 3 === 0) return next(world, step, on, 'DEATH', { adds: { died: 1 } })
  if (step.b % 3 === 1) {
    const adds = { transferredOut: 1, transferredOutCollege: 1 }
    return next(world, step, on, 'TRANSFER_OUT', { outsideKind: 'COLLEGE', adds })
  }
  const reason = pick(Object.keys(REMOVAL_REASONS) as (keyof typeof REMOVAL_REASONS)[], step.b) ?? 'RESIGNED'
  return next(world, step, on, 'REMOVAL', { removalReason: reason, adds: removalAdds[reason] })
}

async function restore(world: World, step: Step, on: Day): Promise<void> {
  const former = world.persons.filter(
    (one) => one.happenings.length > 0 && (step.c % 8 === 0 || world.cellOf(one, on) === null),
  )
  const person = pick(former, step.a)
  const cell = pick(world.living(['CELL'], on), step.b)
  const extras = { probationary: step.c % 2 === 0, adds: { restored: 1 }, said: saidBy(step.c) }
  if (person && cell) await happen(world, person, 'RESTORATION', cell.id, on, extras)
}

async function prepare(world: World, step: Step, on: Day): Promise<void> {
  const cell = pick(world.living(['CELL'], on), step.a)
  if (!cell) return
  const person = await newPerson(world, step.b)
  const introducer = step.b % 2 === 0 ? 'YOUTH_UNION' : 'WOMENS_UNION'
  if (!(introducer in INTRODUCERS)) return
  const byUnion: MeasureVector = introducer === 'YOUTH_UNION' ? { introducedByYouthUnion: 1 } : {}
  await happen(world, person, 'INTRODUCTION', cell.id, on, {
    introducer,
    adds: { introduced: 1, ...byUnion },
    said: saidBy(step.c),
  })
  const adds = { courseCompleted: 1, courseCompletedPupil: 1 }
  const course = { courseAudience: 'PUPIL', adds, said: saidBy(step.c + 1) } as const
  await happen(world, person, 'COURSE_COMPLETION', cell.id, on, course)
  const later = world.day(step.day + step.c, step.edge)
  await happen(world, person, 'ADMISSION', cell.id, later, admissionOf(person, 'ADMISSION', later, step.c))
}

async function correct(world: World, step: Step): Promise<void> {
  if (step.c % 5 === 0) {
    const found = pick(world.openings, step.a)
    if (!found) return
    await accepted(world, `correct the opening of ${found.cell}`, async () => {
      await correctOpeningBalance(world.ctx(), found.uid, 1, 'thử')
      world.openings.splice(world.openings.indexOf(found), 1)
    })
    return
  }
  const person = pick(
    world.persons.filter(({ happenings }) => happenings.length > 0),
    step.a,
  )
  const found = person && (step.b % 3 === 0 ? pick(person.happenings, step.b) : person.happenings.at(-1))
  if (!person || !found) return
  await accepted(world, `correct ${found.kind} of ${person.id} on ${found.day}`, async () => {
    await correctEvent(world.ctx(), found.uid, 1, 'thử')
    person.happenings = person.happenings.filter((one) => one !== found)
  })
}

/** Does one operation in the product and in the model. */
export async function operate(world: World, step: Step): Promise<void> {
  const on = world.day(step.day, step.edge)
  switch (step.kind) {
    case 'establish': {
      const tier = pick(['GRASSROOTS', 'SECTION', 'CELL', 'CELL', 'DISTRICT'], step.a) ?? 'CELL'
      const parent = pick(world.living(parentsOf[tier] ?? [], on), step.b)
      return parent ? establish(world, tier, parent, on) : undefined
    }
    case 'move':
      return move(world, step, on)
    case 'rename':
      return rename(world, step, on)
    case 'dissolve':
      return dissolve(world, pick(world.living(['CELL', 'SECTION'], on), step.a), step, on)
    case 'clear':
      return clear(world, step, on)
    case 'opening':
      return opening(world, step, on)
    case 'admission':
      return admit(world, step, pick(world.living(['CELL'], on), step.a), on)
    case 'lateOnEnded':
      return admit(world, step, pick(world.ended(), step.a), on)
    case 'ceremony':
      return next(world, step, on, 'CEREMONY')
    case 'recognition':
      return next(world, step, on, 'RECOGNITION')
    case 'transfer': {
      const to = pick(world.living(['CELL'], on), step.b)
      return to ? next(world, step, on, 'TRANSFER', { to: to.id }) : undefined
    }
    case 'leave':
      return leave(world, step, on)
    case 'transferIn': {
      const person = await newPerson(world, step.b)
      const cell = pick(world.living(['CELL'], on), step.a)
      const joinedOn = step.c % 3 === 0 ? '2016-10-31' : null
      const extras: Extras = { outsideKind: 'OTHER_PROVINCE', probationary: step.c % 2 === 0, joinedOn }
      Object.assign(extras, { said: saidBy(step.b), adds: { transferredIn: 1 } })
      return cell ? happen(world, person, 'TRANSFER_IN', cell.id, on, extras) : undefined
    }
    case 'prepare':
      return prepare(world, step, on)
    case 'source':
      return findSource(world, step, on)
    case 'stage':
      return nextStage(world, step, on)
    case 'change':
      return next(world, step, on, 'ATTRIBUTE_CHANGE', { said: saidBy(step.b) })
    case 'restoration':
      return restore(world, step, on)
    case 'correction':
      return correct(world, step)
    case 'merge':
      return merge(world, step, on)
    case 'split':
      return split(world, step, on)
    case 'end':
      return end(world, step, on)
    case 'handOver':
      return handOver(world, step, on)
    case 'undo':
      return undo(world, step)
    case 'time':
      return world.passTime(step.a)
  }
}
