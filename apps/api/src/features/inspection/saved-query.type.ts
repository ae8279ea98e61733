import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { OrganizationQuery, PersonQuery, Role } from '@seedbed/shared'
import { registered, RoleEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { Organization } from '../organizations/organization.type.js'
import { OrganizationQueryInput } from './query.input.js'
import { PersonQueryInput } from './person.input.js'
import type { SavedRow } from './saved-query.service.js'

export const QueryAboutEnum = registered('QueryAbout', ['UNITS', 'PERSONS'], 'What a question is about.')

@ObjectType({ description: 'A question that is kept under a name.' })
export class SavedQuery {
  /** The row behind it. */
  row: SavedRow

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String)
  name: string

  @Field(() => QueryAboutEnum)
  about: string

  @Field(() => String, {
    nullable: true,
    description:
      'The question as JSON, of the shape of OrganizationQueryInput or PersonQueryInput; null where who shared it has left.',
  })
  body: string | null

  @Field(() => String)
  ownerName: string

  @Field(() => Boolean, { description: 'One’s own, to be changed, shared and deleted.' })
  own: boolean

  @Field(() => Boolean, {
    description: 'The account that shared it is disabled; it can still be duplicated.',
  })
  ownerLeft: boolean

  @Field(() => Boolean, { description: 'Shared with accounts of the whole installation.' })
  sharedEverywhere: boolean

  @Field(() => Organization, {
    nullable: true,
    description: 'Shared with accounts that have a grant at this unit or below.',
  })
  sharedOrganization?: Organization | null

  @Field(() => RoleEnum, { nullable: true, description: 'Only with those of them who have this role.' })
  sharedRole: Role | null

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  updatedAt: string
}

@InputType({ description: 'A question to be kept: about units or about persons, one of the two.' })
export class SaveQueryInput {
  @InputField(() => String)
  name: string

  @OptionalField(() => OrganizationQueryInput)
  organizations?: OrganizationQuery

  @OptionalField(() => PersonQueryInput)
  persons?: PersonQuery
}

@InputType()
export class ChangeQueryInput extends SaveQueryInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number
}

@InputType({ description: 'With whom a question is shared; nothing named: with nobody any more.' })
export class ShareQueryInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number

  @OptionalField(() => ID, { description: 'With accounts that have a grant at this unit or below.' })
  organizationId?: string

  @OptionalField(() => Boolean, {
    description: 'With accounts of the whole installation, instead of a unit.',
  })
  everywhere?: boolean

  @OptionalField(() => RoleEnum, { description: 'Only with those of them who have this role.' })
  role?: Role
}

@InputType()
export class DuplicateQueryInput {
  @InputField(() => ID)
  id: string

  @InputField(() => String)
  name: string
}

@InputType()
export class DeleteQueryInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int)
  version: number
}
