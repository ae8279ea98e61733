import type { Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A person as known now; what counted at an event is frozen on the event.' })
export class Person {
  /** Internal id. */
  key: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String)
  fullName: string

  @Field(() => DateScalar)
  birthDate: Day

  @Field(() => Boolean)
  female: boolean

  @Field(() => String, { description: 'Code of the ethnic group, 01 is Kinh.' })
  ethnicity: string

  @Field(() => String, { nullable: true, description: 'Code of the religion; null: follows none.' })
  religion?: string | null

  @Field(() => String, { nullable: true, description: 'All but the last three digits masked.' })
  identityNumber?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType()
export class PersonInput {
  @InputField(() => String)
  fullName: string

  @InputField(() => DateScalar)
  birthDate: Day

  @InputField(() => Boolean)
  female: boolean

  @InputField(() => String, { audit: 'PERSONAL' })
  ethnicity: string

  @OptionalField(() => String, { audit: 'PERSONAL' })
  religion?: string

  @OptionalField(() => String, { description: '12 digits, leading zeros kept.', audit: 'PERSONAL' })
  identityNumber?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class UpdatePersonInput extends PersonInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number
}
