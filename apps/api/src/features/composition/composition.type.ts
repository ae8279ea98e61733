import type { Day } from '@seedbed/shared'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PeriodQuestion } from '../../graphql/period-question.js'
import { DimensionEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, RoundingInput } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import { Person } from '../people/person.type.js'

/** What a crossing and the people behind it have in common. */
@InputType()
abstract class CountedInput extends PeriodQuestion {
  @InputField(() => ID, {
    description: 'A number of persons out of `indicators`: admitted, introduced, members …',
  })
  indicator: string

  @OptionalField(() => ID, { description: 'The set of groups that GROUP asks about.' })
  groupSetId?: string
}

@InputType({ description: 'A number of persons by one or two attributes; both days are inclusive.' })
export class CrossTabInput extends CountedInput {
  @InputField(() => DimensionEnum)
  rows: string

  @OptionalField(() => DimensionEnum)
  columns?: string

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput
}

@InputType({ description: 'One category of an attribute.' })
export class CategoryInput {
  @InputField(() => DimensionEnum)
  dimension: string

  @InputField(() => ID)
  category: string
}

@InputType({ description: 'Whom a number of a crossing counts.' })
export class PeopleFilterInput extends CountedInput {
  @OptionalField(() => [CategoryInput], {
    description: 'Row and column of the cell; absent: everybody counted.',
  })
  conditions?: CategoryInput[]
}

@ObjectType({ description: 'A number of a crossing.', simpleResolvers: true })
export class CrossCell {
  @Field(() => ID, { nullable: true, description: 'Category of the row; null for a total.' })
  row?: string | null

  @Field(() => ID, { nullable: true, description: 'Category of the column; null for a total.' })
  column?: string | null

  @Field(() => Float, { nullable: true, description: 'Null where it could point at single persons.' })
  count?: number | null

  @Field(() => String, {
    description: 'The number, or how it is covered: "< 3", or "•" where it would tell another.',
  })
  text: string

  @Field(() => Figure, { description: 'Share of everybody counted, the denominator.' })
  share: Figure
}

@ObjectType({
  description: 'A category of an attribute with all that is counted in it.',
  simpleResolvers: true,
})
export class CrossCategory {
  @Field(() => ID, { description: 'UNKNOWN: the attribute is not known at the event.' })
  code: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string

  @Field(() => CrossCell)
  total: CrossCell
}

@ObjectType({
  description: 'A crossing: its cells add up to the total; who is not known is a category.',
  simpleResolvers: true,
})
export class CrossTab {
  @Field(() => ID)
  indicator: string

  @Field(() => [CrossCategory])
  rows: CrossCategory[]

  @Field(() => [CrossCategory], { description: 'Empty when only one attribute was asked for.' })
  columns: CrossCategory[]

  @Field(() => [CrossCell], { description: 'Row by row.' })
  cells: CrossCell[]

  @Field(() => CrossCell)
  total: CrossCell

  @Field(() => Float, { nullable: true, description: 'How many are in the rows’ category UNKNOWN.' })
  unknown?: number | null

  @Field(() => Figure, {
    nullable: true,
    description: 'By age or years of membership alone: their average, of those who are known.',
  })
  average?: Figure | null
}

@ObjectType({ description: 'A category that an attribute can have.' })
export class DimensionCategory {
  @Field(() => ID)
  code: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string
}

@ObjectType({ description: 'An attribute of persons or of their unit by which numbers can be crossed.' })
export class DimensionType {
  @Field(() => DimensionEnum)
  code: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string

  @Field(() => Boolean, { description: 'Only members on a day have it, not events.' })
  stocksOnly: boolean

  @Field(() => [DimensionCategory], { description: 'In order; empty for groups, which depend on their set.' })
  categories: DimensionCategory[]
}

@ObjectType({ description: 'Somebody counted.' })
export class CountedPerson {
  personKey: number
  organizationKey: number
  shownOn: Day

  @Field(() => DateScalar, { nullable: true, description: 'Day of the event; null for members on a day.' })
  on?: Day | null

  @Field(() => Person)
  person: Person

  @Field(() => Organization, { description: 'The cell.' })
  organization: Organization
}

@ObjectType()
export class PeopleConnection extends connectionOf('PeopleEdge', () => CountedPerson) {
  @Field(() => Int, { description: 'Counted without a name: members of opening balances whom nobody named.' })
  withoutName: number
}
