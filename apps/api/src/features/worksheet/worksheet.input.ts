import type { Day, TargetKind } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { TargetKindEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@InputType({ description: 'A document to be filed at the unit that assigns.' })
export class TargetDocumentInput {
  @InputField(() => String)
  number: string

  @InputField(() => String)
  title: string

  @OptionalField(() => String)
  issuer?: string

  @OptionalField(() => DateScalar)
  signedOn?: Day
}

@InputType({
  description: 'What is typed into one row of a worksheet; an empty amount takes the target away.',
})
export class WorksheetRowInput {
  @InputField(() => ID)
  organizationId: string

  @OptionalField(() => Int)
  amountMin?: number

  @OptionalField(() => Int, { description: 'Upper bound of a range.' })
  amountMax?: number

  @OptionalField(() => String)
  note?: string

  @OptionalField(() => ID, { description: 'The target that was read; absent if there was none.' })
  targetId?: string

  @OptionalField(() => Int, { description: 'Its version that was read.' })
  version?: number
}

@InputType({ description: 'Rows of a worksheet, all of them or none.' })
export class SaveWorksheetInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => Int)
  year: number

  @OptionalField(() => Int, { description: 'Last year of new targets that are for several years.' })
  yearTo?: number

  @OptionalField(() => TargetKindEnum, { defaultValue: 'ASSIGNED' })
  kind?: TargetKind

  @InputField(() => DateScalar, { description: 'The worksheet was read on this day.' })
  asOf: Day

  @InputField(() => [WorksheetRowInput])
  rows: WorksheetRowInput[]

  @OptionalField(() => ID, { description: 'A document on file that the targets rest on.' })
  documentId?: string

  @OptionalField(() => TargetDocumentInput, { description: 'A new document that they rest on.' })
  document?: TargetDocumentInput

  @OptionalField(() => String, { description: 'Why; kept with each revision.' })
  reason?: string

  @OptionalField(() => Boolean, { description: 'For a year that has ended; needs a reason.' })
  backfilled?: boolean
}

@InputType()
export class CreateTargetPlanInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => Int)
  year: number

  @InputField(() => String)
  name: string

  @OptionalField(() => String)
  note?: string

  @OptionalField(() => ID, { description: 'A plan of the same unit and year whose numbers it begins with.' })
  copyOf?: string
}

@InputType()
export class RenameTargetPlanInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => String)
  name: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class DiscardTargetPlanInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number
}

@InputType({ description: 'A line of a draft: what is typed, and what was read.' })
export class TargetPlanLineInput {
  @InputField(() => ID)
  organizationId: string

  @OptionalField(() => Int)
  amount?: number

  @OptionalField(() => String)
  note?: string

  @OptionalField(() => Int, { description: 'The number that was read.' })
  amountBefore?: number

  @OptionalField(() => String, { description: 'The note that was read.' })
  noteBefore?: string
}

@InputType({ description: 'Lines of a draft, all of them or none.' })
export class SaveTargetPlanInput {
  @InputField(() => ID)
  id: string

  @InputField(() => DateScalar, { description: 'The worksheet was read on this day.' })
  asOf: Day

  @InputField(() => [TargetPlanLineInput])
  lines: TargetPlanLineInput[]
}

@InputType({ description: 'Makes the numbers of a draft the targets of its units.' })
export class IssueTargetPlanInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar)
  asOf: Day

  @InputField(() => TargetDocumentInput, { description: 'Number and day are needed.' })
  document: TargetDocumentInput

  @InputField(() => String)
  signatory: string

  @OptionalField(() => String)
  reason?: string

  @OptionalField(() => Boolean, { description: 'For a year that has ended; needs a reason.' })
  backfilled?: boolean
}
