import {
  PERSON_ATTRIBUTES,
  PERSON_DAYS,
  PERSON_FACTS,
  PERSON_SUBJECTS,
  type Day,
  type PersonAttribute,
  type PersonCondition,
  type PersonDay,
  type PersonFact,
  type PersonQuery,
  type PersonSubject,
} from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { registered } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

const PersonSubjectEnum = registered(
  'PersonSubject',
  Object.keys(PERSON_SUBJECTS),
  'Candidates as of a day, or those admitted in a period, by the day of the decision.',
)
const PersonAttributeEnum = registered(
  'PersonAttribute',
  Object.keys(PERSON_ATTRIBUTES),
  'Attributes by which persons are told, as frozen at the event; STAGE for candidates only.',
)
const PersonDayEnum = registered('PersonDay', Object.keys(PERSON_DAYS), 'Days by which persons can be told.')
const PersonFactEnum = registered(
  'PersonFact',
  Object.keys(PERSON_FACTS),
  'What can be said of a person besides attributes and days.',
)

@InputType({ description: 'The attribute is one of these codes; UNKNOWN is one of them.' })
export class PersonAttributeTestInput {
  @InputField(() => PersonAttributeEnum)
  attribute: PersonAttribute

  @InputField(() => [String])
  codes: string[]

  @OptionalField(() => Boolean, { description: 'None of them instead.' })
  not?: boolean
}

@InputType({ description: 'The day lies between these, both inside; one may be left open.' })
export class PersonDayTestInput {
  @InputField(() => PersonDayEnum)
  day: PersonDay

  @OptionalField(() => DateScalar)
  from?: Day

  @OptionalField(() => DateScalar)
  to?: Day
}

@InputType()
export class PersonFactTestInput {
  @InputField(() => PersonFactEnum)
  fact: PersonFact

  @OptionalField(() => Int, { description: 'Days or persons, for the facts that say so.' })
  number?: number

  @OptionalField(() => Boolean, { description: 'Where it does not hold instead.' })
  not?: boolean
}

@InputType({ description: 'Exactly one of its fields; groups hold others, a few deep.' })
export class PersonConditionInput implements PersonCondition {
  @OptionalField(() => [PersonConditionInput])
  all?: PersonConditionInput[]

  @OptionalField(() => [PersonConditionInput])
  any?: PersonConditionInput[]

  @OptionalField(() => PersonAttributeTestInput)
  attribute?: PersonAttributeTestInput

  @OptionalField(() => PersonDayTestInput)
  day?: PersonDayTestInput

  @OptionalField(() => PersonFactTestInput)
  fact?: PersonFactTestInput
}

@InputType({
  description: 'A question about persons, of units whose persons the viewer may read.',
})
export class PersonQueryInput implements PersonQuery {
  @InputField(() => PersonSubjectEnum)
  subject: PersonSubject

  @OptionalField(() => [ID], {
    description: 'These units and all below them; absent: everything whose persons the viewer may read.',
  })
  scope?: string[]

  @OptionalField(() => DateScalar, { description: 'ADMISSIONS: first day of the period.' })
  from?: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => PersonConditionInput)
  where?: PersonConditionInput
}
