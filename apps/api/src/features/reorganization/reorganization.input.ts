import type { Day } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { RoundingInput } from '../figures/figures.type.js'

@InputType()
abstract class ActInput {
  @InputField(() => DateScalar, {
    description: 'The first day on which the act holds; may lie behind or ahead.',
  })
  effectiveOn: Day

  @OptionalField(() => ID, { description: 'What the act rests on.' })
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
abstract class ActOnUnitInput extends ActInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}

@InputType()
export class EstablishOrganizationInput extends ActInput {
  @OptionalField(() => ID, { description: 'Absent for a root.' })
  parentId?: string

  @InputField(() => String)
  code: string

  @InputField(() => String)
  name: string

  @InputField(() => String)
  tier: string

  @InputField(() => String)
  kind: string

  @OptionalField(() => String)
  sector?: string
}

@InputType()
export class RenameOrganizationInput extends ActOnUnitInput {
  @InputField(() => String)
  name: string

  @OptionalField(() => String)
  code?: string
}

@InputType()
export class ReclassifyOrganizationInput extends ActOnUnitInput {
  @OptionalField(() => String)
  tier?: string

  @OptionalField(() => String)
  kind?: string

  @OptionalField(() => String)
  sector?: string

  @OptionalField(() => String)
  name?: string

  @OptionalField(() => String)
  code?: string
}

@InputType()
export class MoveOrganizationInput extends ActOnUnitInput {
  @InputField(() => ID)
  parentId: string

  @OptionalField(() => String)
  code?: string
}

@InputType({ description: 'The unit no longer exists from effectiveOn.' })
export class DissolveOrganizationInput extends ActOnUnitInput {
  @OptionalField(() => ID, {
    description: 'Answers for what is recorded late; the superior unit if absent.',
  })
  successorId?: string

  @OptionalField(() => String, {
    description: 'MERGED, TOO_FEW_MEMBERS, INSTITUTION_ABOLISHED, TASK_COMPLETED or OTHER.',
  })
  reason?: string
}

@InputType()
export class SetRoundingInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @OptionalField(() => RoundingInput, { description: 'Null: inherit from the units above.' })
  rounding?: RoundingInput | null
}

@InputType()
export class DocumentInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => String)
  number: string

  @InputField(() => String)
  title: string

  @OptionalField(() => String)
  issuer?: string

  @OptionalField(() => DateScalar)
  signedOn?: Day

  @OptionalField(() => String)
  note?: string
}
