import type { Day } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { BottleneckEnum } from '../../graphql/due-enums.js'
import { OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { CandidateStageEnum } from '../../graphql/source-enums.js'
import { Figure } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'

@InputType({ description: 'From when on something is told.' })
export class BottleneckInput {
  @OptionalField(() => Int, { defaultValue: 30, description: 'Days for which a dossier has waited.' })
  waitingDays?: number

  @OptionalField(() => Int, { defaultValue: 3, description: 'Full years without an admission.' })
  years?: number
}

@ObjectType({ simpleResolvers: true })
export class BottleneckCount {
  @Field(() => BottleneckEnum)
  cause: string

  @Field(() => Int)
  count: number
}

@ObjectType({ description: 'Cells or persons that a cause concerns.', simpleResolvers: true })
export class BottleneckFigure {
  @Field(() => BottleneckEnum)
  cause: string

  @Field(() => Int)
  count: number

  @Field(() => Int, { description: 'The whole; its name is the denominatorName of the figure.' })
  of: number

  @Field(() => Int, { description: 'Cells in which it occurs.' })
  cells: number

  @Field(() => Figure)
  figure: Figure
}

@ObjectType({ description: 'What holds admissions up in a unit directly below and all under it.' })
export class BottlenecksOfUnit {
  @Field(() => Organization)
  organization: Organization

  @Field(() => [BottleneckCount])
  counts: BottleneckCount[]
}

@ObjectType({ description: 'What holds admissions up in a unit and all below it on its day.' })
export class BottleneckMap {
  @Field(() => DateScalar)
  asOf: Day

  @Field(() => [BottleneckFigure], { description: 'Every cause, also those that concern nobody.' })
  causes: BottleneckFigure[]

  @Field(() => [BottlenecksOfUnit], { description: 'Units directly below with anything to tell, by name.' })
  units: BottlenecksOfUnit[]
}

@ObjectType({ description: 'A cell with how many of it a cause concerns.' })
export class BottleneckUnit {
  @Field(() => Organization)
  organization: Organization

  @Field(() => Int)
  count: number
}

@ObjectType()
export class BottleneckUnitConnection extends connectionOf('BottleneckUnitEdge', () => BottleneckUnit) {}

@ObjectType({
  description: 'Days that candidates spent in a stage which they left within twelve months.',
  simpleResolvers: true,
})
export class StageTime {
  @Field(() => CandidateStageEnum)
  stage: string

  @Field(() => Int)
  median: number

  @Field(() => Int)
  cases: number

  @Field(() => Int, {
    nullable: true,
    description:
      'Of the unit directly above, where the viewer may read its figures and anybody left the stage.',
  })
  parentMedian?: number | null

  @Field(() => Int)
  parentCases: number
}
