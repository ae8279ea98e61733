import type { Day } from '@seedbed/shared'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { TargetKindEnum, UnitConditionEnum } from '../../graphql/enums.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { RevisionRow } from './target-revision.repository.js'

const persons = 'Persons; the lower bound of a range, what a rate of members comes to. Null for shares.'

@ObjectType({
  description: 'What a unit is to reach in each year from yearFrom to yearTo, or in all of them.',
})
export class Target {
  /** Internal id of the target. */
  key: number
  /** Internal id of the unit. */
  organizationKey: number
  /** Internal id of the document. */
  documentKey: number | null
  /** Internal id of the group. */
  groupKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => TargetKindEnum)
  kind: string

  @Field(() => ID, { description: 'The indicator it is set for.' })
  indicator: string

  @Field(() => Int)
  yearFrom: number

  @Field(() => Int)
  yearTo: number

  @Field(() => Int, { nullable: true, description: persons })
  amountMin?: number | null

  @Field(() => Int, { nullable: true, description: 'Upper bound of a range.' })
  amountMax?: number | null

  @Field(() => Float, { nullable: true, description: 'Percent: of members, of those admitted, or of units.' })
  rate?: number | null

  @Field(() => Float, { nullable: true, description: 'Upper bound of a rate of members, percent.' })
  rateMax?: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'The members that a rate was converted with; frozen when it was set.',
  })
  base?: number | null

  @Field(() => DateScalar, { nullable: true, description: 'The day at whose end they were members.' })
  baseOn?: Day | null

  @Field(() => UnitConditionEnum, { nullable: true, description: 'COVERAGE: what units are to fulfil.' })
  condition?: string | null

  @Field(() => String, { nullable: true, description: 'COVERAGE: the tier of the units.' })
  tier?: string | null

  @Field(() => String, { nullable: true, description: 'Only for cells (COVERAGE: units) of this kind.' })
  unitKind?: string | null

  @Field(() => String, { nullable: true, description: 'Only for cells (COVERAGE: units) of this sector.' })
  unitSector?: string | null

  @Field(() => Boolean, { description: 'Recorded after the year had ended.' })
  backfilled: boolean

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'What a target says in one of its versions.' })
export class TargetStatement {
  /** Internal id of the document. */
  documentKey: number | null

  @Field(() => Int)
  yearFrom: number

  @Field(() => Int)
  yearTo: number

  @Field(() => Int, { nullable: true, description: persons })
  amountMin?: number | null

  @Field(() => Int, { nullable: true })
  amountMax?: number | null

  @Field(() => Float, { nullable: true, description: 'Percent.' })
  rate?: number | null

  @Field(() => Float, { nullable: true, description: 'Percent.' })
  rateMax?: number | null

  @Field(() => Int, { nullable: true })
  base?: number | null

  @Field(() => DateScalar, { nullable: true })
  baseOn?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'One change of a target: when, why, from what to what.' })
export class TargetRevision {
  @Field(() => Int, { description: 'The version of the target since then.' })
  number: number

  @Field(() => String, {
    nullable: true,
    description: 'Instant, ISO 8601 in UTC; null for what was on record before revisions were kept.',
  })
  recordedAt?: string | null

  @Field(() => String, { nullable: true, description: 'Who recorded it, by name.' })
  actorName?: string | null

  @Field(() => String, { nullable: true })
  reason?: string | null

  @Field(() => Boolean, { description: 'Recorded after the year had ended.' })
  backfilled: boolean

  @Field(() => Boolean, { description: 'The target was taken away.' })
  removed: boolean

  @Field(() => TargetStatement, { nullable: true, description: 'Null for the first version.' })
  before?: TargetStatement | null

  @Field(() => TargetStatement, { nullable: true, description: 'Null when it was taken away.' })
  after?: TargetStatement | null
}

@ObjectType({ description: 'A year whose targets are, or were, closed for a unit and all below it.' })
export class TargetLock {
  @Field(() => ID)
  id: string

  @Field(() => Int)
  year: number

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  lockedAt: string

  @Field(() => String, { nullable: true })
  lockedBy?: string | null

  @Field(() => String)
  reason: string

  @Field(() => String, { nullable: true, description: 'Null while it holds.' })
  unlockedAt?: string | null

  @Field(() => String, { nullable: true })
  unlockedBy?: string | null

  @Field(() => String, { nullable: true })
  unlockReason?: string | null
}

/** Internal rows as the API shows them use percent, not hundredths. */
export const percentOf = (rate: number | null): number | null => (rate === null ? null : rate / 100)

/** Shares have no number of persons of their own. */
export function personsOf(row: Pick<RevisionRow, 'amountMin' | 'rate' | 'base'>): number | null {
  return row.rate !== null && row.base === null ? null : row.amountMin
}
