import type { Day } from '@seedbed/shared'
import { InputType } from 'type-graphql'
import { CountBasisEnum, PerimeterEnum } from './enums.js'
import { InputField, OptionalField } from './fields.js'
import { DateScalar } from './scalars.js'

/** What every question about a period has in common: its days, both inclusive, count basis and perimeter. */
@InputType()
export abstract class PeriodQuestion {
  @InputField(() => DateScalar)
  from: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: 'DECISION' | 'CEREMONY'

  @OptionalField(() => PerimeterEnum, { defaultValue: 'RESTATED' })
  perimeter?: 'RECORDED' | 'RESTATED'

  @OptionalField(() => DateScalar, { description: 'RESTATED by the tree of this day, default asOf.' })
  treeAt?: Day
}
