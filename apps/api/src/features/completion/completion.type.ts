import type { CountBasis, Day, Standing, TargetState } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { CountBasisEnum, StandingEnum, TargetPartEnum, TargetStateEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, RoundingInput } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import { Target } from '../targets/target.type.js'

@InputType({ description: 'A question for the completion of targets.' })
export class CompletionInput {
  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: CountBasis

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput
}

@ObjectType({ description: 'A pace: of the calendar, or what an earlier year had done by the same date.' })
export class TargetPace {
  @Field(() => Int, { nullable: true, description: 'The earlier year; null: the calendar.' })
  year?: number | null

  @Field(() => Int, { description: 'Days gone, or persons admitted by the same date.' })
  gone: number

  @Field(() => Int, { description: 'Days of the period, or persons of the whole year.' })
  whole: number

  @Field(() => StandingEnum)
  standing: Standing
}

@ObjectType({ description: 'Persons behind a completion, and what they are of the target.' })
export class TargetPartFigure {
  @Field(() => TargetPartEnum)
  part: string

  @Field(() => Int)
  persons: number

  @Field(() => Figure)
  figure: Figure
}

@ObjectType({ description: 'How far a target has come on the as-of date; nothing is capped.' })
export class TargetCompletion {
  @Field(() => Target)
  target: Target

  @Field(() => String, { description: 'As a Vietnamese sentence names it: "chỉ tiêu được giao năm 2024".' })
  name: string

  @Field(() => String, { description: 'What is wanted, in few letters: "150", "5–6", "3 %".' })
  amount: string

  @Field(() => DateScalar, { description: 'First day of what it is counted over.' })
  from: Day

  @Field(() => DateScalar, { description: 'Last day of it.' })
  to: Day

  @Field(() => DateScalar)
  asOf: Day

  @Field(() => Int, { description: 'Persons, or units, that count for it so far.' })
  done: number

  @Field(() => Int, { nullable: true, description: 'Of a share: how many it is a share of.' })
  of?: number | null

  @Field(() => Int, {
    description: 'Persons (or units) that reach it: the lower bound, or what the rate comes to.',
  })
  wanted: number

  @Field(() => Int, { nullable: true, description: 'Upper bound of a range.' })
  wantedMost?: number | null

  @Field(() => Boolean, { description: 'Whether the figure is a share, not a percentage of the target.' })
  isShare: boolean

  @Field(() => Figure, { description: 'Done of wanted in percent; of a share: the share so far.' })
  figure: Figure

  @Field(() => Int, { description: 'Done less wanted.' })
  overBy: number

  @Field(() => TargetStateEnum)
  state: TargetState

  @Field(() => [TargetPace], {
    description: 'By the calendar, then by the same date in the last three years, the newest first.',
  })
  paces: TargetPace[]

  @Field(() => [TargetPartFigure])
  parts: TargetPartFigure[]
}

@ObjectType({
  description: 'How far a unit has allotted the assigned targets of a year to those directly below.',
})
export class Allotment {
  @Field(() => Int, { description: 'Units directly below it.' })
  units: number

  @Field(() => Int, { description: 'Of these, units with a target.' })
  done: number

  @Field(() => Int, { description: 'Sum of their targets.' })
  allotted: number
}

@ObjectType({ description: 'A unit of a level and where it stands.' })
export class BoardRow {
  @Field(() => Organization)
  organization: Organization

  @Field(() => Int, { nullable: true, description: 'The target of the year, by its first kind.' })
  target?: number | null

  @Field(() => Int)
  admitted: number

  @Field(() => Figure)
  completion: Figure

  @Field(() => Int, { nullable: true })
  overBy?: number | null

  @Field(() => StandingEnum)
  standing: Standing

  @Field(() => Int, { nullable: true, description: 'Sources on the as-of date; null while none are kept.' })
  sources?: number | null

  @Field(() => Allotment, { nullable: true, description: 'Null where nobody stands below it.' })
  allotment?: Allotment | null
}

@ObjectType({ description: 'What a unit has registered for itself for a year; it binds nobody.' })
export class TargetRegistration {
  @Field(() => Int)
  year: number

  @Field(() => Int, { nullable: true, description: 'Its own number for the year.' })
  wanted?: number | null

  @Field(() => Int, { nullable: true, description: 'How many it expects to have admitted by its end.' })
  expected?: number | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  recordedAt: string

  @Field(() => Int)
  version: number
}
