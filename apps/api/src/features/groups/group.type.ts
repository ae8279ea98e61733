import type { Day } from '@seedbed/shared'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { InputField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A way to group units beside the hierarchy: clusters of localities, campaigns.' })
export class GroupSet {
  /** Internal id. */
  key: number

  /** Day on which its groups show their units, unless another is asked for. */
  at: Day

  @Field(() => ID)
  id: string

  @Field(() => String)
  name: string
}

@ObjectType({ description: 'Units grouped beside the hierarchy.' })
export class Group {
  /** Internal id. */
  key: number

  /** Internal id of its set. */
  setKey: number

  /** Day on which it shows its units, unless another is asked for. */
  at: Day

  @Field(() => ID)
  id: string

  @Field(() => String)
  name: string
}

@InputType()
export class CreateGroupSetInput {
  @InputField(() => String)
  name: string
}

@InputType()
export class CreateGroupInput {
  @InputField(() => ID)
  groupSetId: string

  @InputField(() => String)
  name: string
}

@InputType()
export class GroupMembershipInput {
  @InputField(() => ID)
  groupId: string

  @InputField(() => ID)
  organizationId: string

  @InputField(() => DateScalar, { description: 'First day in the group, or first day outside it.' })
  on: Day
}
