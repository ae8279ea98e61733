import type { Day } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import {
  DeadlineStateEnum,
  DossierDeadlineEnum,
  DossierStateEnum,
  DossierStepEnum,
  LetterOutcomeEnum,
  SpecialCaseEnum,
  StepOutcomeEnum,
} from '../../graphql/dossier-enums.js'
import { connectionOf } from '../../graphql/pagination.js'
import { Refusal } from '../../graphql/refusal.js'
import { DateScalar } from '../../graphql/scalars.js'
import { RuleCodeEnum } from '../../graphql/source-enums.js'
import type { DossierFile, StepRow } from './dossier-file.js'

@ObjectType({
  description: 'An application for admission on its way from the application to the official member.',
})
export class Dossier {
  file: DossierFile

  @Field(() => ID)
  id: string

  @Field(() => Int, { description: 'To be sent with every change; it grows with each.' })
  version: number

  @Field(() => DossierStateEnum)
  state: string

  @Field(() => DateScalar, { description: 'In this state.' })
  since: Day

  @Field(() => DateScalar)
  openedOn: Day

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Years of membership count from it, once official.',
  })
  decidedOn?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Probation begins.' })
  ceremonyOn?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision on recognition.' })
  recognizedOn?: Day | null

  @Field(() => Boolean, { description: 'Entered by an import of earlier history.' })
  backfilled: boolean
}

@ObjectType()
export class DossierStateCount {
  @Field(() => DossierStateEnum)
  state: string

  @Field(() => Int)
  count: number
}

@ObjectType()
export class DossierConnection extends connectionOf('DossierEdge', () => Dossier) {
  @Field(() => [DossierStateCount], {
    description: 'Of all that the words leave, whatever the states asked for.',
  })
  states: DossierStateCount[]
}

@ObjectType({ description: 'The version of a rule by which a step was judged, as it stood then.' })
export class DossierStepRule {
  @Field(() => RuleCodeEnum)
  code: string

  @Field(() => Int)
  value: number

  @Field(() => Int, { nullable: true, description: 'Of so many, for shares.' })
  per?: number | null

  @Field(() => String)
  regulation: string

  @Field(() => String, { nullable: true })
  article?: string | null
}

@ObjectType({ description: 'Numbers of a vote. Of a committee, officialMembers are all its members.' })
export class DossierVotes {
  @Field(() => Int)
  officialMembers: number

  @Field(() => Int, { description: 'Temporarily transferred elsewhere: not in the base.' })
  temporarilyAway: number

  @Field(() => Int, { description: 'Exempted and absent: not in the base.' })
  exemptedAbsent: number

  @Field(() => Int)
  present: number

  @Field(() => Int)
  agreed: number

  @Field(() => Int)
  against: number

  @Field(() => Int, { description: 'Members that the vote is measured against.' })
  base: number

  @Field(() => Int, {
    nullable: true,
    description: 'Official members of the cell by the records on that day.',
  })
  onRecord?: number | null
}

@ObjectType({ description: 'A step of a dossier. It is never changed; a corrected one no longer counts.' })
export class DossierStep {
  row: StepRow

  @Field(() => ID)
  id: string

  @Field(() => DossierStepEnum)
  kind: string

  @Field(() => DateScalar)
  on: Day

  @Field(() => DateScalar)
  recordedOn: Day

  @Field(() => Boolean, { description: 'Recorded after its day.' })
  late: boolean

  @Field(() => Int, { description: 'Days from its day to the one on which it was recorded.' })
  daysLate: number

  @Field(() => StepOutcomeEnum, { nullable: true })
  outcome?: string | null

  @Field(() => DossierVotes, { nullable: true })
  votes?: DossierVotes | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => DateScalar, { nullable: true })
  correctedOn?: Day | null

  @Field(() => String, { nullable: true })
  correctionReason?: string | null
}

@ObjectType({ description: 'A paper of a dossier.' })
export class DossierPaper {
  @Field(() => ID)
  id: string

  @Field(() => String)
  formCode: string

  @Field(() => String, { description: 'Title of the form on the day of the paper, or its code.' })
  title: string

  @Field(() => DateScalar)
  datedOn: Day

  @Field(() => DateScalar, { nullable: true })
  receivedOn?: Day | null

  @Field(() => String, { nullable: true })
  madeBy?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it is no longer valid, by the rule of its day.',
  })
  expiresOn?: Day | null

  @Field(() => Boolean, { description: 'A later one of the same form counts instead.' })
  superseded: boolean
}

@ObjectType({ description: 'A paper that the next votes ask for: one of these forms.' })
export class DossierPaperNeed {
  @Field(() => [String])
  formCodes: string[]

  @Field(() => String, { description: 'Title of the first of them.' })
  title: string

  @Field(() => String, { description: 'MISSING, VALID or EXPIRED on the day.' })
  state: string

  @Field(() => DossierPaper, { nullable: true })
  paper?: DossierPaper | null
}

@ObjectType({ description: 'A letter by which a committee is asked about the background, and its answer.' })
export class VerificationLetter {
  @Field(() => ID)
  id: string

  @Field(() => String, { description: 'About whom.' })
  subject: string

  @Field(() => String)
  addressee: string

  @Field(() => Boolean)
  abroad: boolean

  @Field(() => DateScalar)
  sentOn: Day

  @Field(() => DateScalar, { nullable: true })
  answeredOn?: Day | null

  @Field(() => LetterOutcomeEnum, { nullable: true })
  outcome?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'An official member who introduces the applicant.' })
export class DossierRecommender {
  personKey: number

  @Field(() => DateScalar, { description: 'Working, studying or living together since.' })
  togetherSince: Day

  @Field(() => Boolean, { description: 'In place of one who left: not asked how long together.' })
  substitute: boolean
}

@ObjectType({ description: 'The consent that a special case needs before the decision.' })
export class SpecialApproval {
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => SpecialCaseEnum)
  specialCase: string

  @Field(() => String)
  givenBy: string

  @Field(() => DateScalar)
  on: Day

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'A deadline of a dossier as it stands on a day.' })
export class DossierDeadline {
  @Field(() => DossierDeadlineEnum)
  kind: string

  @Field(() => String, { nullable: true, description: 'Paper, or committee asked.' })
  about?: string | null

  @Field(() => DateScalar)
  beginsOn: Day

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null where it cannot be computed.' })
  dueOn?: Day | null

  @Field(() => DateScalar, { nullable: true })
  warnFrom?: Day | null

  @Field(() => DateScalar, { nullable: true })
  metOn?: Day | null

  @Field(() => Boolean)
  extended: boolean

  @Field(() => DeadlineStateEnum)
  state: string

  @Field(() => RuleCodeEnum, { nullable: true })
  rule?: string | null

  @Field(() => String, { nullable: true })
  regulation?: string | null

  @Field(() => String, { nullable: true })
  article?: string | null

  @Field(() => Refusal, { nullable: true, description: 'Why it cannot be computed.' })
  problem?: Refusal | null
}

@ObjectType({ description: 'A step that the procedure allows next.' })
export class DossierNextStep {
  byKey: number

  @Field(() => DossierStepEnum)
  step: string

  @Field(() => String, { description: 'Name of the unit whose body takes it.' })
  by: string

  @Field(() => [Refusal], { description: 'What it would still be refused for, its own numbers aside.' })
  missing: Refusal[]

  @Field(() => Boolean)
  viewerCan: boolean
}

@ObjectType({ description: 'A case of the applicant that needs an approval before the decision.' })
export class DossierSpecialCase {
  @Field(() => SpecialCaseEnum)
  specialCase: string

  @Field(() => Boolean)
  approved: boolean
}

@ObjectType({ description: 'The power to admit that a grassroots committee has been given.' })
export class Delegation {
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => DateScalar)
  from: Day

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null: until it is ended.' })
  to?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType('ProcedureStart', { description: 'From which day admissions go through the procedure alone.' })
export class ProcedureStartType {
  @Field(() => DateScalar, { nullable: true, description: 'As set at the unit or above it; null: not yet.' })
  on?: Day | null

  @Field(() => DateScalar, { nullable: true, description: 'As set at the unit itself.' })
  ownOn?: Day | null

  @Field(() => Int, { description: 'Of what is set at the unit itself, 0 where nothing is.' })
  version: number
}
