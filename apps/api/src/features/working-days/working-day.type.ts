import type { Day, SpecialDay as SpecialDayKind } from '@seedbed/shared'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { SpecialDayEnum } from '../../graphql/source-enums.js'
import { InputField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'A day that differs from its weekday.' })
export class SpecialDay {
  @Field(() => DateScalar)
  date: Day

  @Field(() => SpecialDayEnum)
  kind: string

  @Field(() => String)
  name: string
}

@ObjectType({ description: 'The calendar of a year; without one, no deadline of that year is computed.' })
export class WorkYear {
  @Field(() => Int)
  year: number

  @Field(() => String, { description: 'Where it comes from.' })
  source: string

  @Field(() => Int, { description: '0: not on record, proposed only.' })
  version: number

  @Field(() => [SpecialDay])
  days: SpecialDay[]
}

@ObjectType({ description: 'What a change of a calendar would do; nothing is written.' })
export class WorkYearPreview {
  @Field(() => Int, { nullable: true, description: 'Null: the year is not on record.' })
  workingDaysBefore?: number | null

  @Field(() => Int)
  workingDaysAfter: number

  @Field(() => [SpecialDay])
  added: SpecialDay[]

  @Field(() => [SpecialDay])
  removed: SpecialDay[]
}

@InputType()
export class SpecialDayInput {
  @InputField(() => DateScalar)
  date: Day

  @InputField(() => SpecialDayEnum)
  kind: SpecialDayKind

  @InputField(() => String)
  name: string
}

@InputType({ description: 'The whole calendar of a year, in place of what stands.' })
export class WorkYearInput {
  @InputField(() => Int)
  year: number

  @InputField(() => String)
  source: string

  @InputField(() => [SpecialDayInput])
  days: SpecialDayInput[]
}

@InputType()
export class SetWorkYearInput extends WorkYearInput {
  @InputField(() => Int, { description: 'The version that was read; 0 for a year not on record.' })
  version: number
}
