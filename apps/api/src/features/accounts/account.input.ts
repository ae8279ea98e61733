import type { Day, Role } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { RoleEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@InputType()
export class SignInInput {
  @InputField(() => String)
  userName: string

  @InputField(() => String)
  password: string
}

@InputType()
export class ChangePasswordInput {
  @OptionalField(() => String, { description: 'Not needed right after signing in with a one-time password.' })
  currentPassword?: string

  @InputField(() => String, { description: '8 to 128 characters; a sentence is welcome.' })
  newPassword: string
}

@InputType()
export class CreateAccessTokenInput {
  @InputField(() => String)
  name: string

  @InputField(() => ID, { description: 'One of the grants of one’s own: it may do what that grant may.' })
  grantId: string

  @InputField(() => DateScalar, { description: 'Last day on which it works; at most a year ahead.' })
  lastDay: Day

  @OptionalField(() => Boolean, {
    description: 'Runs operations of its own also where only those of the web application run.',
  })
  anyOperation?: boolean

  @InputField(() => String, { description: 'One’s own password.' })
  password: string
}

@InputType()
export class GrantInput {
  @InputField(() => RoleEnum)
  role: Role

  @OptionalField(() => ID, { description: 'Absent: the whole installation.' })
  organizationId?: string

  @OptionalField(() => DateScalar, { description: 'Absent: today.' })
  validFrom?: Day

  @OptionalField(() => DateScalar, { description: 'Last day; absent: without an end.' })
  validTo?: Day
}

@InputType({ description: 'An account with its first grant.' })
export class NewAccountInput extends GrantInput {
  @InputField(() => String, { description: 'Small letters, digits, dot, hyphen; it cannot be changed.' })
  userName: string

  @InputField(() => String)
  name: string
}

@InputType()
export class CreateAccountsInput {
  @InputField(() => [NewAccountInput], { description: 'At most 50; all of them are made, or none.' })
  accounts: NewAccountInput[]
}

@InputType()
export class AccountInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number
}

@InputType()
export class RenameAccountInput extends AccountInput {
  @InputField(() => String)
  name: string
}

@InputType()
export class SetAccountDisabledInput extends AccountInput {
  @InputField(() => Boolean)
  disabled: boolean
}

@InputType()
export class CreateGrantInput extends GrantInput {
  @InputField(() => ID)
  accountId: string
}

@InputType()
export class EndGrantInput {
  @InputField(() => ID)
  id: string

  @InputField(() => Int, { description: 'The version that was read.' })
  version: number

  @OptionalField(() => DateScalar, { description: 'Last day on which it holds; absent: it ends at once.' })
  lastDay?: Day
}

@InputType()
export class AccountFilterInput {
  @OptionalField(() => String, { description: 'Words of the name or the user name, without accents.' })
  text?: string

  @OptionalField(() => RoleEnum, { description: 'Held now or later.' })
  role?: Role

  @OptionalField(() => ID, { description: 'With a grant at this unit or below it.' })
  organizationId?: string

  @OptionalField(() => Boolean)
  includeDisabled?: boolean
}
