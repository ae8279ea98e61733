import type { Day, PlanState, TargetKind } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { PlanStateEnum, TargetKindEnum } from '../../graphql/enums.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Allotment } from '../completion/completion.type.js'
import { Figure } from '../figures/figures.type.js'
import { Organization } from '../organizations/organization.type.js'
import { Target } from '../targets/target.type.js'

@ObjectType({
  description: 'A named draft of a year’s targets for the units below one, or what was issued from it.',
})
export class TargetPlan {
  /** Internal id of the document. */
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => Int)
  year: number

  @Field(() => String)
  name: string

  @Field(() => PlanStateEnum)
  state: PlanState

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => String, { nullable: true, description: 'Who signed the document.' })
  signatory?: string | null

  @Field(() => String, { description: 'Instant, ISO 8601 in UTC.' })
  createdAt: string

  @Field(() => String, { nullable: true })
  createdBy?: string | null

  @Field(() => String, { nullable: true, description: 'Instant, ISO 8601 in UTC; null for a draft.' })
  issuedAt?: string | null

  @Field(() => String, { nullable: true })
  issuedBy?: string | null

  @Field(() => Int, { description: 'Units that have a number in it.' })
  units: number

  @Field(() => Int, { description: 'Sum of its numbers.' })
  total: number
}

@ObjectType({ description: 'A unit in a worksheet.', simpleResolvers: true })
export class WorksheetRow {
  @Field(() => Organization)
  organization: Organization

  @Field(() => Int, { nullable: true, description: 'Last year’s target, by its first kind.' })
  lastTarget?: number | null

  @Field(() => Int, { nullable: true, description: 'Admitted last year, up to lastTo.' })
  lastAdmitted?: number | null

  @Field(() => Figure, { nullable: true, description: 'Last year’s completion, up to lastTo.' })
  lastCompletion?: Figure | null

  @Field(() => Int, { nullable: true, description: 'What the unit itself expects by the end of last year.' })
  lastExpected?: number | null

  @Field(() => Int, { description: 'Members at the end of membersOn.' })
  members: number

  @Field(() => Int, {
    nullable: true,
    description: 'Full years on membersOn; null: nobody was ever admitted.',
  })
  yearsSinceLastAdmission?: number | null

  @Field(() => Int, { nullable: true, description: 'Sources on membersOn; null while none are kept.' })
  sources?: number | null

  @Field(() => Int, { nullable: true, description: 'What the unit has registered as its own number.' })
  registered?: number | null

  @Field(() => String, { nullable: true })
  registeredNote?: string | null

  @Field(() => Target, { nullable: true, description: 'The target of the kind asked for; null is not 0.' })
  target?: Target | null

  @Field(() => String, {
    nullable: true,
    description: 'Targets of other kinds for the year, in Vietnamese words.',
  })
  others?: string | null

  @Field(() => [Int], { nullable: 'items', description: 'Its number in each of the plans, in their order.' })
  drafts: Array<number | null>

  @Field(() => [String], { nullable: 'items', description: 'Its note in each of the plans.' })
  draftNotes: Array<string | null>

  @Field(() => Allotment, { nullable: true, description: 'How far it has allotted below itself.' })
  allotment?: Allotment | null
}

@ObjectType({
  description: 'The worksheet of a unit and a year: its children and what they were, are and are to reach.',
})
export class TargetWorksheet {
  @Field(() => Int)
  year: number

  @Field(() => TargetKindEnum)
  kind: TargetKind

  @Field(() => DateScalar, { description: 'The rows are the children on this day.' })
  treeAt: Day

  @Field(() => DateScalar, { description: 'First day of last year.' })
  lastFrom: Day

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of what is shown of last year; before its end while it runs; null: nothing yet.',
  })
  lastTo?: Day | null

  @Field(() => DateScalar, { description: 'The day at whose end members are counted.' })
  membersOn: Day

  @Field(() => Int, { nullable: true, description: 'The target of the unit itself for the year.' })
  assigned?: number | null

  @Field(() => Target, { nullable: true, description: 'Of the unit itself, of the kind asked for.' })
  ownTarget?: Target | null

  @Field(() => Boolean, {
    description:
      'Whether the unit sets a target of this kind for itself, so that it can be a row to be saved: what a superior assigns stands in the worksheet of that one.',
  })
  ownHere: boolean

  @Field(() => Int, { description: 'Sum of the targets of the rows (of ranges the lower bounds).' })
  allotted: number

  @Field(() => Int, { nullable: true, description: 'Assigned less allotted; below 0: more is allotted.' })
  left?: number | null

  @Field(() => Int, { description: 'Rows with a target.' })
  unitsDone: number

  @Field(() => Figure, { nullable: true, description: 'Last year’s completion of all rows together.' })
  lastCompletion?: Figure | null

  @Field(() => Boolean, { description: 'Whether the year is locked, here or above.' })
  closed: boolean

  @Field(() => Boolean, { description: 'Whether sources are kept, so that they can be counted.' })
  sourcesKept: boolean

  @Field(() => [TargetPlan], { description: 'Drafts and issued plans, the oldest first.' })
  plans: TargetPlan[]

  rows: WorksheetRow[]
}
