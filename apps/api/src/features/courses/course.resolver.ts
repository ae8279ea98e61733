import { LIMITS, reason, type Day } from '@seedbed/shared'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { DateScalar } from '../../graphql/scalars.js'
import { documentIdOf } from '../documents/document.service.js'
import { Document } from '../documents/document.type.js'
import { loadDocument } from '../documents/document.view.js'
import { findOrganization } from '../organizations/organization.service.js'
import { Organization } from '../organizations/organization.type.js'
import { requirePerson } from '../people/person.service.js'
import { refuseClosed } from '../people/look.service.js'
import { Person } from '../people/person.type.js'
import { loadPerson } from '../people/person.view.js'
import { nextStepsFor } from '../sources/candidate-facts.service.js'
import { personsOf } from '../sources/persons-input.js'
import { Candidate, CandidateNextStep } from '../sources/source.type.js'
import { onDay, unitNear } from '../sources/source.view.js'
import {
  courseEndOf,
  currentPlace,
  loadPlacesOf,
  membersWithoutCourse,
  participantsOf,
  registerInCourse,
} from './course-place.service.js'
import { recordResults, takeResultBack } from './course-result.service.js'
import {
  coursesFor,
  loadCourse,
  loadPlaces,
  requireCourse,
  setCourse,
  type CourseRow,
} from './course.service.js'
import {
  Course,
  CoursePlace,
  MemberWithoutCourse,
  RecordResultsInput,
  RegisterInCourseInput,
  SetCourseInput,
  TakeResultBackInput,
} from './course.type.js'
import type { PlaceRow } from './course-place.service.js'

const toCourse = ({ id, uid, organization, document, ...row }: CourseRow): Course => ({
  ...row,
  key: id,
  id: uid,
  organizationKey: organization,
  documentKey: document,
})

const toPlace = ({ uid, person, organization, course, ...row }: PlaceRow): CoursePlace => ({
  ...row,
  id: uid,
  personKey: person,
  organizationKey: organization,
  courseKey: course,
})

@Resolver(() => Organization)
export class OrganizationCoursesResolver {
  @FieldResolver(() => [Course], {
    description:
      'Courses open to the unit: its own, those of the units above it and below it; the latest first.',
  })
  async courses(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
    @Arg('from', () => DateScalar) from: Day,
    @Arg('to', () => DateScalar) to: Day,
  ): Promise<Course[]> {
    return (await coursesFor(ctx, unit, { from, to })).map(toCourse)
  }

  @FieldResolver(() => [MemberWithoutCourse], {
    description:
      'Probationary members who have not been to the course for new members, the longest waiting first.',
  })
  async membersWithoutCourse(
    @Root() { unit }: Organization,
    @Ctx() ctx: RequestContext,
  ): Promise<MemberWithoutCourse[]> {
    const rows = await membersWithoutCourse(ctx, unit.id, unit.at)
    return rows.map(({ person, organization, admittedOn }) => ({
      personKey: person,
      organizationKey: organization,
      admittedOn,
    }))
  }
}

@Resolver(() => Course)
export class CourseResolver {
  @Query(() => Course, { nullable: true })
  async course(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<Course> {
    return toCourse(await requireCourse(ctx, id))
  }

  @FieldResolver(() => Organization, { description: 'Who runs it.' })
  organization(@Root() course: Course, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, course.organizationKey, course.startsOn)
  }

  @FieldResolver(() => Document, { nullable: true })
  document(@Root() course: Course, @Ctx() ctx: RequestContext): Promise<Document | null> {
    return loadDocument(ctx, course.documentKey)
  }

  @FieldResolver(() => Int, { description: 'How many are registered, whoever may see them.' })
  async taken(@Root() course: Course, @Ctx() ctx: RequestContext): Promise<number> {
    return (await loadPlaces(ctx, course.key)).length
  }

  @FieldResolver(() => Int)
  async passed(@Root() course: Course, @Ctx() ctx: RequestContext): Promise<number> {
    return (await loadPlaces(ctx, course.key)).filter(({ result }) => result === 'PASSED').length
  }

  @FieldResolver(() => [CoursePlace], { description: 'Those registered whom the viewer may see, by name.' })
  async participants(@Root() course: Course, @Ctx() ctx: RequestContext): Promise<CoursePlace[]> {
    return (await participantsOf(ctx, course.key)).map(toPlace)
  }

  @Mutation(() => Course, { description: 'Plans a course, or changes one.' })
  async setCourse(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetCourseInput) input: SetCourseInput,
  ): Promise<Course> {
    const { id, version, organizationId, documentId, place, note, ...facts } = input
    if ((id ?? null) !== null && (version ?? null) === null)
      throw invalidInput('version', 'is needed to change a course')
    const organization = (await findOrganization(ctx, organizationId)).id
    const document = await documentIdOf(ctx, documentId)
    const all = { ...facts, organization, document, place: place ?? null, note: note ?? null }
    return toCourse(await setCourse(ctx, all, id ? { uid: id, version: version ?? 0 } : null))
  }

  @Mutation(() => Course, { description: 'Registers candidates, or new members, in a course.' })
  async registerInCourse(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RegisterInCourseInput) input: RegisterInCourseInput,
  ): Promise<Course> {
    const { courseId, personIds, on, documentId } = input
    const persons = await personsOf(ctx, personIds)
    const document = await documentIdOf(ctx, documentId)
    return toCourse(await registerInCourse(ctx, { course: courseId, persons, on, document }))
  }

  @Mutation(() => Course, { description: 'Records how a course ended for some of those registered.' })
  async recordCourseResults(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => RecordResultsInput) { courseId, on, results }: RecordResultsInput,
  ): Promise<Course> {
    if (results.length === 0 || results.length > LIMITS.pageSize)
      throw invalidInput('results', reason('TOO_MANY', { limit: LIMITS.pageSize }))
    const rows = await Promise.all(
      results.map(async ({ personId, certificateNumber, ...row }) => ({
        ...row,
        person: (await requirePerson(ctx, personId)).id,
        certificateNumber: certificateNumber ?? null,
      })),
    )
    return toCourse(await recordResults(ctx, { course: courseId, on, results: rows }))
  }

  @Mutation(() => CoursePlace, { description: 'Takes a result back that was recorded wrongly.' })
  async takeCourseResultBack(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => TakeResultBackInput) { id, version, reason: words }: TakeResultBackInput,
  ): Promise<CoursePlace> {
    return toPlace(await takeResultBack(ctx, id, version, words))
  }
}

@Resolver(() => CoursePlace)
export class CoursePlaceResolver {
  @FieldResolver(() => Person)
  person(@Root() place: CoursePlace, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, place.personKey)
  }

  @FieldResolver(() => Organization, { description: 'The cell at the registration.' })
  organization(@Root() place: CoursePlace, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, place.organizationKey, place.registeredOn)
  }

  @FieldResolver(() => Course)
  async course(@Root() place: CoursePlace, @Ctx() ctx: RequestContext): Promise<Course> {
    return toCourse(await loadCourse(ctx, place.courseKey))
  }
}

@Resolver(() => MemberWithoutCourse)
export class MemberWithoutCourseResolver {
  @FieldResolver(() => Person)
  person(@Root() one: MemberWithoutCourse, @Ctx() ctx: RequestContext): Promise<Person> {
    return loadPerson(ctx, one.personKey)
  }

  @FieldResolver(() => Organization)
  organization(@Root() one: MemberWithoutCourse, @Ctx() ctx: RequestContext): Promise<Organization> {
    return unitNear(ctx, one.organizationKey, one.admittedOn)
  }
}

@Resolver(() => Candidate)
export class CandidateCourseResolver {
  @FieldResolver(() => [CandidateNextStep], { description: 'What comes next, the most pressing first.' })
  async nextSteps(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<CandidateNextStep[]> {
    const inClass = one.stage === 'IN_CLASS' ? await courseEndOf(ctx, one.personKey) : null
    return nextStepsFor(ctx, onDay(one), inClass)
  }

  @FieldResolver(() => Course, { nullable: true, description: 'The course in which the candidate is.' })
  async course(@Root() one: Candidate, @Ctx() ctx: RequestContext): Promise<Course | null> {
    const place = one.stage === 'IN_CLASS' ? await currentPlace(ctx, one.personKey) : undefined
    return place ? toCourse(await loadCourse(ctx, place.course)) : null
  }
}

@Resolver(() => Person)
export class PersonCoursesResolver {
  @FieldResolver(() => [CoursePlace], { description: 'Courses, oldest first.' })
  async coursePlaces(@Root() person: Person, @Ctx() ctx: RequestContext): Promise<CoursePlace[]> {
    await refuseClosed(ctx, person.key)
    return (await loadPlacesOf(ctx, person.key)).map(toPlace)
  }
}
