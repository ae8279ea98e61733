import type { Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PeriodQuestion } from '../../graphql/period-question.js'
import { UnitSideEnum } from '../../graphql/enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'

@InputType({ description: 'A question for a balance sheet; both days are inclusive.' })
export class BalanceSheetInput extends PeriodQuestion {}

@ObjectType({
  description: 'A line between the opening and the closing of a balance sheet.',
  simpleResolvers: true,
})
export class BalanceLine {
  @Field(() => ID)
  id: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string

  @Field(() => String, { description: 'What exactly is counted, in Vietnamese.' })
  note: string

  @Field(() => String, { description: 'What exactly is counted, in English.' })
  noteEn: string

  @Field(() => Int, { description: '1: adds to the opening; −1: takes away.' })
  sign: number

  @Field(() => Int, { description: 'Persons.' })
  count: number

  @Field(() => ID, { nullable: true, description: 'The one of `indicators` that counts the same.' })
  indicator?: string | null

  @Field(() => UnitSideEnum, { nullable: true, description: 'The list of units behind the line.' })
  side?: string | null
}

@ObjectType({
  description:
    'How the members at the end of the day before `from` became those of the as-of date: opening + lines that add − lines that take away = closing.',
})
export class BalanceSheet {
  /** Whose sheet it is. */
  unit: OrganizationOnDay
  /** What was asked. */
  input: BalanceSheetInput

  @Field(() => DateScalar, { description: 'The day at whose end the opening holds.' })
  openingOn: Day

  @Field(() => Int)
  opening: number

  @Field(() => [BalanceLine])
  lines: BalanceLine[]

  @Field(() => Int)
  closing: number
}

@ObjectType({ description: 'A unit that reorganization brought or took, the highest that moved as a whole.' })
export class BalanceUnit {
  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  on: Day

  @Field(() => Int, { description: 'Members at the end of the day before.' })
  members: number

  @Field(() => Organization, {
    description: 'Taken over: as it stood the day before. Handed over: as it stood from that day on.',
  })
  organization: Organization

  @Field(() => Organization, {
    nullable: true,
    description: 'The unit above it there: who handed it over, or who took it over.',
  })
  superior?: Organization | null
}

@ObjectType()
export class BalanceUnitConnection extends connectionOf('BalanceUnitEdge', () => BalanceUnit) {}
