import type { Day } from '@seedbed/shared'
import { ID, InputType } from 'type-graphql'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { PersonInput } from '../people/person.type.js'

@InputType({
  description: 'Somebody on record (personId) or somebody new (person) becomes a candidate of a cell.',
})
export class IdentifyCandidateInput {
  @OptionalField(() => ID)
  personId?: string

  @OptionalField(() => PersonInput)
  person?: PersonInput

  @InputField(() => ID)
  organizationId: string

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => Boolean, {
    description: 'The cell puts the person on the list of sympathisers at once.',
  })
  listed?: boolean

  @OptionalField(() => String, {
    description: 'Organization that introduces the person; recorded as an introduction.',
  })
  introducer?: string

  @OptionalField(() => Boolean, { description: 'Member of the Youth Union on that day.' })
  youthUnion?: boolean

  @OptionalField(() => String)
  schooling?: string

  @OptionalField(() => String)
  degree?: string

  @OptionalField(() => String)
  politicalTheory?: string

  @OptionalField(() => String)
  occupation?: string

  @OptionalField(() => String)
  sourceKind?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String, { description: 'What the person does well.' })
  note?: string

  @OptionalField(() => Boolean, {
    description: 'Somebody compared: the others of the same name and birth date are other persons.',
  })
  isSomebodyElse?: boolean
}
