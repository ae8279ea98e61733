import type { DataRequestKind, DataRequestStatus, Day, ProcessingPurposeCode } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DataRequestKindEnum, DataRequestStatusEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'What personal data is processed for and on what legal basis, on some days.' })
export class ProcessingPurpose {
  @Field(() => ID)
  id: string

  @Field(() => String, { description: 'MEMBERSHIP, SOURCES, STATISTICS or INSPECTION.' })
  code: ProcessingPurposeCode

  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: it holds until further notice.' })
  validTo?: Day | null

  @Field(() => String, { description: 'In Vietnamese, as shown where data is entered.' })
  textVi: string

  @Field(() => String)
  textEn: string

  @Field(() => String, { description: 'Laws and regulations.' })
  legalBasis: string
}

@InputType({ description: 'Holds from the day on; earlier days keep what was said then.' })
export class SetProcessingPurposeInput {
  @InputField(() => String, { description: 'MEMBERSHIP, SOURCES, STATISTICS or INSPECTION.' })
  code: ProcessingPurposeCode

  @InputField(() => DateScalar)
  validFrom: Day

  @InputField(() => String)
  textVi: string

  @InputField(() => String)
  textEn: string

  @InputField(() => String)
  legalBasis: string
}

@ObjectType({
  description: 'What a person asked of whoever keeps their data, with the days by which it is due.',
})
export class DataRequest {
  /** Internal ids. */
  personKey: number
  organizationKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DataRequestKindEnum)
  kind: DataRequestKind

  @Field(() => DataRequestStatusEnum)
  status: DataRequestStatus

  @Field(() => DateScalar)
  receivedOn: Day

  @Field(() => String, { description: 'What the person asks for.' })
  words: string

  @Field(() => DateScalar, { description: 'Last day for the answer, in working days after it came in.' })
  answerDue: Day

  @Field(() => DateScalar, { description: 'Last day for carrying it out.' })
  carryDue: Day

  @Field(() => Boolean, { description: 'It was given more time once.' })
  extended: boolean

  @Field(() => DateScalar, { nullable: true })
  answeredOn?: Day | null

  @Field(() => String, { nullable: true })
  answer?: string | null

  @Field(() => DateScalar, { nullable: true, description: 'When it was carried out or refused.' })
  closedOn?: Day | null

  @Field(() => Boolean, { description: 'A day has passed by which something was due.' })
  overdue: boolean

  @Field(() => String, { description: 'Who put it on record.' })
  actorName: string
}

@ObjectType()
export class DataRequestConnection extends connectionOf('DataRequestEdge', () => DataRequest) {}

@InputType()
export class RecordDataRequestInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => DataRequestKindEnum)
  kind: DataRequestKind

  @OptionalField(() => DateScalar, { description: 'Absent: today.' })
  receivedOn?: Day

  @InputField(() => String, { description: 'What the person asks for.' })
  words: string
}

@InputType()
export class DataRequestInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}

@InputType()
export class AnswerDataRequestInput extends DataRequestInput {
  @InputField(() => String)
  answer: string

  @InputField(() => Boolean, { description: 'false: the request is refused, and closed.' })
  accepted: boolean
}

@ObjectType({
  description: 'All that is kept of a person, drawn up for the person. Drawing it up is on record.',
})
export class DataSheet {
  /** Internal id of the person. */
  personKey: number

  @Field(() => String, { description: 'ISO 8601, in UTC.' })
  drawnUpAt: string

  @Field(() => String)
  drawnUpBy: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when the person is not shown in lists of others.',
  })
  restrictedSince?: Day | null

  @Field(() => [ProcessingPurpose], { description: 'What the data is processed for today.' })
  purposes: ProcessingPurpose[]

  @Field(() => [DataRequest], { description: 'What the person asked for.' })
  requests: DataRequest[]
}
