import { STAGE_MEASURES, type CandidateStage, type Day, type MeasureVector } from '@seedbed/shared'
import type { Fact, NaiveTree, Who } from './naive.js'
import { ageOn, inOrder, whoAfter, type Happening } from './naive-persons.js'

/** How far somebody is, and where, by definition. */
export interface NaiveCandidacy {
  cell: number
  stage: CandidateStage
}

/** What an event makes of a candidate; undefined: nothing. `course`: a course was completed since the last admission. */
function stageAfter(
  one: Happening,
  stage: CandidateStage | null,
  course: boolean,
): CandidateStage | null | undefined {
  const rank = course ? 'CERTIFIED' : 'SYMPATHISER'
  switch (one.kind) {
    case 'IDENTIFICATION':
      return 'IDENTIFIED'
    case 'LISTING':
    case 'COURSE_LEFT':
      return rank
    case 'ENROLMENT':
      return 'IN_CLASS'
    case 'COURSE_COMPLETION':
      return stage === null ? undefined : stage === 'IDENTIFIED' ? stage : 'CERTIFIED'
    case 'STRIKE':
    case 'ADMISSION':
    case 'READMISSION':
      return null
    case 'INTRODUCTION':
    case 'ATTRIBUTE_CHANGE':
    case 'HANDOVER':
      return stage ?? undefined
    default:
      return undefined
  }
}

function flowsOf(one: Happening, stage: CandidateStage | null): MeasureVector {
  switch (one.kind) {
    case 'IDENTIFICATION':
      return { identified: 1 }
    case 'LISTING':
      return stage === null ? { identified: 1, listed: 1 } : { listed: 1 }
    case 'ENROLMENT':
      return { enrolled: 1 }
    case 'COURSE_COMPLETION':
      return stage === 'IDENTIFIED' ? {} : { certified: 1 }
    case 'STRIKE':
      return { struck: 1 }
    case 'ADMISSION':
    case 'READMISSION':
      return { candidatesAdmitted: 1 }
    default:
      return {}
  }
}

/** Where the person is a candidate at the end of that day, heirs of ended cells included. */
export function candidacyOn(
  tree: NaiveTree,
  happenings: readonly Happening[],
  day: Day,
  person?: number,
): NaiveCandidacy | null {
  let now: NaiveCandidacy | null = null
  let course = false
  for (const one of inOrder(happenings).filter((happening) => happening.day <= day)) {
    const next = stageAfter(one, now?.stage ?? null, course)
    if (one.kind === 'COURSE_COMPLETION') course = true
    if (one.kind === 'ADMISSION' || one.kind === 'READMISSION') course = false
    if (next === null) now = null
    else if (next !== undefined) now = { cell: one.to ?? one.cell, stage: next }
  }
  return now && { ...now, cell: tree.answerable(now.cell, day, person) }
}

const staged = (stage: CandidateStage, amount: 1 | -1): MeasureVector => ({ [STAGE_MEASURES[stage]]: amount })

/** What a life adds to the numbers of candidates, the same under either count basis. */
export function candidateFacts(happenings: readonly Happening[]): Fact[] {
  const facts: Fact[] = []
  const life = inOrder(happenings)
  let stage: CandidateStage | null = null
  let course = false
  for (const [index, one] of life.entries()) {
    const next = stageAfter(one, stage, course)
    if (one.kind === 'COURSE_COMPLETION') course = true
    if (one.kind === 'ADMISSION' || one.kind === 'READMISSION') course = false
    if (next === undefined || (next === null && stage === null)) continue
    const before = index === 0 ? undefined : whoAfter(life.slice(0, index))
    const now = whoAfter(life.slice(0, index + 1))
    facts.push(...step(one, { stage, before }, { stage: next, now }))
    stage = next
  }
  return facts
}

function step(
  one: Happening,
  was: { stage: CandidateStage | null; before: Who | undefined },
  is: { stage: CandidateStage | null; now: Who },
): Fact[] {
  const leaves = is.stage === null
  const who: Who = leaves && was.before ? { ...was.before, age: ageOn(one.born, one.day) } : is.now
  const moved = one.kind === 'HANDOVER' && one.to !== null
  const place = { unit: one.cell, day: one.day, counterpart: moved ? (one.to ?? 0) : 0 }
  const gone = moved ? { candidatesMovedOut: 1 } : {}
  const come = moved ? { candidatesMovedIn: 1 } : {}
  const facts: Fact[] = [{ ...place, counterpart: 0, vector: flowsOf(one, was.stage), flowsOf: who }]
  if (was.stage && was.before)
    facts.push({
      ...place,
      vector: { ...gone, ...staged(was.stage, -1) },
      stockOf: was.before,
      flowsOf: who,
    })
  if (is.stage)
    facts.push({
      ...(moved ? { unit: one.to ?? 0, day: one.day, counterpart: one.cell } : place),
      vector: { ...come, ...staged(is.stage, 1) },
      stockOf: is.now,
      flowsOf: who,
    })
  return facts
}
