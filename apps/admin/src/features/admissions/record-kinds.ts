import {
  COURSE_AUDIENCES,
  DEGREES,
  INTRODUCERS,
  OCCUPATIONS,
  OUTSIDE_KINDS,
  POLITICAL_THEORIES,
  REMOVAL_REASONS,
  SCHOOLINGS,
  SOURCE_KINDS,
  type EventKind,
} from '@seedbed/shared'
import type { FieldSpec } from '../../components/form-fields.js'

const on: FieldSpec = { name: 'on', label: 'record.on', type: 'day', required: true }
const note: FieldSpec = { name: 'note', label: 'record.note', type: 'note' }

const admission: readonly FieldSpec[] = [
  { ...on, label: 'record.onAdmission' },
  { name: 'youthUnion', label: 'record.youthUnion', type: 'check' },
  { name: 'occupation', label: 'record.occupation', type: 'choice', list: OCCUPATIONS },
  { name: 'degree', label: 'record.degree', type: 'choice', list: DEGREES },
  { name: 'schooling', label: 'record.schooling', type: 'choice', list: SCHOOLINGS },
  { name: 'politicalTheory', label: 'record.politicalTheory', type: 'choice', list: POLITICAL_THEORIES },
  { name: 'sourceKind', label: 'record.sourceKind', type: 'choice', list: SOURCE_KINDS },
  note,
]
/** What changes from the day on; what is left open stays as it was. */
const change: readonly FieldSpec[] = [
  on,
  { name: 'youthUnion', label: 'record.youthUnion', type: 'yesNo' },
  ...admission.filter(({ name }) => ['occupation', 'degree', 'schooling', 'politicalTheory'].includes(name)),
  note,
]
/** What is known of the person on that day, for whoever knows it; what is left open is counted as not known. */
const known: readonly FieldSpec[] = [
  ...change.filter(({ name }) => name !== 'on' && name !== 'note'),
  ...admission.filter(({ name }) => name === 'sourceKind'),
].map((field): FieldSpec => ({ ...field, more: true }))
const outside: readonly FieldSpec[] = [
  { name: 'outsideKind', label: 'record.outsideKind', type: 'choice', list: OUTSIDE_KINDS, required: true },
  { name: 'outsidePlace', label: 'record.outsidePlace', type: 'text' },
]

/** What can be recorded at a cell, in the order in which it happens, and the fields of each. */
export const RECORD_FIELDS = {
  INTRODUCTION: [
    on,
    { name: 'introducer', label: 'record.introducer', type: 'choice', list: INTRODUCERS, required: true },
    note,
    ...known,
  ],
  COURSE_COMPLETION: [
    on,
    { name: 'audience', label: 'record.audience', type: 'choice', list: COURSE_AUDIENCES, required: true },
    { name: 'courseName', label: 'record.courseName', type: 'text' },
    note,
    ...known,
  ],
  ADMISSION: admission,
  READMISSION: admission,
  RESTORATION: [on, { name: 'probationary', label: 'record.probationary', type: 'check' }, note],
  CEREMONY: [on, note],
  RECOGNITION: [on, note],
  ATTRIBUTE_CHANGE: change,
  TRANSFER: [
    on,
    { name: 'toOrganizationId', label: 'record.toOrganization', type: 'cell', required: true },
    note,
  ],
  TRANSFER_IN: [
    on,
    ...outside,
    { name: 'joinedOn', label: 'record.joinedOn', type: 'day' },
    { name: 'probationary', label: 'record.probationary', type: 'check' },
    note,
    ...known,
  ],
  TRANSFER_OUT: [on, ...outside, note],
  REMOVAL: [
    on,
    { name: 'reason', label: 'record.reason', type: 'choice', list: REMOVAL_REASONS, required: true },
    note,
  ],
  DEATH: [on, note],
} satisfies Partial<Record<EventKind, readonly FieldSpec[]>>

export type RecordKind = keyof typeof RECORD_FIELDS
export const RECORD_KINDS = Object.keys(RECORD_FIELDS) as RecordKind[]

/** The fields of a kind of event. */
export function fieldsOf(kind: RecordKind): readonly FieldSpec[] {
  return RECORD_FIELDS[kind]
}
