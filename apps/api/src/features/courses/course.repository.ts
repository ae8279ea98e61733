import type { CourseAudience, CourseKind, Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import {
  execute,
  forUpdate,
  idsBy,
  inChunks,
  insertIdentified,
  marks,
  rowByUid,
  select,
} from '../../database/sql.js'
import { inScope } from '../../policy/scope.js'

/** A course: who runs it, for whom, both days inclusive, sessions and places. */
export interface CourseFacts {
  organization: number
  kind: CourseKind
  name: string
  audience: CourseAudience
  place: string | null
  startsOn: Day
  endsOn: Day
  sessions: number
  places: number
  document: number | null
  note: string | null
}

export interface CourseRow extends CourseFacts {
  id: number
  uid: string
  version: number
}

const columns = `c.id, c.uid, c.organization, c.kind, c.name, c.audience, c.place, c.starts_on AS startsOn,
  c.ends_on AS endsOn, c.sessions, c.places, c.document, c.note, c.version`

const rowOf = (facts: CourseFacts) => ({
  organization: facts.organization,
  kind: facts.kind,
  name: facts.name,
  audience: facts.audience,
  place: facts.place,
  starts_on: facts.startsOn,
  ends_on: facts.endsOn,
  sessions: facts.sessions,
  places: facts.places,
  document: facts.document,
  note: facts.note,
})

/** Stores courses and answers their internal ids in the same order; `ref` is the sender's own name. */
export function insertCourses(
  ctx: RequestContext,
  courses: ReadonlyArray<CourseFacts & { uid: string; ref: string | null }>,
  batch: number | null,
): Promise<number[]> {
  return insertIdentified(
    ctx,
    'course',
    courses.map(({ uid, ref, ...facts }) => ({ uid, ...rowOf(facts), external_ref: ref, version: 1, batch })),
  )
}

/** Writes a course as it now is; `version` goes up by one. */
export async function updateCourse(ctx: RequestContext, id: number, facts: CourseFacts): Promise<void> {
  const row = rowOf(facts)
  const set = Object.keys(row).map((name) => `${name} = ?`)
  await execute(ctx, `UPDATE course SET ${set.join(', ')}, version = version + 1 WHERE id = ?`, [
    ...Object.values(row),
    id,
  ])
}

/** The course of that outer id, locked inside a unit of work. */
export function findCourse(ctx: RequestContext, uid: string): Promise<CourseRow | undefined> {
  return rowByUid<CourseRow>(ctx, 'course c', columns, uid, ctx.transaction ? forUpdate(ctx) : '')
}

/** Courses by internal ids, locked inside a unit of work. */
export function findCourses(ctx: RequestContext, ids: readonly number[]): Promise<CourseRow[]> {
  const lock = ctx.transaction ? forUpdate(ctx) : ''
  return inChunks(
    [...new Set(ids)].sort((a, b) => a - b),
    (chunk) =>
      select<CourseRow>(
        ctx,
        `SELECT ${columns} FROM course c WHERE c.id IN (${marks(chunk)}) ORDER BY c.id${lock}`,
        chunk,
      ),
  )
}

/** Internal ids of courses by the sender's references. */
export function findCourseRefs(ctx: RequestContext, refs: readonly string[]): Promise<Map<string, number>> {
  return idsBy(ctx, 'course', 'external_ref', refs)
}

/**
 * Courses open to a unit in scope by the tree of a day: its own, those of the units above it, and those of the units
 * below it; the latest first.
 */
export function listCoursesFor(
  ctx: RequestContext,
  unit: number,
  day: Day,
  period: { from: Day; to: Day },
): Promise<CourseRow[]> {
  const scope = inScope(ctx.scope, 'u.id', today(ctx))
  const holds = 'p.valid_from <= ? AND p.valid_to > ?'
  return select(
    ctx,
    `SELECT ${columns} FROM course c JOIN organization u ON u.id = ? WHERE c.ends_on >= ? AND c.starts_on <= ?
       AND (EXISTS (SELECT 1 FROM organization_path p WHERE p.descendant = u.id AND p.ancestor = c.organization AND ${holds})
         OR EXISTS (SELECT 1 FROM organization_path p WHERE p.ancestor = u.id AND p.descendant = c.organization AND ${holds}))
       AND ${scope.sql}
     ORDER BY c.starts_on DESC, c.id DESC LIMIT 200`,
    [unit, period.from, period.to, day, day, day, day, ...scope.params],
  )
}
