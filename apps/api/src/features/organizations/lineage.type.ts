import type { Day } from '@seedbed/shared'
import { Field, ID, ObjectType } from 'type-graphql'
import { ExtentEnum, OrganizationEventKindEnum } from '../../graphql/enums.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from './organization.type.js'

@ObjectType({ description: 'A unit that took over, or from which another was formed.' })
export class Succession {
  /** Internal id of the reorganization, if the act belongs to one. */
  reorganizationKey: number | null

  @Field(() => Organization)
  organization: Organization

  @Field(() => DateScalar, { description: 'First day of the successor in that role.' })
  on: Day

  @Field(() => OrganizationEventKindEnum)
  kind: string

  @Field(() => ExtentEnum, { description: 'How much of the unit went to the successor.' })
  extent: string

  @Field(() => Boolean)
  principal: boolean
}

@ObjectType({ description: 'From whom to whom, on which day.' })
export class LineageEdge {
  @Field(() => ID)
  from: string

  @Field(() => ID)
  to: string

  @Field(() => DateScalar)
  on: Day

  @Field(() => OrganizationEventKindEnum)
  kind: string

  @Field(() => ExtentEnum)
  extent: string

  @Field(() => Boolean)
  principal: boolean
}

@ObjectType({ description: 'What a unit was formed from and what became of it, as a graph.' })
export class Lineage {
  @Field(() => [Organization], {
    description: 'Each on the nearest day of its life; the unit itself among them.',
  })
  nodes: Organization[]

  @Field(() => [LineageEdge])
  edges: LineageEdge[]

  @Field(() => Boolean, { description: 'False: there is more than the 100 units that are shown.' })
  complete: boolean
}

@ObjectType({ description: 'A unit found by a name or code that it has or once had.' })
export class UnitHit {
  @Field(() => Organization, { description: 'As it was when it last had it.' })
  organization: Organization

  @Field(() => String, { description: 'The name that was found.' })
  name: string

  @Field(() => String)
  code: string

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day with this name and code; null: it still has them.',
  })
  until?: Day | null

  @Field(() => [Organization], {
    description:
      'Where it leads on the day asked for: the unit itself, or who took over, and over from them.',
  })
  now: Organization[]
}
