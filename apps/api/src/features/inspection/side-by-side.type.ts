import type { CountBasis, Day, MemberBase, Perimeter, TargetKind } from '@seedbed/shared'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { CountBasisEnum, MemberBaseEnum, PerimeterEnum, TargetKindEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, RoundingInput } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'

@InputType({ description: 'Days from one to another, both inside.' })
export class PeriodInput {
  @InputField(() => DateScalar)
  from: Day

  @InputField(() => DateScalar)
  to: Day
}

@InputType({ description: 'Two to six units, or one in two to six periods, all by one tree.' })
export class SideBySideInput {
  @InputField(() => [ID])
  units: string[]

  @InputField(() => [PeriodInput])
  periods: PeriodInput[]

  @InputField(() => [ID], { description: 'Ids of `indicators`.' })
  indicators: string[]

  @OptionalField(() => PerimeterEnum, { defaultValue: 'RESTATED' })
  perimeter?: Perimeter

  @OptionalField(() => DateScalar, {
    description: 'RESTATED by the tree of this day, default the last of all days.',
  })
  treeAt?: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: CountBasis

  @OptionalField(() => TargetKindEnum)
  targetKind?: TargetKind

  @OptionalField(() => MemberBaseEnum, { defaultValue: 'PREVIOUS_YEAR_END' })
  memberBase?: MemberBase

  @OptionalField(() => RoundingInput)
  rounding?: RoundingInput
}

@ObjectType({ description: 'Figures of a unit in one of the periods.' })
export class SidePeriod {
  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar)
  to: Day

  @Field(() => [Figure])
  figures: readonly Figure[]
}

@ObjectType({ description: 'A unit that is set beside others, or beside itself in other periods.' })
export class Side {
  @Field(() => Organization)
  organization: Organization

  @Field(() => [SidePeriod])
  periods: readonly SidePeriod[]
}
