import {
  COURSE_AUDIENCES,
  DEGREES,
  INTRODUCERS,
  OCCUPATIONS,
  OUTSIDE_KINDS,
  POLITICAL_THEORIES,
  reason,
  REMOVAL_REASONS,
  SCHOOLINGS,
  SOURCE_KINDS,
  type Day,
  type EventKind,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { documentIdOf } from '../documents/document.service.js'
import { findOrganization } from '../organizations/organization.service.js'
import { requirePerson } from '../people/person.service.js'
import type { PersonEventInput, StatedInput } from './membership.input.js'
import type { NewEvent, StatedAttributes } from './membership.service.js'

/** The code if it is in the list, null if absent; else INVALID_INPUT on the field. */
function codeIn<Code extends string>(
  field: string,
  value: string | null | undefined,
  list: Readonly<Record<Code, unknown>>,
): Code | null {
  if (value === null || value === undefined) return null
  if (!Object.hasOwn(list, value)) throw invalidInput(field, reason('UNKNOWN_CODE'))
  return value as Code
}

/** What an input states of the person; unknown codes are INVALID_INPUT. */
export function attributesOf(input: Omit<StatedInput, keyof PersonEventInput>): StatedAttributes {
  return {
    youthUnion: input.youthUnion ?? null,
    schooling: codeIn('schooling', input.schooling, SCHOOLINGS),
    degree: codeIn('degree', input.degree, DEGREES),
    politicalTheory: codeIn('politicalTheory', input.politicalTheory, POLITICAL_THEORIES),
    occupation: codeIn('occupation', input.occupation, OCCUPATIONS),
    sourceKind: codeIn('sourceKind', input.sourceKind, SOURCE_KINDS),
  }
}

type AnyInput = PersonEventInput &
  StatedInput & {
    joinedOn?: Day
    toOrganizationId?: string
    introducer?: string
    audience?: string
    courseName?: string
    outsideKind?: string
    outsidePlace?: string
    reason?: string
    probationary?: boolean
  }

/**
 * An input of any kind as an event to be recorded: outer ids become inner ones (NOT_FOUND), codes are checked
 * (INVALID_INPUT). Whether it may be recorded, the service says.
 */
export async function newEventOf(ctx: RequestContext, kind: EventKind, input: AnyInput): Promise<NewEvent> {
  return {
    kind,
    person: (await requirePerson(ctx, input.personId)).id,
    organization: (await findOrganization(ctx, input.organizationId)).id,
    toOrganization: input.toOrganizationId ? (await findOrganization(ctx, input.toOrganizationId)).id : null,
    on: input.on,
    probationary: input.probationary ?? null,
    introducer: codeIn('introducer', input.introducer, INTRODUCERS),
    removalReason: codeIn('reason', input.reason, REMOVAL_REASONS),
    outsideKind: codeIn('outsideKind', input.outsideKind, OUTSIDE_KINDS),
    outsidePlace: input.outsidePlace ?? null,
    courseAudience: codeIn('audience', input.audience, COURSE_AUDIENCES),
    courseName: input.courseName ?? null,
    stated: attributesOf(input),
    joinedOn: input.joinedOn ?? null,
    document: await documentIdOf(ctx, input.documentId),
    note: input.note ?? null,
  }
}
