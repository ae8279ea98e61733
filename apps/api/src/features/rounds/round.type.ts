import type { Day, InspectingBody, RoundKind, SubjectResult, SubjectState } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  InspectingBodyEnum,
  RoundKindEnum,
  SubjectResultEnum,
  SubjectStateEnum,
} from '../../graphql/finding-enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { RoundRow } from './round.service.js'

@ObjectType({ description: 'A round of inspection or supervision of a unit. Both days are inclusive.' })
export class InspectionRound {
  row: RoundRow

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => InspectingBodyEnum)
  body: InspectingBody

  @Field(() => RoundKindEnum)
  kind: RoundKind

  @Field(() => String, { description: 'What it is about.' })
  theme: string

  @Field(() => DateScalar)
  fromDay: Day

  @Field(() => DateScalar)
  toDay: Day

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'From which day on units see who opened their persons within the round; null: they see it at once.',
  })
  looksFrom?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed; null: it is open.' })
  closedOn?: Day | null

  @Field(() => String, { description: 'Who opened it.' })
  actorName: string
}

@ObjectType()
export class InspectionRoundConnection extends connectionOf('InspectionRoundEdge', () => InspectionRound) {}

@ObjectType({ description: 'A unit or a person whom a round inspects or supervises.' })
export class InspectionSubject {
  /** Internal ids; person 0 for a unit. */
  organizationKey: number
  personKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => Boolean, { description: 'It is a person; the unit is then where they belonged.' })
  isPerson: boolean

  @Field(() => SubjectStateEnum)
  state: SubjectState

  @Field(() => SubjectResultEnum, { nullable: true, description: 'Once it is concluded.' })
  result?: SubjectResult | null

  @Field(() => DateScalar, { nullable: true })
  concludedOn?: Day | null

  @Field(() => String, { nullable: true, description: 'The conclusion, or why it was dropped.' })
  words?: string | null
}

@ObjectType({ description: 'Who works on a round and sees its papers.', simpleResolvers: true })
export class InspectionWorker {
  @Field(() => String)
  userName: string

  @Field(() => String)
  name: string
}

@ObjectType({
  description: 'How many were concluded, and with what result. A subject of two rounds counts twice.',
  simpleResolvers: true,
})
export class InspectionTally {
  @Field(() => Int)
  concluded: number

  @Field(() => Int)
  noShortcoming: number

  @Field(() => Int)
  shortcoming: number

  @Field(() => Int)
  suspectedViolation: number

  @Field(() => Int)
  violation: number

  @Field(() => Int)
  discipline: number
}

@ObjectType({
  description: 'What reports count of one level and body that inspects, one kind, one level of subjects.',
  simpleResolvers: true,
})
export class InspectionCount {
  @Field(() => String, { description: 'Level of the inspecting unit on the day of the conclusion.' })
  tier: string

  @Field(() => InspectingBodyEnum)
  body: InspectingBody

  @Field(() => RoundKindEnum)
  kind: RoundKind

  @Field(() => String, { description: 'Level of the subject; of a person: of the unit they belonged to.' })
  subjectTier: string

  @Field(() => InspectionTally)
  organizations: InspectionTally

  @Field(() => InspectionTally, { description: 'Members and others, as subjects of their own.' })
  members: InspectionTally
}

@InputType({ description: 'What a round is about.' })
export class InspectionRoundFactsInput {
  @InputField(() => InspectingBodyEnum)
  body: InspectingBody

  @InputField(() => RoundKindEnum)
  kind: RoundKind

  @InputField(() => String, { audit: 'PERSONAL' })
  theme: string

  @OptionalField(() => ID, { description: 'The plan or decision that it rests on.' })
  documentId?: string

  @InputField(() => DateScalar)
  fromDay: Day

  @InputField(() => DateScalar)
  toDay: Day

  @OptionalField(() => DateScalar, {
    description: 'From which day on units see who opened their persons within the round; absent: at once.',
  })
  looksFrom?: Day
}

@InputType()
export class CreateInspectionRoundInput extends InspectionRoundFactsInput {
  @InputField(() => ID, { description: 'The inspecting unit.' })
  organizationId: string
}

@InputType()
export class UpdateInspectionRoundInput extends InspectionRoundFactsInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}

@InputType()
export class InspectionRoundInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}

@InputType()
export class SetInspectionWorkersInput extends InspectionRoundInput {
  @InputField(() => [String], { description: 'User names, in place of those who worked on it.' })
  userNames: string[]
}

@InputType()
export class AddInspectionSubjectsInput {
  @InputField(() => ID)
  roundId: string

  @OptionalField(() => [ID])
  organizationIds?: string[]

  @OptionalField(() => [ID])
  personIds?: string[]
}

@InputType()
export class SetInspectionSubjectInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number

  @InputField(() => SubjectStateEnum)
  state: SubjectState

  @OptionalField(() => SubjectResultEnum, { description: 'With CONCLUDED alone.', audit: 'PERSONAL' })
  result?: SubjectResult

  @OptionalField(() => DateScalar, { description: 'Day of the conclusion; absent: today.' })
  on?: Day

  @OptionalField(() => String, {
    description: 'The conclusion; needed to say why something is dropped.',
    audit: 'PERSONAL',
  })
  words?: string
}

@InputType()
export class OpenPersonInRoundInput {
  @InputField(() => ID)
  roundId: string

  @InputField(() => ID)
  personId: string

  @InputField(() => String, {
    description: 'Why; at least ten characters. Whoever keeps the person reads it once the round allows it.',
  })
  reason: string
}
