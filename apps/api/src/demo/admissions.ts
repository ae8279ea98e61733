import { addDays, addMonths, type CourseAudience, type Day, type Introducer } from '@seedbed/shared'
import { LAST_DAY } from './days.js'
import type { Journal } from './journal.js'
import { inventName } from './people-names.js'
import type { Profile } from './profiles.js'
import type { Random } from './random.js'
import type { Unit } from './units.js'

export const AWARENESS_COURSE = 'Lớp bồi dưỡng nhận thức về Đảng'

/** An admission to be recorded, with what came before it and how it ended, if it did not last. */
export interface AdmissionPlan {
  cell: Unit
  day: Day
  profile: Profile
  introduction?: { introducer: Introducer; on: Day }
  course?: { audience: CourseAudience; on: Day; name: string }
  /** Day of the ceremony; null: not held yet. Absent: drawn within the time the rules leave. */
  ceremony?: Day | null
  /** Ref of a former member: the admission is a readmission. */
  readmits?: string
  /** The last event of the person as a member; nothing may follow it. */
  ending?: { reason: 'PROBATION_REMOVED' | 'DECISION_CANCELLED' } | { moves: Day }
}

/** An admission as recorded. */
export interface Admitted {
  person: string
  cell: Unit
  plan: AdmissionPlan
  ceremony?: Day
  recognition?: Day
}

/** Adds the person of a profile. */
export function addPerson(
  journal: Journal,
  random: Random,
  profile: Pick<Profile, 'female' | 'birthDate' | 'ethnicity' | 'religion'>,
): string {
  const { female, birthDate, ethnicity, religion } = profile
  const fullName = inventName(random, female, ethnicity)
  return journal.person({ fullName, birthDate, female, ethnicity, ...(religion ? { religion } : {}) })
}

/** Records the introduction and the course that came before. */
function recordBefore(journal: Journal, person: string, plan: AdmissionPlan): void {
  const organization = plan.cell.code
  const steps = [
    plan.introduction && {
      type: 'introduction' as const,
      person,
      organization,
      on: plan.introduction.on,
      introducer: plan.introduction.introducer,
      ...attributesOf(plan.profile),
    },
    plan.course && {
      type: 'courseCompletion' as const,
      person,
      organization,
      on: plan.course.on,
      audience: plan.course.audience,
      courseName: plan.course.name,
      ...attributesOf(plan.profile),
    },
  ]
  const known = steps.filter((step) => step !== undefined).sort((a, b) => (a.on < b.on ? -1 : 1))
  for (const step of known) journal.record(step)
}

/** Day on which the probation was over and the committee decided; undefined while it lasts. */
function recognitionDay(random: Random, ceremony: Day, plan: AdmissionPlan): Day | undefined {
  const day = addDays(addMonths(ceremony, 12), random.int(3, 42))
  const end = plan.ending && 'moves' in plan.ending ? plan.ending.moves : addDays(LAST_DAY, 1)
  return day < end && !random.chance(0.02) ? day : undefined
}

/** Records the ceremony and the end of the probation, as far as they lie before the last day. */
function recordAfter(journal: Journal, random: Random, admitted: Admitted): void {
  const { person, plan } = admitted
  const organization = plan.cell.code
  const reason = plan.ending && 'reason' in plan.ending ? plan.ending.reason : undefined
  if (reason === 'DECISION_CANCELLED') {
    const on = addDays(plan.day, random.int(12, 25))
    journal.record({ type: 'removal', person, organization, on, reason })
    return
  }
  const ceremony = plan.ceremony === undefined ? addDays(plan.day, random.int(6, 36)) : plan.ceremony
  if (ceremony === null || ceremony > LAST_DAY) return
  journal.record({ type: 'ceremony', person, organization, on: ceremony })
  admitted.ceremony = ceremony
  if (reason === 'PROBATION_REMOVED') {
    const on = addDays(addMonths(ceremony, 12), random.int(8, 30))
    journal.record({ type: 'removal', person, organization, on, reason })
    return
  }
  const recognition = recognitionDay(random, ceremony, plan)
  if (!recognition) return
  journal.record({ type: 'recognition', person, organization, on: recognition })
  admitted.recognition = recognition
}

/** The attributes frozen on the decision. */
export function attributesOf(profile: Profile) {
  const { youthUnion, schooling, degree, politicalTheory, occupation, sourceKind } = profile
  return { youthUnion, schooling, degree, politicalTheory, occupation, sourceKind }
}

/** Records an admission with everything that belongs to it up to the last day. */
export function admit(journal: Journal, random: Random, plan: AdmissionPlan): Admitted {
  const person = plan.readmits ?? addPerson(journal, random, plan.profile)
  recordBefore(journal, person, plan)
  const type = plan.readmits ? ('readmission' as const) : ('admission' as const)
  const at = { person, organization: plan.cell.code, on: plan.day }
  journal.record({ type, ...at, ...attributesOf(plan.profile) })
  const admitted: Admitted = { person, cell: plan.cell, plan }
  recordAfter(journal, random, admitted)
  return admitted
}
