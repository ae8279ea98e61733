import type { Day, TargetKind } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import {
  CountBasisEnum,
  PerimeterEnum,
  TargetKindEnum,
  UnitActEnum,
  UnitConditionEnum,
  UnitNotCountedEnum,
} from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, RoundingInput } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import type { Movement } from './unit-counts.service.js'
import type { UnitShare as UnitShareAnswer } from './unit-share.service.js'

@ObjectType({ description: 'How many living units below another are of a sort.', simpleResolvers: true })
export class UnitCount {
  @Field(() => String, { nullable: true, description: 'A code of `tiers`; null unless asked for.' })
  tier?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A code of `organizationKinds`; null unless asked for.',
  })
  kind?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A code of `sectors`; null unless asked for, and for units without a sector.',
  })
  sector?: string | null

  @Field(() => Int)
  count: number
}

@ObjectType({ description: 'A unit that came, went or was reclassified.' })
export class MovedUnit {
  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  on: Day

  @Field(() => Organization, { description: 'What came on that day, what went on the day before.' })
  organization: Organization
}

@ObjectType()
export class MovedUnitConnection extends connectionOf('MovedUnitEdge', () => MovedUnit) {}

@ObjectType({
  description:
    'A line between the units below another before a period and at its end; units of a sort before + lines that add − lines that take away = units of that sort at the end.',
})
export class UnitMovement {
  /** The line behind it. */
  movement: Movement

  @Field(() => UnitActEnum, {
    description:
      'FOUNDED, TAKEN_OVER and RECLASSIFIED_IN add; DISSOLVED, HANDED_OVER and RECLASSIFIED_OUT take away.',
  })
  act: string

  @Field(() => String, { nullable: true, description: 'A code of `tiers`; null unless asked for.' })
  tier?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A code of `organizationKinds`; null unless asked for.',
  })
  kind?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A code of `sectors`; null unless asked for, or none.',
  })
  sector?: string | null

  @Field(() => String, { nullable: true, description: 'Why units were dissolved; null: not stated.' })
  reason?: string | null

  @Field(() => Int, { description: 'Times that it happened; a unit that left and came back counts twice.' })
  count: number
}

@InputType({
  description: 'A condition put to the units of some tiers below another; both days are inclusive.',
})
export class UnitConditionInput {
  @InputField(() => [String], {
    description: 'Codes of `tiers`, such as both sorts of grassroots organization.',
  })
  tiers: string[]

  @InputField(() => UnitConditionEnum)
  condition:
    'ADMITTED_ANYONE' | 'NOBODY_FOR_YEARS' | 'REACHED_TARGET' | 'ROSE_AGAINST_LAST_YEAR' | 'INTRODUCED_ANYONE'

  @OptionalField(() => Int, { description: 'Full years as of `asOf`; for NOBODY_FOR_YEARS, and only there.' })
  years?: number

  @InputField(() => DateScalar)
  from: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: 'DECISION' | 'CEREMONY'

  @OptionalField(() => PerimeterEnum, { defaultValue: 'RESTATED' })
  perimeter?: 'RECORDED' | 'RESTATED'

  @OptionalField(() => DateScalar, {
    description: 'RESTATED by the tree of this day, default asOf. It also says which units there are.',
  })
  treeAt?: Day

  @OptionalField(() => TargetKindEnum, {
    description: 'Default: ASSIGNED, else RANGE, RESOLUTION_AVERAGE, MINIMUM, RATE_OF_MEMBERS.',
  })
  targetKind?: TargetKind

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput

  @OptionalField(() => String, { description: 'Only units of this kind.' })
  kind?: string

  @OptionalField(() => String, { description: 'Only units of this sector.' })
  sector?: string
}

@ObjectType({ description: 'A unit with the figures that decide where it stands.' })
export class UnitStanding {
  @Field(() => Organization)
  organization: Organization

  @Field(() => [Figure])
  figures: readonly Figure[]

  @Field(() => [Figure], { description: 'The same a year before, for ROSE_AGAINST_LAST_YEAR; else none.' })
  before: readonly Figure[]
}

@ObjectType()
export class UnitStandingConnection extends connectionOf('UnitStandingEdge', () => UnitStanding) {}

@ObjectType({
  description: 'How many units below another fulfil a condition. Each counts once, also where tiers nest.',
})
export class UnitShare {
  /** The answer behind it. */
  answer: UnitShareAnswer

  @Field(() => UnitConditionEnum)
  condition: string

  @Field(() => Int, { description: 'All units of the tiers, kind and sector below on the day of the tree.' })
  all: number

  @Field(() => Int)
  fulfilling: number

  @Field(() => Int)
  notFulfilling: number

  @Field(() => Int, { description: 'Units to which the condition cannot be put.' })
  notCounted: number

  @Field(() => UnitNotCountedEnum, { nullable: true, description: 'Why; null where every unit is counted.' })
  notCountedWhy?: string | null

  @Field(() => Figure, { description: 'Fulfilling units among those that are counted.' })
  share: Figure

  @Field(() => String, { description: 'The units that the share is of, in words.' })
  denominatorName: string

  @Field(() => String)
  denominatorNameEn: string
}
