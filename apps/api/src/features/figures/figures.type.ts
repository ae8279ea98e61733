import type { Day, MemberBase, TargetKind } from '@seedbed/shared'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  ChildRowEnum,
  MemberBaseEnum,
  RoundingModeEnum,
  SortDirectionEnum,
  TargetKindEnum,
} from '../../graphql/enums.js'
import { PeriodQuestion } from '../../graphql/period-question.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { PageInfo } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'

@InputType({ description: 'How percentages are rounded.' })
export class RoundingInput {
  @InputField(() => RoundingModeEnum)
  mode: 'HALF_UP' | 'TRUNCATE'

  @InputField(() => Int)
  decimals: number

  @OptionalField(() => Boolean, {
    defaultValue: true,
    description: 'False: zeros at the end are dropped, so it is "at most" n decimals.',
  })
  trailingZeros?: boolean
}

@InputType({ description: 'A question for figures; both days are inclusive.' })
export class FiguresInput extends PeriodQuestion {
  @InputField(() => [ID], { description: 'Ids of `indicators`.' })
  indicators: string[]

  @OptionalField(() => TargetKindEnum, {
    description: 'Default: ASSIGNED, else RANGE, RESOLUTION_AVERAGE, MINIMUM, RATE_OF_MEMBERS.',
  })
  targetKind?: TargetKind

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput

  @OptionalField(() => MemberBaseEnum, {
    defaultValue: 'PREVIOUS_YEAR_END',
    description: 'The members that `rateOfMembers` is set against.',
  })
  memberBase?: MemberBase
}

@InputType({ description: 'Order by one of the indicators asked for; missing values last.' })
export class FigureOrderInput {
  @InputField(() => ID)
  indicator: string

  @InputField(() => SortDirectionEnum)
  direction: 'ASC' | 'DESC'
}

@ObjectType({
  description: 'A figure: raw whole numbers, the rounded value, and its text in Vietnamese.',
  simpleResolvers: true,
})
export class Figure {
  @Field(() => ID)
  indicator: string

  @Field(() => Float, { nullable: true })
  numerator?: number | null

  @Field(() => Float, { nullable: true })
  denominator?: number | null

  @Field(() => Float, { nullable: true, description: 'Already rounded; null where there is none.' })
  value?: number | null

  @Field(() => String)
  text: string

  @Field(() => String, { nullable: true, description: 'Code that says why there is no value.' })
  reason?: string | null

  @Field(() => String, { nullable: true, description: 'What is counted, in Vietnamese.' })
  numeratorName?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'What it is set against, in Vietnamese: "đảng viên đến 31/12/2023", "số kết nạp".',
  })
  denominatorName?: string | null
}

@ObjectType({ description: 'A row below a unit.', simpleResolvers: true })
export class ChildFigures {
  @Field(() => ChildRowEnum)
  row: string

  @Field(() => Organization, { nullable: true, description: 'The unit of a row of kind UNIT.' })
  organization?: Organization | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it stood here, if it left within the period.',
  })
  until?: Day | null

  @Field(() => [Figure])
  figures: Figure[]
}

@ObjectType({ simpleResolvers: true })
export class ChildFiguresEdge {
  @Field(() => String)
  cursor: string

  @Field(() => ChildFigures)
  node: ChildFigures
}

@ObjectType({ simpleResolvers: true })
export class ChildFiguresConnection {
  @Field(() => [ChildFiguresEdge])
  edges: ChildFiguresEdge[]

  @Field(() => PageInfo)
  pageInfo: PageInfo

  @Field(() => Int)
  totalCount: number

  @Field(() => [Figure], { description: 'Totals over all rows, computed from their own sums.' })
  total: Figure[]
}

@ObjectType({ description: 'A day, month, quarter or year of a trend.', simpleResolvers: true })
export class TrendPoint {
  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar)
  to: Day

  @Field(() => [Figure])
  figures: Figure[]
}

@ObjectType('Indicator', {
  description: 'A figure that can be asked for, with the names of its numerator and denominator.',
})
export class IndicatorType {
  @Field(() => ID)
  id: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string

  @Field(() => String, { description: 'PERSONS, PERCENT or YEARS.' })
  unit: string

  @Field(() => String)
  numerator: string

  @Field(() => String)
  numeratorEn: string

  @Field(() => String, { nullable: true })
  denominator?: string | null

  @Field(() => String, { nullable: true })
  denominatorEn?: string | null

  @Field(() => String, { description: 'MORE, LESS or NEITHER.' })
  betterIs: string
}
