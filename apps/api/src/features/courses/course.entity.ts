import {
  count,
  day,
  entityOf,
  key,
  longText,
  optional,
  serial,
  small,
  text,
  uid,
} from '../../database/tables.js'

/** A course: who runs it, for whom, when, and for how many. */
export const CourseTable = entityOf({
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
})

/** Somebody registered in a course, and how it ended for him; what it means for him are the events. */
export const CoursePlaceTable = entityOf({
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
})
