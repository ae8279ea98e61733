import { STRIKE_REASONS, type Day, type EventKind, type StrikeReason } from '@seedbed/shared'
import { admissionOf, happen, newPerson, saidBy, type Extras } from './happen.js'
import { pick, type Step } from './steps.js'
import type { Person, World } from './world.js'

/** Somebody becomes a candidate: new to the records, or known, perhaps in a way that is refused. */
export async function findSource(world: World, step: Step, on: Day): Promise<void> {
  const cell = pick(world.living(['CELL'], on), step.a)
  if (!cell) return
  const known = step.c % 3 === 0 ? pick(world.persons, step.b) : undefined
  const person = known ?? (await newPerson(world, step.b))
  const days = [on, world.day(step.day + step.a, step.edge), world.day(step.day + step.b, false)].sort()
  const way: readonly EventKind[] = ['LISTING', 'ENROLMENT', 'COURSE_COMPLETION']
  const first = step.b % 3 === 0 ? [] : (['IDENTIFICATION'] as const)
  const steps = [...first, ...way].slice(0, 1 + (step.c % 4))
  for (const [index, kind] of steps.entries()) {
    const day = days[Math.min(index, 2)] ?? on
    await happen(world, person, kind, cell.id, day, extrasOf(world, person, kind, step, day))
  }
}

const kinds: readonly EventKind[] = [
  ...(['LISTING', 'LISTING', 'ENROLMENT', 'ENROLMENT', 'COURSE_COMPLETION', 'COURSE_COMPLETION'] as const),
  ...(['COURSE_LEFT', 'HANDOVER', 'STRIKE', 'ATTRIBUTE_CHANGE', 'INTRODUCTION', 'ADMISSION'] as const),
  'NEW_MEMBER_COURSE',
]

function extrasOf(world: World, person: Person, kind: EventKind, step: Step, on: Day): Extras {
  switch (kind) {
    case 'HANDOVER':
      return { to: pick(world.living(['CELL'], on), step.b)?.id ?? 0 }
    case 'STRIKE':
      return { strikeReason: pick(Object.keys(STRIKE_REASONS) as StrikeReason[], step.b) ?? 'WITHDREW' }
    case 'COURSE_COMPLETION':
      return { courseAudience: 'OTHER', adds: { courseCompleted: 1 }, said: saidBy(step.c) }
    case 'INTRODUCTION':
      return {
        introducer: 'TRADE_UNION',
        adds: { introduced: 1, introducedByTradeUnion: 1 },
        said: saidBy(step.c),
      }
    case 'ADMISSION':
      return admissionOf(
        person,
        person.happenings.some((one) => one.kind === kind) ? 'READMISSION' : kind,
        on,
        step.c,
      )
    case 'ATTRIBUTE_CHANGE':
    case 'IDENTIFICATION':
    case 'LISTING':
    case 'ENROLMENT':
      return { said: saidBy(step.b) }
    default:
      return {}
  }
}

/** A step of a candidate where he is (or, at times, of somebody else, or somewhere else). */
export async function nextStage(world: World, step: Step, on: Day): Promise<void> {
  const candidates = world.persons.filter((person) => world.candidacyOf(person, on) !== null)
  const person = pick(step.c % 9 === 0 ? world.persons : candidates, step.a)
  if (!person) return
  const elsewhere = pick(world.living(['CELL'], on), step.b)?.id
  const own = world.candidacyOf(person, on)?.cell ?? world.cellOf(person, on)
  const cell = step.c % 11 === 0 ? elsewhere : (own ?? elsewhere)
  const picked = pick(kinds, step.b + step.day) ?? 'LISTING'
  const again = picked === 'ADMISSION' && person.happenings.some(({ kind }) => kind === 'ADMISSION')
  const kind = again ? 'READMISSION' : picked
  if (cell !== undefined)
    await happen(world, person, kind, cell, on, extrasOf(world, person, picked, step, on))
}
