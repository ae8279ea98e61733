import type { Day } from '@seedbed/shared'
import { Field, Int, ObjectType } from 'type-graphql'
import { DateScalar } from '../../graphql/scalars.js'
import { CandidateStageEnum } from '../../graphql/source-enums.js'
import type { Forecast as ForecastAnswer } from './forecast.service.js'

@ObjectType({
  description: 'Candidates of a stage, and what became of those who stood there on the same date before.',
  simpleResolvers: true,
})
export class ForecastStage {
  @Field(() => CandidateStageEnum)
  stage: string

  @Field(() => Int, { description: 'On the as-of date.' })
  candidates: number

  @Field(() => Int, { description: 'On the same date of the earlier years together.' })
  cases: number

  @Field(() => Int, { description: 'Of these, admitted by the end of their year.' })
  admitted: number
}

@ObjectType({ description: 'Admissions from least to most; it holds in about 80 of a hundred years.' })
export class ForecastRange {
  @Field(() => Int)
  least: number

  @Field(() => Int)
  middle: number

  @Field(() => Int)
  most: number
}

@ObjectType({ description: 'How many a unit will have admitted by the end of the year.' })
export class Forecast {
  answer: ForecastAnswer

  @Field(() => Int)
  year: number

  @Field(() => DateScalar)
  asOf: Day

  @Field(() => Int, { description: 'Admitted in the year so far, by decision.' })
  done: number

  @Field(() => Int, { nullable: true })
  target?: number | null

  @Field(() => Int, { nullable: true, description: 'Target less done, at least 0; null without a target.' })
  missing?: number | null

  @Field(() => Int, { description: 'Dossiers to which the cell has agreed.' })
  awaitingDecision: number

  @Field(() => Int, { description: 'Decided, before the ceremony.' })
  awaitingCeremony: number

  @Field(() => ForecastRange, { nullable: true, description: 'Null where there are too few past cases.' })
  range?: ForecastRange | null

  @Field(() => Int, { description: 'Past cases that were found.' })
  cases: number

  @Field(() => [Int], { description: 'Years of the past cases.' })
  years: readonly number[]

  @Field(() => [ForecastStage])
  stages: readonly ForecastStage[]

  @Field(() => String, { description: 'All this in Vietnamese words.' })
  words: string

  @Field(() => String)
  wordsEn: string
}
