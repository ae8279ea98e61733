import type { LookKind } from '@seedbed/shared'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { LookKindEnum } from '../../graphql/enums.js'
import { InputField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'

@ObjectType({ description: 'A look at a person that had to be justified. Never changed.' })
export class PersonLook {
  /** Internal ids. */
  personKey: number
  organizationKey: number
  /** Internal id of the round of inspection within which it was. */
  roundKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => LookKindEnum)
  kind: LookKind

  @Field(() => String, { description: 'Who looked.' })
  actorName: string

  @Field(() => String, { nullable: true, description: 'The address the request came from.' })
  address?: string | null

  @Field(() => String, { description: 'Why, in the words of who looked.' })
  reason: string

  @Field(() => String, { description: 'ISO 8601, in UTC.' })
  at: string

  @Field(() => String, {
    nullable: true,
    description: 'Until when the person stays open by it. ISO 8601, in UTC.',
  })
  until?: string | null
}

@ObjectType()
export class PersonLookConnection extends connectionOf('PersonLookEdge', () => PersonLook) {}

@InputType()
export class LookInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => String, {
    description: 'Why; at least ten characters. Whoever keeps the person reads it.',
  })
  reason: string
}
