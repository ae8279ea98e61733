import { Field, ID, ObjectType } from 'type-graphql'
import { SignInStageEnum } from '../../graphql/enums.js'
import type { SignInStage } from '../../policy/viewer.js'

@ObjectType({ description: 'Whoever asks, and what they may do at all; at a unit, ask the unit.' })
export class Viewer {
  /** Internal id of the account. */
  key: number

  @Field(() => ID)
  id: string

  @Field(() => String)
  userName: string

  @Field(() => String)
  name: string

  @Field(() => SignInStageEnum)
  stage: SignInStage

  @Field(() => Boolean, { description: 'It signs in with a second factor.' })
  secondFactor: boolean

  @Field(() => Boolean, {
    description: 'It asks with an access token: its own account is not to be changed.',
  })
  byToken: boolean
}

@ObjectType({ description: 'How far a sign-in has come.' })
export class SignInResult {
  @Field(() => SignInStageEnum)
  stage: SignInStage
}

@ObjectType({ description: 'A second factor that holds once a code of it has been typed. Shown this once.' })
export class SecondFactorSetup {
  @Field(() => String, { description: 'To be typed into an authenticator.' })
  secret: string

  @Field(() => String, { description: 'otpauth://… to be shown as a picture.' })
  uri: string
}
