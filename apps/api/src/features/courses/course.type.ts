import type { CourseAudience, CourseKind, CourseResult, Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { CourseAudienceEnum, CourseKindEnum, CourseResultEnum } from '../../graphql/source-enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A course: before the dossier, or after the admission. Both days are inclusive.' })
export class Course {
  /** Internal ids. */
  key: number
  organizationKey: number
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => CourseKindEnum)
  kind: string

  @Field(() => String)
  name: string

  @Field(() => CourseAudienceEnum)
  audience: string

  @Field(() => String, { nullable: true, description: 'Where it is held.' })
  place?: string | null

  @Field(() => DateScalar)
  startsOn: Day

  @Field(() => DateScalar)
  endsOn: Day

  @Field(() => Int)
  sessions: number

  @Field(() => Int, { description: 'How many can be registered.' })
  places: number

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'Somebody registered in a course, and how it ended.' })
export class CoursePlace {
  personKey: number
  organizationKey: number
  courseKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DateScalar)
  registeredOn: Day

  @Field(() => Int, { nullable: true, description: 'Sessions attended.' })
  attended?: number | null

  @Field(() => CourseResultEnum, { nullable: true, description: 'Null: not ended yet.' })
  result?: string | null

  @Field(() => DateScalar, { nullable: true })
  resultOn?: Day | null

  @Field(() => String, { nullable: true })
  certificateNumber?: string | null
}

@ObjectType({ description: 'A probationary member who has not been to the course for new members.' })
export class MemberWithoutCourse {
  personKey: number
  organizationKey: number

  @Field(() => DateScalar)
  admittedOn: Day
}

@InputType({ description: 'With id and version: change that course. Without: plan one.' })
export class SetCourseInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID, { description: 'Who runs it.' })
  organizationId: string

  @InputField(() => CourseKindEnum)
  kind: CourseKind

  @InputField(() => String)
  name: string

  @InputField(() => CourseAudienceEnum)
  audience: CourseAudience

  @OptionalField(() => String)
  place?: string

  @InputField(() => DateScalar)
  startsOn: Day

  @InputField(() => DateScalar)
  endsOn: Day

  @InputField(() => Int)
  sessions: number

  @InputField(() => Int)
  places: number

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType({ description: 'All of them are registered, or none.' })
export class RegisterInCourseInput {
  @InputField(() => ID)
  courseId: string

  @InputField(() => [ID])
  personIds: string[]

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => ID)
  documentId?: string
}

@InputType()
export class CourseResultInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => Int)
  attended: number

  @InputField(() => CourseResultEnum)
  result: CourseResult

  @OptionalField(() => String, { description: 'Of who passed.' })
  certificateNumber?: string
}

@InputType({ description: 'All results are recorded, or none.' })
export class RecordResultsInput {
  @InputField(() => ID)
  courseId: string

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => [CourseResultInput])
  results: CourseResultInput[]
}

@InputType()
export class TakeResultBackInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => String)
  reason: string
}
