import type { Day } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { RoundingInput } from '../figures/figures.type.js'

@InputType()
export class EstablishOrganizationInput {
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

  @InputField(() => DateScalar, { description: 'First day of the unit; may lie ahead.' })
  effectiveOn: Day

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class RenameOrganizationInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar)
  effectiveOn: Day

  @InputField(() => String)
  name: string

  @OptionalField(() => String)
  code?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class ReclassifyOrganizationInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar)
  effectiveOn: Day

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

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class MoveOrganizationInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar)
  effectiveOn: Day

  @InputField(() => ID)
  parentId: string

  @OptionalField(() => String)
  code?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class DissolveOrganizationInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar, { description: 'First day on which the unit no longer exists.' })
  effectiveOn: Day

  @OptionalField(() => ID, { description: 'Answers for what is recorded late; the superior unit if absent.' })
  successorId?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
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
