import type { MigrationInterface, QueryRunner } from 'typeorm'
import {
  count,
  createTable,
  day,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
  type TableSpec,
} from '../tables.js'

const tables: TableSpec[] = [
  {
    name: 'course',
    columns: {
      id: serial,
      uid,
      organization: key,
      kind: text(20),
      name: text(200),
      audience: text(20),
      place: optional(text(200)),
      starts_on: day,
      ends_on: day,
      sessions: small,
      places: small,
      document: optional(key),
      note: optional(longText),
      external_ref: optional(text(80)),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_course_uid: ['uid'], ux_course_external_ref: ['external_ref'] },
    indices: { ix_course_organization: ['organization', 'starts_on'] },
  },
  {
    name: 'course_place',
    columns: {
      id: serial,
      uid,
      course: key,
      person: key,
      organization: key,
      registered_on: day,
      enrolment_event: optional(key),
      attended: optional(small),
      result: optional(text(20)),
      result_on: optional(day),
      result_event: optional(key),
      certificate_number: optional(text(40)),
      version: { ...count, default: 1 },
      batch: optional(key),
    },
    primary: ['id'],
    unique: { ux_course_place_uid: ['uid'], ux_course_place_person: ['course', 'person'] },
    indices: { ix_course_place_person: ['person'], ix_course_place_certificate: ['certificate_number'] },
  },
]

/** Courses and those registered in them. */
export class CreateCourses1763700000049 implements MigrationInterface {
  name = 'CreateCourses1763700000049'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(runner, table)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table.name)
  }
}
