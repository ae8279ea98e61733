import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ShareAttributeEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { Person } from '../people/person.type.js'

@ObjectType({ description: 'How far the work on the persons of a split cell is.' })
export class SplitWork {
  @Field(() => Int, {
    description:
      'Members on the day before, and persons to whom something is recorded there for a later day.',
  })
  persons: number

  @Field(() => Int)
  assigned: number

  @Field(() => Int, {
    description: 'Members of whom only the number is known; they go to the principal successor.',
  })
  unnamed: number
}

@ObjectType({ description: 'A person of a split cell.' })
export class SplitPerson {
  @Field(() => Person)
  person: Person

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the successor; null: nobody assigned the person.',
  })
  successor?: number | null

  @Field(() => Boolean, { description: 'Assigned by a rule, not by hand.' })
  byRule: boolean
}

@ObjectType()
export class SplitPersonConnection extends connectionOf('SplitPersonEdge', () => SplitPerson) {}

@InputType({
  description: 'Persons whose attribute has one of the values, or lies between from and to (both included).',
})
export class ShareRuleInput {
  @InputField(() => ShareAttributeEnum)
  attribute: string

  @OptionalField(() => [String], { description: 'Codes; "true" and "false" for FEMALE and YOUTH_UNION.' })
  values?: string[] | null

  @OptionalField(() => String, { description: 'A year, or the beginning of a name.' })
  from?: string | null

  @OptionalField(() => String)
  to?: string | null

  @InputField(() => Int, { description: 'Position of the successor.' })
  successor: number
}
