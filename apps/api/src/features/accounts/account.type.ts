import type { Day, Role } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { RoleEnum } from '../../graphql/enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'

const instant = 'ISO 8601, in UTC.'

@ObjectType({ description: 'A role at a unit from day to day, both inclusive.' })
export class Grant {
  /** Internal id of the unit, 0 for the whole installation. */
  organizationKey: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => RoleEnum)
  role: Role

  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: without an end.' })
  validTo?: Day | null

  @Field(() => Boolean, { description: 'It holds today.' })
  active: boolean
}

@ObjectType({ description: 'Who can sign in.' })
export class Account {
  /** Internal id. */
  key: number

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String, { description: 'What is typed to sign in.' })
  userName: string

  @Field(() => String)
  name: string

  @Field(() => String, { nullable: true, description: `Since when it is disabled. ${instant}` })
  disabledAt?: string | null

  @Field(() => String, { nullable: true, description: instant })
  lastSignInAt?: string | null

  @Field(() => String, { description: instant })
  createdAt: string

  @Field(() => Boolean, { description: 'It has a one-time password that must be changed.' })
  mustChangePassword: boolean

  @Field(() => Boolean, { description: 'It signs in with a second factor.' })
  secondFactor: boolean
}

@ObjectType()
export class AccountConnection extends connectionOf('AccountEdge', () => Account) {}

@ObjectType({ description: 'A one-time password to be printed. Shown this once; nobody can read it again.' })
export class PasswordSlip {
  @Field(() => Account)
  account: Account

  @Field(() => String)
  password: string

  @Field(() => String, { description: `Until when it works. ${instant}` })
  validUntil: string
}

@ObjectType({ description: 'A browser that has signed in.' })
export class Session {
  @Field(() => ID)
  id: string

  @Field(() => String, { description: instant })
  startedAt: string

  @Field(() => String, { description: `When it was used last, to the minute. ${instant}` })
  seenAt: string

  @Field(() => String, { description: `When it ends at the latest. ${instant}` })
  expiresAt: string

  @Field(() => String, { nullable: true, description: 'Where it was begun from.' })
  address?: string | null

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  agent?: string | null

  @Field(() => Boolean, { description: 'It is the one that asks.' })
  current: boolean
}

@ObjectType({ description: 'A way in for a script, by one grant.' })
export class AccessToken {
  /** Internal id of the grant. */
  grantKey: number

  @Field(() => ID)
  id: string

  @Field(() => String)
  name: string

  @Field(() => Boolean, {
    description: 'It runs operations of its own also where only those of the web application run.',
  })
  anyOperation: boolean

  @Field(() => String, { description: instant })
  createdAt: string

  @Field(() => String, { description: instant })
  expiresAt: string

  @Field(() => String, { nullable: true, description: instant })
  revokedAt?: string | null

  @Field(() => String, { nullable: true, description: `To the minute. ${instant}` })
  lastUsedAt?: string | null

  @Field(() => Boolean, { description: 'Neither expired nor revoked.' })
  active: boolean
}

@ObjectType({ description: 'A token with its secret. Shown this once; nobody can read it again.' })
export class NewAccessToken {
  @Field(() => String, { description: 'Sent as `Authorization: Bearer …`.' })
  token: string

  @Field(() => AccessToken)
  accessToken: AccessToken
}
