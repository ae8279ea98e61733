import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { TargetKindEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'

@ObjectType({ description: 'What a unit is to reach in each year from yearFrom to yearTo.' })
export class Target {
  /** Internal id of the document. */
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => TargetKindEnum)
  kind: string

  @Field(() => ID, { description: 'The indicator it is set for.' })
  indicator: string

  @Field(() => Int)
  yearFrom: number

  @Field(() => Int)
  yearTo: number

  @Field(() => Int, { description: 'Persons a year; the lower bound of a range.' })
  amountMin: number

  @Field(() => Int, { nullable: true, description: 'Upper bound of a range.' })
  amountMax?: number | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'With id and version: change that target. Without: set a new one.' })
export class SetTargetInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID)
  organizationId: string

  @InputField(() => TargetKindEnum)
  kind: 'ASSIGNED' | 'RANGE' | 'RESOLUTION_AVERAGE'

  @InputField(() => Int)
  yearFrom: number

  @InputField(() => Int)
  yearTo: number

  @InputField(() => Int)
  amountMin: number

  @OptionalField(() => Int)
  amountMax?: number

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}
