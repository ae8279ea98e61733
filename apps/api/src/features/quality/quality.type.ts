import type { CountBasis, Day } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { QualityLineEnum } from '../../graphql/due-enums.js'
import { CountBasisEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure, RoundingInput } from '../figures/figures.type.js'

@InputType({ description: 'A period, both days inclusive.' })
export class QualityInput {
  @InputField(() => DateScalar)
  from: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: CountBasis

  @OptionalField(() => RoundingInput, { description: 'Default: the setting that the unit has or inherits.' })
  rounding?: RoundingInput
}

@ObjectType({ description: 'Quality beside quantity: so many of a named whole.', simpleResolvers: true })
export class QualityFigure {
  @Field(() => QualityLineEnum)
  line: string

  @Field(() => Int)
  count: number

  @Field(() => Int, { description: 'The whole; its name is the denominatorName of the figure.' })
  of: number

  @Field(() => Figure)
  figure: Figure
}
