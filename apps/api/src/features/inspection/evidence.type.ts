import type { Day, OrganizationQuery, PersonQuery } from '@seedbed/shared'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { registered } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { connectionOf } from '../../graphql/pagination.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Organization } from '../organizations/organization.type.js'
import { Person } from '../people/person.type.js'
import type { EvidenceHead, SampleRow } from './evidence.service.js'
import { OrganizationQueryInput } from './query.input.js'
import { PersonQueryInput } from './person.input.js'
import { QueryAboutEnum } from './saved-query.type.js'

const RowDifferenceKindEnum = registered(
  'RowDifferenceKind',
  ['GONE', 'NEW', 'CHANGED'],
  'No longer in the answer; new in it; with other figures.',
)

@ObjectType({ description: 'A figure as it was when the answer was frozen.', simpleResolvers: true })
export class EvidenceFigure {
  @Field(() => ID)
  indicator: string

  @Field(() => Float, { nullable: true })
  numerator: number | null

  @Field(() => Float, { nullable: true })
  denominator: number | null

  @Field(() => String)
  text: string
}

@ObjectType({ description: 'A total as it was.', simpleResolvers: true })
export class EvidenceTotal {
  @Field(() => ID)
  indicator: string

  @Field(() => EvidenceFigure, { nullable: true })
  figure: EvidenceFigure | null

  @Field(() => String, { nullable: true, description: 'Why there was none: a code of TotalWithheld.' })
  withheld: string | null
}

@ObjectType({ description: 'A day or stage that was kept of a person.', simpleResolvers: true })
export class EvidenceFact {
  @Field(() => String, { description: 'on, recordedOn, stage, certifiedOn or certificateExpiresOn.' })
  name: string

  @Field(() => String, { nullable: true })
  value: string | null
}

@ObjectType({
  description: 'What was kept of a row: code and name of the unit then, columns, days of a person.',
})
export class EvidenceContent {
  @Field(() => String, { nullable: true })
  code: string | null

  @Field(() => String, { nullable: true })
  name: string | null

  @Field(() => [EvidenceFigure])
  figures: EvidenceFigure[]

  @Field(() => [EvidenceFact])
  facts: EvidenceFact[]
}

@ObjectType({ description: 'A row of the answer as it was.' })
export class EvidenceRow {
  /** Internal ids of what it is about, and the day on which units are shown. */
  keys: { organization: number; person: number | null; on: Day }

  @Field(() => Int, { description: 'Place in the answer, from 0.' })
  position: number

  @Field(() => EvidenceContent)
  content: EvidenceContent

  @Field(() => Organization, { nullable: true, description: 'The unit as on the as-of date.' })
  organization?: Organization | null

  @Field(() => Person, {
    nullable: true,
    description: 'Null for units, and where the person may not be known.',
  })
  person?: Person | null
}

@ObjectType()
export class EvidenceRowConnection extends connectionOf('EvidenceRowEdge', () => EvidenceRow) {}

@ObjectType({ description: 'Rows drawn from evidence; the same seed draws the same.' })
export class EvidenceSample {
  /** The rows behind it. */
  kept: { head: EvidenceHead; sample: SampleRow }

  @Field(() => ID)
  id: string

  @Field(() => String)
  seed: string

  @Field(() => Int, { nullable: true })
  size: number | null

  @Field(() => Float, { nullable: true })
  percent: number | null

  @Field(() => Int, { description: 'How many rows were drawn.' })
  drawn: number

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  recordedAt: string

  @Field(() => String, { nullable: true })
  actorName: string | null

  @Field(() => String)
  checksum: string

  @Field(() => [EvidenceRow], { description: 'Those that the viewer may read.' })
  rows?: EvidenceRow[]
}

@ObjectType({ description: 'An answer as it was: it never changes.' })
export class Evidence {
  /** The row behind it. */
  head: EvidenceHead

  @Field(() => ID)
  id: string

  @Field(() => QueryAboutEnum)
  about: string

  @Field(() => String)
  note: string

  @Field(() => String, { description: 'The question as JSON.' })
  body: string

  @Field(() => DateScalar)
  asOf: Day

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  recordedAt: string

  @Field(() => String, { nullable: true })
  actorName: string | null

  @Field(() => Int)
  totalCount: number

  @Field(() => [EvidenceTotal])
  totals: EvidenceTotal[]

  @Field(() => String, {
    description: 'SHA-256 over question, day, rows, totals, time and name, as canonical JSON.',
  })
  checksum: string

  @Field(() => Boolean, { description: 'Whether the checksum over what is kept is still that one.' })
  unaltered?: boolean

  @Field(() => EvidenceRowConnection)
  rows?: EvidenceRowConnection

  @Field(() => [EvidenceSample])
  samples?: EvidenceSample[]
}

@ObjectType()
export class EvidenceConnection extends connectionOf('EvidenceEdge', () => Evidence) {}

@ObjectType({ description: 'A row that is not as it was.' })
export class EvidenceDifference {
  /** Internal ids of what it is about, and the day on which units are shown. */
  keys: { organization: number; person: number | null; on: Day }

  @Field(() => RowDifferenceKindEnum)
  kind: string

  @Field(() => EvidenceContent, { nullable: true })
  before: EvidenceContent | null

  @Field(() => EvidenceContent, { nullable: true })
  now: EvidenceContent | null

  @Field(() => Organization, { nullable: true })
  organization?: Organization | null
}

@ObjectType({ description: 'The question of evidence asked anew, against what was frozen.' })
export class EvidenceRerun {
  @Field(() => Int)
  unchanged: number

  @Field(() => Int)
  gone: number

  @Field(() => Int)
  added: number

  @Field(() => Int)
  changed: number

  @Field(() => [EvidenceDifference], { description: 'The first 500; the counts are of all.' })
  differences: EvidenceDifference[]
}

@InputType({
  description: 'A question about units or about persons, one of the two, whose answer is frozen.',
})
export class FreezeEvidenceInput {
  @InputField(() => String, { description: 'What it is evidence of; may be empty.' })
  note: string

  @OptionalField(() => OrganizationQueryInput)
  organizations?: OrganizationQuery

  @OptionalField(() => PersonQueryInput)
  persons?: PersonQuery
}

@InputType({ description: 'So many rows, or so much of a hundred; one of the two.' })
export class DrawSampleInput {
  @InputField(() => ID)
  evidenceId: string

  @OptionalField(() => Int)
  size?: number

  @OptionalField(() => Float)
  percent?: number

  @InputField(() => String, { description: 'Any text; the same draws the same.' })
  seed: string
}
