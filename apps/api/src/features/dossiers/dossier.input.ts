import type {
  Day,
  DossierState,
  DossierStepKind,
  LetterOutcome,
  SpecialCase,
  StepOutcome,
} from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import {
  DossierStateEnum,
  DossierStepEnum,
  LetterOutcomeEnum,
  SpecialCaseEnum,
  StepOutcomeEnum,
} from '../../graphql/dossier-enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@InputType({ description: 'Which dossiers; what is absent does not narrow.' })
export class DossierFilterInput {
  @OptionalField(() => [DossierStateEnum], { description: 'Default: those that have not ended.' })
  states?: DossierState[]

  @OptionalField(() => String, { description: 'Words of the name, without accents.' })
  text?: string
}

@InputType({ description: 'A paper; of the same form the one recorded last counts.' })
export class DossierPaperInput {
  @InputField(() => String, { description: 'Code of the catalogue of forms, such as 2-KNĐ.' })
  formCode: string

  @InputField(() => DateScalar)
  datedOn: Day

  @OptionalField(() => DateScalar)
  receivedOn?: Day

  @OptionalField(() => String)
  madeBy?: string

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class OpenDossierInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => [DossierPaperInput], { description: 'The application at least.' })
  papers: DossierPaperInput[]

  @OptionalField(() => String, {
    description: 'PRIMARY, LOWER_SECONDARY or UPPER_SECONDARY, where not known yet.',
  })
  schooling?: string

  @OptionalField(() => Boolean, { description: 'Married to a foreigner.' })
  foreignMarriage?: boolean

  @OptionalField(() => DateScalar, {
    description: 'Of a former member: the day on which the criminal record was cleared.',
  })
  recordClearedOn?: Day

  @OptionalField(() => Boolean, {
    description: 'Of a former member who asked to leave: because of very hard family circumstances.',
  })
  leftForHardship?: boolean

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType({ description: 'A dossier as it was read.' })
export class DossierChangeInput {
  @InputField(() => ID)
  dossierId: string

  @InputField(() => Int)
  version: number
}

@InputType()
export class AddDossierPapersInput extends DossierChangeInput {
  @InputField(() => [DossierPaperInput])
  papers: DossierPaperInput[]
}

@InputType()
export class RecommenderInput {
  @InputField(() => ID)
  personId: string

  @InputField(() => DateScalar, { description: 'Working, studying or living together since.' })
  togetherSince: Day

  @OptionalField(() => Boolean, { description: 'In place of one who left.' })
  substitute?: boolean
}

@InputType({
  description: 'Two official members; or one with a resolution of the Youth Union or the trade union.',
})
export class SetRecommendersInput extends DossierChangeInput {
  @InputField(() => [RecommenderInput])
  recommenders: RecommenderInput[]

  @OptionalField(() => String, {
    description: 'YOUTH_UNION, TRADE_UNION, WOMENS_UNION, FARMERS_UNION or VETERANS.',
  })
  introducer?: string
}

@InputType()
export class AnswerLetterInput extends DossierChangeInput {
  @InputField(() => ID)
  letterId: string

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => LetterOutcomeEnum)
  outcome: LetterOutcome

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class SpecialApprovalInput extends DossierChangeInput {
  @InputField(() => SpecialCaseEnum)
  specialCase: SpecialCase

  @InputField(() => DateScalar)
  on: Day

  @InputField(() => String, { description: 'Who gave it.' })
  givenBy: string

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType({ description: 'Of a committee, officialMembers are all its members.' })
export class VotesInput {
  @InputField(() => Int)
  officialMembers: number

  @OptionalField(() => Int, { description: 'Temporarily transferred elsewhere; default 0.' })
  temporarilyAway?: number

  @OptionalField(() => Int, { description: 'Exempted and absent; default 0.' })
  exemptedAbsent?: number

  @InputField(() => Int)
  present: number

  @InputField(() => Int)
  agreed: number

  @InputField(() => Int)
  against: number
}

@InputType()
export class LetterInput {
  @InputField(() => String, { description: 'About whom.' })
  subject: string

  @InputField(() => String)
  addressee: string

  @OptionalField(() => Boolean)
  abroad?: boolean
}

@InputType({
  description: 'What is known of the person at the decision, where it is not known yet or has changed.',
})
export class DecisionStatedInput {
  @OptionalField(() => Boolean)
  youthUnion?: boolean

  @OptionalField(() => String)
  schooling?: string

  @OptionalField(() => String)
  degree?: string

  @OptionalField(() => String)
  politicalTheory?: string

  @OptionalField(() => String)
  occupation?: string

  @OptionalField(() => String)
  sourceKind?: string
}

@InputType({
  description: 'A step with what its kind needs: votes for the cell, an outcome for a decision, letters.',
})
export class DossierStepInput extends DossierChangeInput {
  @InputField(() => DossierStepEnum)
  kind: DossierStepKind

  @InputField(() => DateScalar)
  on: Day

  @OptionalField(() => StepOutcomeEnum, {
    description: 'DECISION: YES or NO. What a vote amounts to is computed.',
  })
  outcome?: StepOutcome

  @OptionalField(() => VotesInput)
  votes?: VotesInput

  @OptionalField(() => ID, {
    description:
      'Committee that decided; refused unless it has the power on that day. Default: the one that has.',
  })
  decidedById?: string

  @OptionalField(() => [LetterInput], { description: 'VERIFY.' })
  letters?: LetterInput[]

  @OptionalField(() => [DossierPaperInput], { description: 'Papers that come with it.' })
  papers?: DossierPaperInput[]

  @OptionalField(() => DecisionStatedInput, { description: 'DECISION.' })
  stated?: DecisionStatedInput

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String, {
    description: 'Why: needed to refuse, return, remove, cancel, extend and to do without a verification.',
  })
  note?: string
}

@InputType()
export class CorrectDossierStepInput extends DossierChangeInput {
  @InputField(() => ID)
  stepId: string

  @InputField(() => String)
  reason: string
}

@InputType({ description: 'With id and version an existing one is ended on another day.' })
export class SetDelegationInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID, { description: 'A grassroots organization.' })
  organizationId: string

  @InputField(() => DateScalar)
  from: Day

  @OptionalField(() => DateScalar, { description: 'Its last day.' })
  to?: Day

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}

@InputType({ description: 'Without a day, nothing is set at the unit any more.' })
export class SetProcedureFromInput {
  @InputField(() => ID)
  organizationId: string

  @OptionalField(() => DateScalar)
  on?: Day

  @InputField(() => Int, { description: 'As read, 0 where nothing is set at the unit itself.' })
  version: number

  @OptionalField(() => ID)
  documentId?: string
}
