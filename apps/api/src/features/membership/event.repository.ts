import type {
  CourseAudience,
  Day,
  EventKind,
  Introducer,
  OutsideKind,
  RemovalReason,
  StepOutcome,
  StrikeReason,
} from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { execute, inChunks, insertIdentified, marks, select, type Row } from '../../database/sql.js'
import { inScope, scopeOf, type SqlPart } from '../../policy/scope.js'
import type { Attributes, HistoryEvent } from './person-history.js'
import type { Derived } from './replay-state.js'

/** An event as stored, with what it says beyond its place in the history. */
export interface EventRow extends HistoryEvent {
  uid: string
  person: number
  version: number
  readmission: boolean
  outsidePlace: string | null
  courseName: string | null
  courseCompletedOn: Day | null
  certificateNumber: string | null
  document: number | null
  note: string | null
  backfilled: boolean
  correctedOn: Day | null
  correctionReason: string | null
}

/** What is written of a new event. */
export type EventFacts = Omit<EventRow, 'id' | 'version' | 'correctedOn' | 'correctionReason'>

const attributeColumns = [
  'age',
  'female',
  'ethnicity',
  'religion',
  'youth_union',
  'schooling',
  'degree',
  'political_theory',
  'occupation',
  'source_kind',
  'sector',
] as const

const attributesOf = (attributes: Attributes | null): Row =>
  attributes === null
    ? Object.fromEntries(attributeColumns.map((column) => [column, null]))
    : {
        age: attributes.age,
        female: attributes.female ? 1 : 0,
        ethnicity: attributes.ethnicity,
        religion: attributes.religion,
        youth_union: attributes.youthUnion === null ? null : Number(attributes.youthUnion),
        schooling: attributes.schooling,
        degree: attributes.degree,
        political_theory: attributes.politicalTheory,
        occupation: attributes.occupation,
        source_kind: attributes.sourceKind,
        sector: attributes.sector,
      }

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value as string)

/** The event in a row of person_event. */
export function toEvent(row: Row): EventRow {
  return {
    id: Number(row.id),
    uid: String(row.uid),
    person: Number(row.person),
    kind: row.kind as EventKind,
    date: row.date as Day,
    organization: Number(row.organization),
    toOrganization: row.to_organization === null ? null : Number(row.to_organization),
    probationary: row.probationary === null ? null : Number(row.probationary) === 1,
    readmission: Number(row.readmission) === 1,
    introducer: text(row.introducer) as Introducer | null,
    removalReason: text(row.removal_reason) as RemovalReason | null,
    outsideKind: text(row.outside_kind) as OutsideKind | null,
    outsidePlace: text(row.outside_place),
    courseAudience: text(row.course_audience) as CourseAudience | null,
    courseName: text(row.course_name),
    courseCompletedOn: text(row.course_completed_on),
    certificateNumber: text(row.certificate_number),
    strikeReason: text(row.strike_reason) as StrikeReason | null,
    outcome: text(row.outcome) as StepOutcome | null,
    attributes: row.age === null ? null : toAttributes(row),
    birthMonth: Number(row.birth_month),
    joinedOn: text(row.joined_on),
    document: row.document === null ? null : Number(row.document),
    note: text(row.note),
    backfilled: Number(row.backfilled) === 1,
    version: Number(row.version),
    correctedOn: text(row.corrected_on),
    correctionReason: text(row.correction_reason),
  }
}

function toAttributes(row: Row): Attributes {
  return {
    age: Number(row.age),
    female: Number(row.female) === 1,
    ethnicity: String(row.ethnicity),
    religion: text(row.religion),
    youthUnion: row.youth_union === null ? null : Number(row.youth_union) === 1,
    schooling: text(row.schooling),
    degree: text(row.degree),
    politicalTheory: text(row.political_theory),
    occupation: text(row.occupation),
    sourceKind: text(row.source_kind),
    sector: text(row.sector),
  }
}

/** Stores events and answers their internal ids in the same order. */
export function insertEvents(
  ctx: RequestContext,
  events: readonly EventFacts[],
  batch: number | null,
): Promise<number[]> {
  const recordedAt = ctx.clock.now().toISOString()
  return insertIdentified(
    ctx,
    'person_event',
    events.map((event) => ({
      uid: event.uid,
      person: event.person,
      kind: event.kind,
      date: event.date,
      organization: event.organization,
      to_organization: event.toOrganization,
      probationary: event.probationary === null ? null : Number(event.probationary),
      readmission: event.readmission ? 1 : 0,
      introducer: event.introducer,
      removal_reason: event.removalReason,
      outside_kind: event.outsideKind,
      outside_place: event.outsidePlace,
      course_audience: event.courseAudience,
      course_name: event.courseName,
      course_completed_on: event.courseCompletedOn,
      certificate_number: event.certificateNumber,
      strike_reason: event.strikeReason,
      outcome: event.outcome,
      ...attributesOf(event.attributes),
      birth_month: event.birthMonth,
      joined_on: event.joinedOn,
      document: event.document,
      note: event.note,
      backfilled: event.backfilled ? 1 : 0,
      recorded_at: recordedAt,
      version: 1,
      batch,
    })),
  )
}

/**
 * Every event of the persons, corrected ones included, in the order in which they were recorded; whatever the scope,
 * because a history holds as a whole. Whoever answers events asks listVisibleEventsOf.
 */
export async function listEventsOf(ctx: RequestContext, persons: readonly number[]): Promise<EventRow[]> {
  const rows = await inChunks([...persons], (chunk) =>
    select<Row>(
      ctx,
      `SELECT * FROM person_event WHERE person IN (${marks(chunk)}) ORDER BY person, id`,
      chunk,
    ),
  )
  return rows.map(toEvent)
}

/** At a cell whose people the viewer may see; of a transfer one of its two cells. */
function visible(ctx: RequestContext): SqlPart {
  const scope = scopeOf(ctx, 'people.read')
  const here = inScope(scope, 'e.organization', today(ctx))
  const there = inScope(scope, 'e.to_organization', today(ctx))
  return { sql: `(${here.sql} OR ${there.sql})`, params: [...here.params, ...there.params] }
}

/** Those events of the persons that the viewer may see, in the same order. */
export async function listVisibleEventsOf(
  ctx: RequestContext,
  persons: readonly number[],
): Promise<EventRow[]> {
  const scope = visible(ctx)
  const rows = await inChunks([...persons], (chunk) =>
    select<Row>(
      ctx,
      `SELECT e.* FROM person_event e WHERE e.person IN (${marks(chunk)}) AND ${scope.sql} ORDER BY e.person, e.id`,
      [...chunk, ...scope.params],
    ),
  )
  return rows.map(toEvent)
}

/** The event of that outer id, if the viewer may see it. */
export async function findEvent(ctx: RequestContext, uid: string): Promise<EventRow | undefined> {
  const scope = visible(ctx)
  const rows = await select<Row>(ctx, `SELECT e.* FROM person_event e WHERE e.uid = ? AND ${scope.sql}`, [
    uid,
    ...scope.params,
  ])
  const row = rows.find((one) => one.uid === uid)
  return row && toEvent(row)
}

/** Writes what admissions and ceremonies carry from earlier events. */
export async function writeDerived(ctx: RequestContext, derived: readonly Derived[]): Promise<void> {
  for (const { event, readmission, introducer, courseCompletedOn } of derived) {
    await execute(
      ctx,
      'UPDATE person_event SET readmission = ?, introducer = ?, course_completed_on = ? WHERE id = ?',
      [readmission ? 1 : 0, introducer, courseCompletedOn, event],
    )
  }
}

/** Copies the frozen attributes of admissions onto their ceremonies, so that lists by ceremony can filter. */
export async function copyAttributes(
  ctx: RequestContext,
  pairs: ReadonlyArray<{ event: number; admission: number }>,
): Promise<void> {
  for (const { event, admission } of pairs) {
    const [row] = await select<Row>(
      ctx,
      `SELECT ${attributeColumns.join(', ')} FROM person_event WHERE id = ?`,
      [admission],
    )
    if (!row) continue
    await execute(
      ctx,
      `UPDATE person_event SET ${attributeColumns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
      [...attributeColumns.map((name) => row[name]), event],
    )
  }
}

/** Marks an event as corrected: it no longer counts. The caller has locked the person and compared the version. */
export async function markCorrected(
  ctx: RequestContext,
  event: EventRow,
  correction: { on: Day; reason: string },
): Promise<void> {
  await execute(
    ctx,
    'UPDATE person_event SET corrected_on = ?, correction_reason = ?, version = version + 1 WHERE id = ? AND version = ?',
    [correction.on, correction.reason, event.id, event.version],
  )
}
