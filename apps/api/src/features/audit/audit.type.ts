import type { ActorKind, AuditOutcome, Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { ActorKindEnum, AuditOutcomeEnum } from '../../graphql/enums.js'
import { OptionalField } from '../../graphql/fields.js'
import { PageInfo } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { AuditRow } from './audit.service.js'

@ObjectType({ description: 'What became of one field; objects and lists as JSON.' })
export class AuditChange {
  @Field(() => String)
  field: string

  @Field(() => String, { nullable: true, description: 'Null where there was nothing, or nothing is known.' })
  before?: string | null

  @Field(() => String, { nullable: true })
  after?: string | null
}

@ObjectType({
  description: 'One operation on record: who, when, from where, what and with what outcome. Never changed.',
})
export class AuditRecord {
  /** The row behind it. */
  row: AuditRow

  @Field(() => Int, { description: 'Numbers have no gaps.' })
  sequence: number

  @Field(() => String, { description: 'ISO 8601, UTC.' })
  recordedAt: string

  @Field(() => ID, { description: 'The request in whose course it happened.' })
  requestId: string

  @Field(() => ActorKindEnum)
  actorKind: ActorKind

  @Field(() => String)
  actorName: string

  @Field(() => String, { nullable: true, description: 'The address the request came from.' })
  origin?: string | null

  @Field(() => String, { description: 'Name of the mutation or command.' })
  operation: string

  @Field(() => AuditOutcomeEnum)
  outcome: AuditOutcome

  @Field(() => String, { nullable: true, description: 'Why it was refused, a code of the closed list.' })
  code?: string | null

  @Field(() => String, { nullable: true, description: 'Type of what it was done to.' })
  objectKind?: string | null

  @Field(() => ID, { nullable: true })
  objectId?: string | null

  @Field(() => String, { description: 'SHA-256 of the hash before and this record.' })
  hash: string
}

@ObjectType()
export class AuditEdge {
  @Field(() => String)
  cursor: string

  @Field(() => AuditRecord)
  node: AuditRecord
}

@ObjectType({ description: 'Without a count: the log grows for ever.' })
export class AuditConnection {
  @Field(() => [AuditEdge])
  edges: AuditEdge[]

  @Field(() => PageInfo)
  pageInfo: PageInfo
}

@InputType({ description: 'All that is given must hold; days are those of Viet Nam, both included.' })
export class AuditFilterInput {
  @OptionalField(() => ID)
  organizationId?: string

  @OptionalField(() => Boolean, { description: 'With organizationId: what stands below it today as well.' })
  below?: boolean

  @OptionalField(() => ID)
  personId?: string

  @OptionalField(() => String, { description: 'Name of who acted, exactly.' })
  actor?: string

  @OptionalField(() => String, { description: 'Name of the mutation or command.' })
  operation?: string

  @OptionalField(() => AuditOutcomeEnum)
  outcome?: AuditOutcome

  @OptionalField(() => DateScalar)
  from?: Day

  @OptionalField(() => DateScalar)
  to?: Day
}
