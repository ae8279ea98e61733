import type { Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A term of a unit, from one congress to the next; both days are inclusive.' })
export class Term {
  /** Internal id of the document. */
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String)
  name: string

  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar, { nullable: true, description: 'Null while nobody knows its end.' })
  to?: Day | null
}

@InputType({ description: 'With id and version: change that term. Without: set a new one.' })
export class SetTermInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID)
  organizationId: string

  @InputField(() => String, { description: 'As people call it: "2020-2025".' })
  name: string

  @InputField(() => DateScalar)
  from: Day

  @OptionalField(() => DateScalar)
  to?: Day

  @OptionalField(() => ID, { description: 'What the term rests on.' })
  documentId?: string
}

@InputType()
export class RemoveTermInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}
