import type { Day } from '@seedbed/shared'
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { DateScalar } from '../../graphql/scalars.js'
import {
  deadlineAfter,
  listCalendars,
  previewWorkYear,
  proposedYear,
  setWorkYear,
  workingDaysFrom,
} from './working-day.service.js'
import { SetWorkYearInput, WorkYear, WorkYearInput, WorkYearPreview } from './working-day.type.js'

@Resolver()
export class WorkingDayResolver {
  @Query(() => [WorkYear], { description: 'Calendars on record, the oldest first.' })
  workYears(@Ctx() ctx: RequestContext): Promise<WorkYear[]> {
    return listCalendars(ctx)
  }

  @Query(() => WorkYear, {
    nullable: true,
    description: 'Holidays of a year as a library knows them: a beginning for a year that is not on record.',
  })
  proposedWorkYear(@Arg('year', () => Int) year: number): WorkYear | null {
    return proposedYear(year)
  }

  @Query(() => DateScalar, {
    description: 'Last day of so many working days; refused where the calendar of a year is missing.',
  })
  addWorkingDays(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('days', () => Int) days: number,
  ): Promise<Day> {
    return deadlineAfter(ctx, from, days)
  }

  @Query(() => Int, { description: 'Working days after a day up to another.' })
  workingDaysBetween(
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar) to: Day,
  ): Promise<number> {
    return workingDaysFrom(ctx, from, to)
  }

  @Query(() => WorkYearPreview, { description: 'What setting this calendar would do; nothing is written.' })
  previewWorkYear(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => WorkYearInput) input: WorkYearInput,
  ): Promise<WorkYearPreview> {
    return previewWorkYear(ctx, input)
  }

  @Mutation(() => WorkYear, { description: 'Sets the whole calendar of a year.' })
  setWorkYear(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetWorkYearInput) { version, ...facts }: SetWorkYearInput,
  ): Promise<WorkYear> {
    return setWorkYear(ctx, facts, version)
  }
}
