import type { Day } from '@seedbed/shared'
import { Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'
import { Person } from '../people/person.type.js'

@ObjectType({ description: 'A person who fulfils the conditions of a question, and where that stands.' })
export class QueriedPerson {
  @Field(() => Person)
  person: Person

  @Field(() => Organization, { nullable: true, description: 'The cell, as on that day.' })
  organization: Organization | null

  @Field(() => DateScalar, {
    description: 'The decision; of a candidate, the day since which the stage holds.',
  })
  on: Day

  @Field(() => DateScalar, { description: 'When that was entered.' })
  recordedOn: Day

  @Field(() => Int, { description: 'Days between the event and its entry.' })
  lag: number

  @Field(() => String, { nullable: true, description: 'Of a candidate; null for an admission.' })
  stage: string | null

  @Field(() => DateScalar, { nullable: true, description: 'End of the awareness course.' })
  certifiedOn: Day | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which the certificate no longer holds.',
  })
  certificateExpiresOn: Day | null
}

@ObjectType()
export class PersonQueryResult extends connectionOf('QueriedPersonEdge', () => QueriedPerson) {}
