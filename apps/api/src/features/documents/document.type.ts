import type { Day } from '@seedbed/shared'
import { Field, ID, ObjectType } from 'type-graphql'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A decision, resolution or directive that acts and targets rest on.' })
export class Document {
  /** Internal id. */
  key: number

  @Field(() => ID)
  id: string

  @Field(() => String)
  number: string

  @Field(() => String)
  title: string

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer?: string | null

  @Field(() => DateScalar, { nullable: true })
  signedOn?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}
