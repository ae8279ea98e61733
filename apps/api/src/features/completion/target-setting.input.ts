import type { TargetKind, UnitCondition } from '@seedbed/shared'
import { Float, ID, InputType, Int } from 'type-graphql'
import { TargetKindEnum, UnitConditionEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'

@InputType({
  description:
    'With id and version: change that target. Without: set a new one. A year that has ended is recorded as backfilled.',
})
export class SetTargetInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID)
  organizationId: string

  @InputField(() => TargetKindEnum)
  kind: TargetKind

  @OptionalField(() => ID, {
    description: 'What is counted; absent: what the kind usually counts. COMPOSITION: a share or a number.',
  })
  indicator?: string

  @InputField(() => Int)
  yearFrom: number

  @InputField(() => Int)
  yearTo: number

  @OptionalField(() => Int, { description: 'Persons; the lower bound of a range. Not for rates and shares.' })
  amountMin?: number

  @OptionalField(() => Int)
  amountMax?: number

  @OptionalField(() => Float, {
    description: 'Percent, at most two decimals: of members, of those admitted, or of units.',
  })
  rate?: number

  @OptionalField(() => Float, { description: 'RATE_OF_MEMBERS: upper bound, percent.' })
  rateMax?: number

  @OptionalField(() => UnitConditionEnum, { description: 'COVERAGE: what units are to fulfil.' })
  condition?: UnitCondition

  @OptionalField(() => String, { description: 'COVERAGE: the tier of the units.' })
  tier?: string

  @OptionalField(() => String, { description: 'Only for cells (COVERAGE: units) of this kind.' })
  unitKind?: string

  @OptionalField(() => String, { description: 'Only for cells (COVERAGE: units) of this sector.' })
  unitSector?: string

  @OptionalField(() => ID, { description: 'Only for the units of this group.' })
  groupId?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string

  @OptionalField(() => String, { description: 'Why; kept with the revision.' })
  reason?: string
}

@InputType()
export class RemoveTargetInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number

  @InputField(() => String, { description: 'Why; kept with the revision.' })
  reason: string
}

@InputType()
export class TargetYearInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => Int)
  year: number

  @InputField(() => String, { description: 'Why; kept.' })
  reason: string
}

@InputType({ description: 'What a unit registers for itself; it binds nobody.' })
export class RegisterTargetInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => Int)
  year: number

  @OptionalField(() => Int, { description: 'Its own number for the year, before targets are assigned.' })
  wanted?: number

  @OptionalField(() => Int, { description: 'How many it expects to have admitted by the end of the year.' })
  expected?: number

  @OptionalField(() => String)
  note?: string

  @InputField(() => Int, { description: 'The version that was read; 0 for none.' })
  version: number
}
