import type { ComparedWith, Day, FigureSource, TargetKind } from '@seedbed/shared'
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql'
import { ComparedWithEnum, FigureSourceEnum, TargetKindEnum } from '../../graphql/enums.js'
import { PeriodQuestion } from '../../graphql/period-question.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, FiguresInput, RoundingInput } from '../figures/figures.type.js'
import { Rounding } from '../organizations/organization.type.js'

@InputType({ description: 'Figures, and what they are compared with.' })
export class ComparisonInput {
  @InputField(() => FiguresInput)
  figures: FiguresInput

  @InputField(() => ComparedWithEnum)
  with: ComparedWith

  @OptionalField(() => DateScalar, { description: 'PERIOD: its first day.' })
  from?: Day

  @OptionalField(() => DateScalar, { description: 'PERIOD: its last day.' })
  asOf?: Day

  @OptionalField(() => ID, { description: 'UNIT: the other unit.' })
  organizationId?: string
}

@ObjectType({ description: 'A figure now and then.', simpleResolvers: true })
export class ComparedFigure {
  @Field(() => ID)
  indicator: string

  @Field(() => Figure)
  now: Figure

  @Field(() => Figure)
  then: Figure

  @Field(() => Float, {
    nullable: true,
    description: 'Persons, percentage points or years; of the values as they are shown.',
  })
  difference?: number | null

  @Field(() => Figure, {
    nullable: true,
    description:
      'How much more or less, of what it was then. Null for percentages, years and negative numbers.',
  })
  differencePercent?: Figure | null
}

@InputType()
abstract class UnitQuestionInput extends PeriodQuestion {
  @OptionalField(() => TargetKindEnum, {
    description: 'Default: ASSIGNED, else RANGE, RESOLUTION_AVERAGE, MINIMUM, RATE_OF_MEMBERS.',
  })
  targetKind?: TargetKind
}

@InputType({ description: 'Two indicators that count persons, one set against the other.' })
export class RatioInput extends UnitQuestionInput {
  @InputField(() => ID)
  numerator: string

  @InputField(() => ID)
  denominator: string

  @OptionalField(() => FigureSourceEnum, { defaultValue: 'RECORDED' })
  numeratorSource?: FigureSource

  @OptionalField(() => FigureSourceEnum, {
    defaultValue: 'RECORDED',
    description: 'DECLARED: as an office stated it for exactly these days; the names then say which served.',
  })
  denominatorSource?: FigureSource

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput
}

@InputType({
  description: 'A percentage in print. Name the indicator that it is, or the numerator that it has.',
})
export class ExplainPercentageInput extends UnitQuestionInput {
  @OptionalField(() => ID, { description: 'A percentage of `indicators`.' })
  indicator?: string

  @OptionalField(() => ID, { description: 'A number of persons of `indicators`.' })
  numerator?: string

  @InputField(() => String, { description: 'As it stands in print: "56,7" or "56,7 %".' })
  printed: string
}

@ObjectType({ description: 'One way to get a printed percentage.' })
export class Explanation {
  @Field(() => Rounding)
  rounding: Rounding

  @Field(() => Float)
  numerator: number

  @Field(() => Float)
  denominator: number

  @Field(() => String)
  denominatorName: string

  @Field(() => Boolean, { description: 'It is the denominator of the indicator that was named.' })
  own: boolean

  @Field(() => String)
  text: string
}
