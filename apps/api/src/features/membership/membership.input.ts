import type { Day } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { CountBasisEnum, PerimeterEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@InputType()
export class PersonEventInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => ID)
  organizationId: string

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

/** What is known of the person on that day; absent: not known. */
@InputType()
export class StatedInput extends PersonEventInput {
  @OptionalField(() => Boolean, { description: 'Member of the Youth Union on that day.' })
  youthUnion?: boolean

  @OptionalField(() => String, { description: 'PRIMARY, LOWER_SECONDARY or UPPER_SECONDARY.' })
  schooling?: string

  @OptionalField(() => String, {
    description: 'NONE, VOCATIONAL, COLLEGE, UNIVERSITY, MASTER or DOCTOR.',
  })
  degree?: string

  @OptionalField(() => String, { description: 'NONE, ELEMENTARY, INTERMEDIATE or ADVANCED.' })
  politicalTheory?: string

  @OptionalField(() => String)
  occupation?: string

  @OptionalField(() => String)
  sourceKind?: string
}

@InputType()
export class OpeningMemberInput extends StatedInput {
  @InputField(() => Boolean)
  probationary: boolean

  @OptionalField(() => DateScalar, {
    description: 'Day of the decision to admit: years of membership count from it.',
  })
  joinedOn?: Day
}

@InputType()
export class IntroductionInput extends StatedInput {
  @InputField(() => String, {
    description: 'YOUTH_UNION, TRADE_UNION, WOMENS_UNION, FARMERS_UNION or VETERANS.',
  })
  introducer: string
}

@InputType()
export class CourseCompletionInput extends StatedInput {
  @InputField(() => String, { description: 'PUPIL, TEACHER or OTHER.' })
  audience: string

  @OptionalField(() => String)
  courseName?: string
}

@InputType()
export class AdmissionInput extends StatedInput {
  @InputField(() => Boolean)
  declare youthUnion: boolean
}

@InputType({ description: 'What is different from the day on; what is absent stays as it was.' })
export class AttributeChangeInput extends StatedInput {}

@InputType()
export class RestorationInput extends StatedInput {
  @InputField(() => Boolean)
  probationary: boolean
}

@InputType()
export class TransferInput extends PersonEventInput {
  @InputField(() => ID)
  toOrganizationId: string
}

@InputType()
export class TransferOutInput extends PersonEventInput {
  @InputField(() => String, { description: 'UNIVERSITY, COLLEGE, OTHER_PROVINCE, CENTRAL_BODY or ABROAD.' })
  outsideKind: string

  @OptionalField(() => String)
  outsidePlace?: string
}

@InputType()
export class TransferInInput extends StatedInput {
  @InputField(() => String, { description: 'UNIVERSITY, COLLEGE, OTHER_PROVINCE, CENTRAL_BODY or ABROAD.' })
  outsideKind: string

  @OptionalField(() => String)
  outsidePlace?: string

  @InputField(() => Boolean)
  probationary: boolean

  @OptionalField(() => DateScalar, {
    description: 'Day of the decision to admit: years of membership count from it.',
  })
  joinedOn?: Day
}

@InputType()
export class RemovalInput extends PersonEventInput {
  @InputField(() => String, {
    description: 'NAME_REMOVED, EXPELLED, RESIGNED, PROBATION_REMOVED or DECISION_CANCELLED.',
  })
  reason: string
}

@InputType()
export class OpeningBalanceInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => DateScalar, { description: 'The last day before the records begin.' })
  on: Day

  @InputField(() => Int)
  members: number

  @InputField(() => Int, { description: 'Those of the members who are on probation.' })
  probationaryMembers: number

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType({ description: 'What was recorded wrongly, as it was read, and why.' })
export class CorrectionInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => String)
  reason: string
}

@InputType({
  description: 'Both days inclusive; the same perimeter and basis as the figure that the list stands behind.',
})
export class AdmissionFilterInput {
  @OptionalField(() => DateScalar)
  from?: Day

  @OptionalField(() => DateScalar, { description: 'Default: the day on which the unit is shown.' })
  to?: Day

  @OptionalField(() => CountBasisEnum)
  countBasis?: 'DECISION' | 'CEREMONY'

  @OptionalField(() => PerimeterEnum)
  perimeter?: 'RECORDED' | 'RESTATED'

  @OptionalField(() => DateScalar, { description: 'RESTATED by the tree of this day, default `to`.' })
  treeAt?: Day

  @OptionalField(() => Boolean)
  female?: boolean

  @OptionalField(() => Boolean)
  ethnicMinority?: boolean

  @OptionalField(() => Boolean)
  religious?: boolean

  @OptionalField(() => Boolean)
  youthUnion?: boolean

  @OptionalField(() => Boolean)
  enterprise?: boolean

  @OptionalField(() => Boolean)
  age18to30?: boolean

  @OptionalField(() => Boolean)
  university?: boolean

  @OptionalField(() => Boolean)
  introduced?: boolean

  @OptionalField(() => Boolean)
  courseCompleted?: boolean

  @OptionalField(() => Boolean)
  readmission?: boolean

  @OptionalField(() => String)
  occupation?: string

  @OptionalField(() => String)
  sourceKind?: string

  @OptionalField(() => String)
  introducer?: string
}
