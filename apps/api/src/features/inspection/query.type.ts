import { TOTAL_WITHHELD, type TotalWithheld } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { registered } from '../../graphql/enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { Figure } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import type { MedianSide } from './ranking.js'

const TotalWithheldEnum = registered(
  'TotalWithheld',
  Object.keys(TOTAL_WITHHELD),
  'Why a column has no total: units below others would count twice; transfers among them do not add up; a state of each unit.',
)

const MedianSideEnum = registered(
  'MedianSide',
  ['ABOVE', 'AT', 'BELOW'],
  'Where a value lies against a median.',
)

@ObjectType({ description: 'A unit that fulfils the conditions, with the columns asked for.' })
export class QueryRow {
  @Field(() => Organization, { description: 'As on the day of the tree.' })
  organization: Organization

  @Field(() => [Figure])
  figures: readonly Figure[]

  @Field(() => Int, {
    nullable: true,
    description:
      'Place by the first order, ties alike (1, 2, 2, 4); null without a value, or where names come first.',
  })
  rank: number | null

  @Field(() => MedianSideEnum, {
    nullable: true,
    description: 'Where that value lies against the median of the units of the same tier that were asked.',
  })
  medianSide: MedianSide | null
}

@ObjectType({ description: 'A column over all units that fulfil the conditions, on whatever page.' })
export class QueryTotal {
  @Field(() => ID)
  indicator: string

  @Field(() => Figure, { nullable: true })
  figure: Figure | null

  @Field(() => TotalWithheldEnum, { nullable: true, description: 'Why there is no total.' })
  withheld: TotalWithheld | null
}

@ObjectType({ description: 'The answer to a question about units.' })
export class OrganizationQueryResult extends connectionOf('QueryEdge', () => QueryRow) {
  @Field(() => Int, { description: 'Units to which the conditions were put.' })
  asked: number

  @Field(() => [QueryTotal], { description: 'In the order of the columns.' })
  total: readonly QueryTotal[]
}

@ObjectType({ description: 'What a question would cost, told before it runs.' })
export class QueryEstimate {
  @Field(() => Int, { description: 'Units to which the conditions would be put.' })
  asked: number

  @Field(() => Int, { description: 'Units times the years that are read of each.' })
  cost: number

  @Field(() => Int, { description: 'What is beyond it is refused.' })
  limit: number
}
