import type { Day, FindingAbout, FindingKind, FindingState, FindingStepKind } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  FindingAboutEnum,
  FindingKindEnum,
  FindingStateEnum,
  FindingStepKindEnum,
} from '../../graphql/finding-enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { FindingRow } from './finding.service.js'

@ObjectType({
  description: 'What was done with a finding, dated and signed. Never changed.',
  simpleResolvers: true,
})
export class FindingStep {
  @Field(() => ID)
  id: string

  @Field(() => FindingStepKindEnum)
  kind: FindingStepKind

  @Field(() => DateScalar)
  onDay: Day

  @Field(() => FindingStateEnum, { description: 'Of the finding from this step on.' })
  state: FindingState

  @Field(() => DateScalar, { nullable: true, description: 'By when an answer is due from this step on.' })
  dueOn?: Day | null

  @Field(() => Boolean, { nullable: true, description: 'What a re-check said.' })
  mended?: boolean | null

  @Field(() => String, { nullable: true })
  words?: string | null

  @Field(() => String, { description: 'Who signs it.' })
  actorName: string

  @Field(() => String, { description: 'ISO 8601, in UTC.' })
  at: string
}

@ObjectType({ description: 'What an inspection found: praise, a shortcoming, or signs of a violation.' })
export class Finding {
  row: FindingRow

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => FindingKindEnum)
  kind: FindingKind

  @Field(() => FindingStateEnum)
  state: FindingState

  @Field(() => FindingAboutEnum, { description: 'What it is on.' })
  about: FindingAbout

  @Field(() => String)
  words: string

  @Field(() => DateScalar)
  madeOn: Day

  @Field(() => DateScalar, {
    nullable: true,
    description: 'By when the unit has to answer; null for praise.',
  })
  dueOn?: Day | null

  @Field(() => Boolean, { nullable: true, description: 'What the last re-check said; null: none yet.' })
  mended?: boolean | null

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed or withdrawn.' })
  closedOn?: Day | null

  @Field(() => Boolean, { description: 'An answer is awaited and the day for it has passed.' })
  overdue: boolean
}

@ObjectType()
export class FindingConnection extends connectionOf('FindingEdge', () => Finding) {}

@ObjectType({
  description:
    'How findings stand at the end of a day for which a unit or one below it is responsible. Withdrawn ones are none.',
  simpleResolvers: true,
})
export class FindingCounts {
  @Field(() => Int)
  praise: number

  @Field(() => Int)
  shortcomings: number

  @Field(() => Int)
  suspectedViolations: number

  @Field(() => Int, { description: 'An answer is awaited.' })
  awaited: number

  @Field(() => Int, { description: 'Of these the day for it has passed.' })
  overdue: number

  @Field(() => Int, { description: 'Answered or re-checked, and not closed.' })
  answered: number

  @Field(() => Int, { description: 'Closed, without praise.' })
  closed: number
}

@InputType({ description: 'Which findings are listed. What is absent does not matter.' })
export class FindingFilterInput {
  @OptionalField(() => FindingKindEnum)
  kind?: FindingKind

  @OptionalField(() => [FindingStateEnum], { description: 'One of these.' })
  states?: FindingState[]

  @OptionalField(() => Boolean, { description: 'true: only those whose due date has passed.' })
  overdue?: boolean

  @OptionalField(() => ID, { description: 'For which this unit itself is responsible.' })
  responsibleId?: string

  @OptionalField(() => ID, { description: 'Of this round.' })
  roundId?: string
}

@InputType({ description: 'On exactly one of unit, person, dossier, target and document.' })
export class RecordFindingInput {
  @InputField(() => FindingKindEnum, { audit: 'PERSONAL' })
  kind: FindingKind

  @InputField(() => String, { audit: 'PERSONAL' })
  words: string

  @OptionalField(() => ID)
  organizationId?: string

  @OptionalField(() => ID)
  personId?: string

  @OptionalField(() => ID)
  targetId?: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => ID)
  dossierId?: string

  @OptionalField(() => ID, { description: 'Evidence that it rests on.' })
  evidenceId?: string

  @OptionalField(() => ID, { description: 'Within an open round that has it for a subject.' })
  roundId?: string

  @OptionalField(() => ID, {
    description:
      'In whose name, outside a round; absent: the highest unit above it where the viewer may record findings.',
  })
  inspectingId?: string

  @OptionalField(() => ID, {
    description:
      'Who has to answer; absent: the unit, where the person belongs, whose target or document it is.',
  })
  responsibleId?: string

  @OptionalField(() => DateScalar, { description: 'By when to answer; not for praise, needed otherwise.' })
  dueOn?: Day
}

@InputType()
export class FindingStepInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number

  @InputField(() => String, { audit: 'PERSONAL' })
  words: string
}

@InputType()
export class RecheckFindingInput extends FindingStepInput {
  @InputField(() => Boolean, { description: 'What was found is mended.' })
  mended: boolean
}

@InputType()
export class ReopenFindingInput extends FindingStepInput {
  @InputField(() => DateScalar, { description: 'By when to answer anew.' })
  dueOn: Day
}
