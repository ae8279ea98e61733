import { addDays, OPEN_END } from '@seedbed/shared'
import { SeedbedError } from '../../errors/errors.js'
import { addCoursePlaces } from '../courses/course-import.service.js'
import { addCourses, courseRefs } from '../courses/course.service.js'
import { addMentorships, addReviews } from '../sources/mentor.service.js'
import { addStatements } from '../sources/no-source.service.js'
import { documentOf, storeLines, unitOf, type ImportRun } from './import-state.js'

type Persons = ReadonlyMap<string, number>

/** The person of a line; undefined when he should have come with a faulty line. */
function personOf(run: ImportRun, persons: Persons, ref: string): number | undefined {
  const id = persons.get(ref)
  if (id !== undefined || run.faults.refs.has(ref)) return id
  const reason = `no person ${ref}`
  throw new SeedbedError('NOT_FOUND', `person: ${reason}`, { fields: { person: reason } })
}

/** Stores courses, and those registered in them with their results, after the events of the file. */
async function importCourses(run: ImportRun, persons: Persons): Promise<void> {
  const { ctx, lines, batch } = run
  const stored = await storeLines(
    run,
    lines.of('course'),
    (line) => {
      const {
        ref,
        kind,
        name,
        audience,
        place = null,
        startsOn,
        endsOn,
        sessions,
        places,
        note = null,
      } = line
      const organization = unitOf(run, { ...line, on: startsOn })
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      const facts = {
        organization,
        kind,
        name,
        audience,
        place,
        startsOn,
        endsOn,
        sessions,
        places,
        document,
        note,
      }
      return { facts, ref }
    },
    (items) => addCourses(ctx, items, batch),
  )
  const courses = new Map([...stored].map(([{ data }, id]) => [data.ref, id]))
  const wanted = lines.of('coursePlace')
  for (const [ref, id] of await courseRefs(
    ctx,
    wanted.map(({ data }) => data.course),
  ))
    courses.set(ref, id)
  await storeLines(
    run,
    wanted,
    (line) => {
      const person = personOf(run, persons, line.person)
      const course = courses.get(line.course)
      if (course === undefined && !run.faults.refs.has(line.course))
        throw new SeedbedError('NOT_FOUND', `course: no course ${line.course}`, {
          fields: { course: `no course ${line.course}` },
        })
      if (person === undefined || course === undefined) return undefined
      const { on, attended = null, result = null, resultOn = null, certificateNumber = null } = line
      return { course, person, on, attended, result, resultOn, certificateNumber }
    },
    (items) => addCoursePlaces(ctx, items, batch),
    ({ person }) => person,
  )
}

/** Stores courses, mentors, their reviews and statements of no source, after the events of the file. */
export async function importSources(run: ImportRun, persons: Persons): Promise<void> {
  const { ctx, lines, batch } = run
  await importCourses(run, persons)
  await storeLines(
    run,
    lines.of('mentorship'),
    ({ person: ref, mentor: by, from, to, note = null, document: filed }) => {
      const [person, mentor] = [personOf(run, persons, ref), personOf(run, persons, by)]
      const document = documentOf(run, filed)
      if (person === undefined || mentor === undefined || document === undefined) return undefined
      const validTo = to === undefined ? OPEN_END : addDays(to, 1)
      return { person, mentor, validFrom: from, validTo, document, note }
    },
    (items) => addMentorships(ctx, items, batch),
  )
  await storeLines(
    run,
    lines.of('mentorReview'),
    ({ person: ref, mentor: by, on, result, note = null }) => {
      const [person, mentor] = [personOf(run, persons, ref), personOf(run, persons, by)]
      if (person === undefined || mentor === undefined) return undefined
      return { person, mentor, date: on, result, note }
    },
    (items) => addReviews(ctx, items, batch),
  )
  await storeLines(
    run,
    lines.of('noSource'),
    (line) => {
      const organization = unitOf(run, line)
      const document = documentOf(run, line.document)
      if (organization === undefined || document === undefined) return undefined
      return { organization, on: line.on, cause: line.cause, document, note: line.note ?? null }
    },
    (items) => addStatements(ctx, items, batch),
  )
}
