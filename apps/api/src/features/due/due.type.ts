import type { Day, DueKind, DueState } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { DueKindEnum, DueStateEnum } from '../../graphql/due-enums.js'
import { OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { Refusal } from '../../graphql/refusal.js'
import { DateScalar } from '../../graphql/scalars.js'
import { RuleCodeEnum } from '../../graphql/source-enums.js'
import { Organization } from '../organizations/organization.type.js'
import type { DueItem as Item } from './due.service.js'

@InputType({ description: 'What is absent does not narrow.' })
export class DueFilterInput {
  @OptionalField(() => [DueKindEnum])
  kinds?: DueKind[]

  @OptionalField(() => [DueStateEnum], { description: 'Default: OVERDUE, UNKNOWN and WARN.' })
  states?: DueState[]
}

@ObjectType({ description: 'Something that is to be done by a day.' })
export class DueItem {
  item: Item
  asOf: Day

  @Field(() => DueKindEnum)
  kind: string

  @Field(() => DueStateEnum)
  state: string

  @Field(() => String, { nullable: true, description: 'Paper, committee asked, or course.' })
  about?: string | null

  @Field(() => DateScalar, { description: 'From which the time runs.' })
  beginsOn: Day

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null where it cannot be computed.' })
  dueOn?: Day | null

  @Field(() => Int, {
    nullable: true,
    description: 'Days until the last one; negative once it is over.',
  })
  daysLeft?: number | null

  @Field(() => DateScalar, { nullable: true })
  warnFrom?: Day | null

  @Field(() => Boolean)
  extended: boolean

  @Field(() => RuleCodeEnum, { nullable: true })
  rule?: string | null

  @Field(() => String, { nullable: true })
  regulation?: string | null

  @Field(() => String, { nullable: true })
  article?: string | null

  @Field(() => Refusal, { nullable: true, description: 'Why it cannot be computed.' })
  problem?: Refusal | null
}

@ObjectType({ simpleResolvers: true })
export class DueCount {
  @Field(() => DueKindEnum)
  kind: string

  @Field(() => DueStateEnum)
  state: string

  @Field(() => Int)
  count: number
}

@ObjectType({ description: 'What is to be done in a unit directly below and all under it.' })
export class DueOfUnit {
  @Field(() => Organization)
  organization: Organization

  @Field(() => [DueCount])
  counts: DueCount[]
}

@ObjectType()
export class DueConnection extends connectionOf('DueEdge', () => DueItem) {
  @Field(() => [DueCount], { description: 'By kind and state, whatever the filter; none that is 0.' })
  counts: DueCount[]

  @Field(() => [DueOfUnit], {
    description: 'The same for each unit directly below that has anything, by name.',
  })
  units: DueOfUnit[]
}
