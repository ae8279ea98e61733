import type {
  CandidateNeed,
  CandidateStage,
  Day,
  NoSourceCause,
  ReviewResult,
  StrikeReason,
} from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  CandidateNeedEnum,
  CandidateStageEnum,
  CandidateStepEnum,
  HandoverOutcomeEnum,
  NoSourceCauseEnum,
  ReviewResultEnum,
  StrikeReasonEnum,
} from '../../graphql/source-enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Person } from '../people/person.type.js'
import { Requirement } from '../rules/rule.type.js'

@ObjectType({ description: 'What comes next for a candidate.' })
export class CandidateNextStep {
  @Field(() => CandidateStepEnum)
  step: string

  @Field(() => DateScalar, { nullable: true, description: 'Until when; null: no day is set.' })
  due?: Day | null

  @Field(() => Boolean)
  overdue: boolean
}

@ObjectType({ description: 'Somebody on the way to the Party, as on the day of the unit asked for.' })
export class Candidate {
  /** Internal ids, the day, and what the steps are computed from. */
  personKey: number
  organizationKey: number
  eventKey: number
  asOf: Day
  birthDate: Day

  @Field(() => ID, { description: 'Of the person.' })
  id: string

  @Field(() => CandidateStageEnum)
  stage: string

  @Field(() => DateScalar, { description: 'In this stage, in this cell.' })
  since: Day

  @Field(() => DateScalar, { description: 'Identified as a source.' })
  enteredOn: Day

  @Field(() => DateScalar, { nullable: true, description: 'Put on the list of sympathisers.' })
  listedOn?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'The awareness course was completed last.' })
  certifiedOn?: Day | null

  @Field(() => String, { nullable: true })
  sourceKind?: string | null

  @Field(() => String, { nullable: true, description: 'Organization that introduced the person.' })
  introducer?: string | null
}

@ObjectType()
export class CandidateStageCount {
  @Field(() => CandidateStageEnum)
  stage: string

  @Field(() => Int)
  count: number
}

@ObjectType()
export class CandidateConnection extends connectionOf('CandidateEdge', () => Candidate) {
  @Field(() => [CandidateStageCount], { description: 'In each stage, whatever stages are asked for.' })
  stages: CandidateStageCount[]
}

@ObjectType({ description: 'How long somebody was in a stage in a cell; both days are inclusive.' })
export class CandidateSpell {
  organizationKey: number

  @Field(() => CandidateStageEnum)
  stage: string

  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar, { nullable: true, description: 'Null while it lasts.' })
  to?: Day | null
}

@ObjectType({ description: 'A member charged to help a candidate; both days are inclusive.' })
export class Mentorship {
  mentorKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar, { nullable: true, description: 'Null while it lasts.' })
  to?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'How a mentor finds a candidate.' })
export class MentorReview {
  mentorKey: number

  @Field(() => ID)
  id: string

  @Field(() => DateScalar)
  on: Day

  @Field(() => ReviewResultEnum)
  result: string

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'A candidate offered to another unit.' })
export class CandidateHandover {
  personKey: number
  fromKey: number
  toKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DateScalar)
  offeredOn: Day

  @Field(() => DateScalar, { nullable: true })
  settledOn?: Day | null

  @Field(() => HandoverOutcomeEnum, { nullable: true, description: 'Null: no answer yet.' })
  outcome?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => String, { nullable: true, description: 'What the other unit said.' })
  answer?: string | null
}

@ObjectType({ description: 'A unit states that it has no source; both days are inclusive.' })
export class NoSourceStatement {
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => NoSourceCauseEnum)
  cause: string

  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar, { description: 'Last day; then it must be made again.' })
  to: Day

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'A requirement that reaches a candidate.' })
export class CandidateRequirement {
  @Field(() => Requirement)
  requirement: Requirement

  @Field(() => DateScalar, { nullable: true, description: 'Null: not met.' })
  metOn?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'Two persons on record who may be one.' })
export class CandidateDouble {
  @Field(() => Person)
  person: Person

  @Field(() => Person)
  other: Person
}

@InputType()
export class CandidateFilterInput {
  @OptionalField(() => [CandidateStageEnum])
  stages?: CandidateStage[]

  @OptionalField(() => String)
  sourceKind?: string

  @OptionalField(() => String)
  introducer?: string

  @OptionalField(() => CandidateNeedEnum)
  need?: CandidateNeed

  @OptionalField(() => String, { description: 'Words of the name, without accents.' })
  text?: string
}

@InputType({ description: 'The same is done to all of them, or to none.' })
export class CandidateStepInput {
  @InputField(() => [ID])
  personIds: string[]

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class StrikeCandidatesInput extends CandidateStepInput {
  @InputField(() => StrikeReasonEnum)
  reason: StrikeReason
}

@InputType()
export class AssignMentorsInput extends CandidateStepInput {
  @InputField(() => [ID], { description: 'Official members.' })
  mentorIds: string[]

  @OptionalField(() => Boolean, { description: 'Those who helped until then no longer do.' })
  instead?: boolean
}

@InputType()
export class EndMentorshipInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar, { description: 'First day without.' })
  on: Day
}

@InputType()
export class RecordReviewInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => ID)
  mentorId: string

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => ReviewResultEnum)
  result: ReviewResult

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class OfferHandoverInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => ID, { description: 'A cell, or a unit above it, which then chooses the cell.' })
  toOrganizationId: string

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class AnswerHandoverInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class AcceptHandoverInput extends AnswerHandoverInput {
  @InputField(() => ID, { description: 'The cell that takes the candidate.' })
  organizationId: string
}

@InputType()
export class DeclareNoSourceInput {
  @InputField(() => ID)
  organizationId: string

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => NoSourceCauseEnum)
  cause: NoSourceCause

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class EndNoSourceInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @InputField(() => DateScalar, { description: 'First day on which it no longer holds.' })
  on: Day
}

@InputType()
export class MarkRequirementInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => ID)
  requirementId: string

  @OptionalField(() => DateScalar, { description: 'Absent: not met after all.' })
  metOn?: Day

  @OptionalField(() => String)
  note?: string
}
