import type { Day } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { EventKindEnum } from '../../graphql/enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'Attributes of the person, frozen as at the event. Codes as in the catalog.' })
export class EventAttributes {
  @Field(() => Int, { description: 'Full years at the event.' })
  age: number

  @Field(() => Boolean)
  female: boolean

  @Field(() => String)
  ethnicity: string

  @Field(() => String, { nullable: true })
  religion?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Null: not stated.' })
  youthUnion?: boolean | null

  @Field(() => String, { nullable: true })
  schooling?: string | null

  @Field(() => String, { nullable: true })
  degree?: string | null

  @Field(() => String, { nullable: true })
  politicalTheory?: string | null

  @Field(() => String, { nullable: true })
  occupation?: string | null

  @Field(() => String, { nullable: true })
  sourceKind?: string | null

  @Field(() => String, { nullable: true, description: 'Sector of the cell on that day.' })
  sector?: string | null
}

@ObjectType({
  description: 'What happened to a person, in a cell, on a day. A corrected one no longer counts.',
})
export class PersonEvent {
  personKey: number
  organizationKey: number
  toOrganizationKey: number | null
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => EventKindEnum)
  kind: string

  @Field(() => DateScalar)
  on: Day

  @Field(() => EventAttributes, { nullable: true })
  attributes?: EventAttributes | null

  @Field(() => String, { nullable: true, description: 'Organization that introduced the person.' })
  introducer?: string | null

  @Field(() => String, { nullable: true })
  removalReason?: string | null

  @Field(() => String, { nullable: true, description: 'Kind of place outside the system.' })
  outsideKind?: string | null

  @Field(() => String, { nullable: true })
  outsidePlace?: string | null

  @Field(() => String, { nullable: true })
  courseName?: string | null

  @Field(() => String, { nullable: true, description: 'Number of the certificate of a completed course.' })
  certificateNumber?: string | null

  @Field(() => String, { nullable: true, description: 'Why somebody is no longer a candidate.' })
  strikeReason?: string | null

  @Field(() => String, { nullable: true, description: 'How a vote or decision on a dossier came out.' })
  outcome?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => Boolean, { description: 'Entered by an import of earlier history.' })
  backfilled: boolean

  @Field(() => DateScalar, { nullable: true })
  correctedOn?: Day | null

  @Field(() => String, { nullable: true })
  correctionReason?: string | null
}

@ObjectType({ description: 'Members with which a cell begins: a count without persons.' })
export class OpeningBalance {
  organizationKey: number
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DateScalar)
  on: Day

  @Field(() => Int)
  members: number

  @Field(() => Int)
  probationaryMembers: number

  @Field(() => DateScalar, { nullable: true })
  correctedOn?: Day | null

  @Field(() => String, { nullable: true })
  correctionReason?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => Boolean)
  backfilled: boolean
}

@ObjectType({ description: 'A person admitted, as counted under the basis asked for.' })
export class Admission {
  personKey: number
  organizationKey: number
  eventKey: number

  @Field(() => ID, { description: 'The event of the decision (of the ceremony, when counted by ceremony).' })
  id: string

  @Field(() => DateScalar, { description: 'The date that counts.' })
  on: Day

  @Field(() => Boolean)
  readmission: boolean

  @Field(() => EventAttributes)
  attributes: EventAttributes

  @Field(() => String, { nullable: true })
  introducer?: string | null

  @Field(() => DateScalar, { nullable: true })
  courseCompletedOn?: Day | null

  @Field(() => Boolean, { description: 'Entered by an import, after the fact and beside the procedure.' })
  backfilled: boolean
}

@ObjectType()
export class AdmissionConnection extends connectionOf('AdmissionEdge', () => Admission) {}
