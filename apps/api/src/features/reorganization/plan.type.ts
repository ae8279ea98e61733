import type { Day } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import {
  ExtentEnum,
  OrganizationEventKindEnum,
  ReorganizationActEnum,
  ReorganizationStatusEnum,
  ReorganizationStepEnum,
  TargetRuleEnum,
} from '../../graphql/enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { Refusal } from '../../graphql/refusal.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { OperationBody, UnitRef } from './operation.js'
import type { PlanRow } from './plan.repository.js'

@ObjectType({
  description:
    'Operations on the tree that one decision orders for one day: drafted, rehearsed, applied in one unit of work, undone while nothing recorded later rests on it.',
})
export class Reorganization {
  /** The row behind it. */
  row: PlanRow

  @Field(() => ID)
  id: string

  @Field(() => Int, {
    description: 'Goes up with every change, also of its operations; sent back with the next.',
  })
  version: number

  @Field(() => ReorganizationStatusEnum)
  status: string

  @Field(() => String)
  title: string

  @Field(() => String, { nullable: true })
  decisionNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Who signed the decision.' })
  signatory?: string | null

  @Field(() => DateScalar, { nullable: true })
  signedOn?: Day | null

  @Field(() => DateScalar, {
    description: 'First day on which its operations hold; may lie behind or ahead.',
  })
  effectiveOn: Day

  @Field(() => TargetRuleEnum, { description: 'For every operation that states no rule of its own.' })
  targetRule: string

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  createdAt: string

  @Field(() => String, { nullable: true })
  appliedAt?: string | null

  @Field(() => String, { nullable: true })
  undoneAt?: string | null
}

@ObjectType({
  description:
    'Work on a reorganization, as the instance that answers knows it: how far it is while it runs, and how it ended.',
})
export class ReorganizationWork {
  @Field(() => ReorganizationActEnum)
  act: string

  @Field(() => ReorganizationStepEnum)
  step: string

  @Field(() => Int, { description: 'Of what the step counts: operations, or persons.' })
  done: number

  @Field(() => Int, { nullable: true, description: 'Null where the step is not counted.' })
  total?: number | null

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  startedAt: string

  @Field(() => String, { nullable: true, description: 'Null while it runs.' })
  endedAt?: string | null

  @Field(() => Refusal, { nullable: true, description: 'Why it came to nothing.' })
  refusal?: Refusal | null
}

@ObjectType()
export class ReorganizationConnection extends connectionOf('ReorganizationEdge', () => Reorganization) {}

@ObjectType({
  description: 'A unit as an operation names it: one that stands, or one that the reorganization founds.',
})
export class OperationUnit {
  /** As written. */
  unit: UnitRef

  /** The day before the reorganization takes effect. */
  eve: Day

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the unit that an operation founds; null for one that stands.',
  })
  ref?: string | null
}

@ObjectType({ description: 'A unit that an operation founds.' })
export class NewUnit {
  @Field(() => String, { description: 'By which other operations of the reorganization name it.' })
  ref: string

  @Field(() => OperationUnit, { nullable: true, description: 'Where it stands; null for a root.' })
  parent?: OperationUnit | null

  @Field(() => String)
  code: string

  @Field(() => String)
  name: string

  @Field(() => String)
  tier: string

  @Field(() => String)
  kind: string

  @Field(() => String, { nullable: true })
  sector?: string | null
}

@ObjectType({
  description: 'Who takes over: a unit that stands or is founded elsewhere (`unit`), or one founded here.',
})
export class OperationSuccessor {
  @Field(() => Int, { description: 'Place in the list, from 0; persons of a split cell are assigned by it.' })
  position: number

  @Field(() => OperationUnit, { nullable: true })
  unit?: OperationUnit | null

  @Field(() => NewUnit, { nullable: true })
  newUnit?: NewUnit | null

  @Field(() => Boolean, { description: 'Takes over history, late entries and whatever nobody assigned.' })
  principal: boolean

  @Field(() => ExtentEnum, { description: 'How much of each unit goes there.' })
  extent: string

  @Field(() => [OperationUnit], { description: 'SPLIT: units below that go there.' })
  children: OperationUnit[]
}

@ObjectType({
  description: 'One operation of a reorganization. Fields that its kind does not use are null or empty.',
})
export class ReorganizationOperation {
  /** The body behind it, and the internal id (0: not stored). */
  body: OperationBody
  key: number
  eve: Day

  @Field(() => ID)
  id: string

  @Field(() => Int, { description: 'Place in the list, from 1; refusals name it.' })
  position: number

  @Field(() => OrganizationEventKindEnum)
  kind: string

  @Field(() => [OperationUnit], {
    description: 'Units that it is done to; MERGE, SPLIT and DISSOLVE end them.',
  })
  units: OperationUnit[]

  @Field(() => NewUnit, { nullable: true, description: 'ESTABLISH: the unit.' })
  newUnit?: NewUnit | null

  @Field(() => [OperationSuccessor], {
    description: 'MERGE: one; SPLIT: two or more; DISSOLVE: none or one.',
  })
  successors: OperationSuccessor[]

  @Field(() => OperationUnit, { nullable: true, description: 'MOVE, HAND_OVER: the new superior unit.' })
  parent?: OperationUnit | null

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  code?: string | null

  @Field(() => String, { nullable: true })
  tier?: string | null

  @Field(() => String, { nullable: true, description: 'RECLASSIFY: the new kind of unit.' })
  unitKind?: string | null

  @Field(() => String, { nullable: true })
  sector?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'DISSOLVE: MERGED, TOO_FEW_MEMBERS, INSTITUTION_ABOLISHED, TASK_COMPLETED or OTHER.',
  })
  reason?: string | null

  @Field(() => TargetRuleEnum, { nullable: true, description: 'Null: that of the reorganization.' })
  targetRule?: string | null

  @Field(() => Boolean, {
    description:
      'SPLIT: what nobody assigned goes to the principal successor; false: applying is refused until all is assigned.',
  })
  restToPrincipal: boolean

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType()
export class ReorganizationOperationConnection extends connectionOf(
  'ReorganizationOperationEdge',
  () => ReorganizationOperation,
) {}
