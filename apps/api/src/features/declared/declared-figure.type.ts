import type { Day, DeclaredQualifier } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DeclaredQualifierEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { DeclaredRow } from './declared-figure.service.js'

@ObjectType({
  description:
    'A figure as an office states it, without persons, beside what the ledger gives for the same days.',
})
export class DeclaredFigure {
  /** The row behind it. */
  row: DeclaredRow

  @Field(() => ID)
  id: string

  @Field(() => Int, { description: 'Sent back with a correction.' })
  version: number

  @Field(() => ID, { description: 'An id of `indicators`: persons or a percentage.' })
  indicator: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its period; null: it is of one day.',
  })
  from?: Day | null

  @Field(() => DateScalar, { description: 'Its day, or the last day of its period.' })
  asOf: Day

  @Field(() => Int, {
    nullable: true,
    description: 'Persons; of a percentage its numerator, null if only the percentage was printed.',
  })
  count?: number | null

  @Field(() => DeclaredQualifierEnum)
  qualifier: string

  @Field(() => String, { nullable: true, description: 'Exactly as printed, such as "146,6".' })
  printedPercentage?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => Boolean, { description: 'Entered by an import.' })
  backfilled: boolean

  @Field(() => DateScalar, { nullable: true, description: 'Taken back on this day; it stands no longer.' })
  correctedOn?: Day | null

  @Field(() => String, { nullable: true })
  correctionReason?: string | null
}

@InputType({ description: 'A figure that an office states. Nothing else changes because of it.' })
export class DeclareFigureInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => ID, { description: 'An id of `indicators`: persons or a percentage.' })
  indicator: string

  @OptionalField(() => DateScalar, {
    description: 'First day of the period; absent for a figure of one day.',
  })
  from?: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => Int, { description: 'Needed for persons; of a percentage its numerator, if stated.' })
  count?: number

  @OptionalField(() => DeclaredQualifierEnum, { defaultValue: 'EXACTLY' })
  qualifier?: DeclaredQualifier

  @OptionalField(() => String, { description: 'Needed for a percentage, as printed: "146,6".' })
  printedPercentage?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}
