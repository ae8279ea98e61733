import type { CandidateStage, Day, RuleCode, SourceKind } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { CandidateStageEnum, RuleCodeEnum, RuleUnitEnum, SourceKindEnum } from '../../graphql/source-enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@ObjectType({ description: 'The number of a rule on its days, and what says so. Both days are inclusive.' })
export class RuleVersion {
  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Null while it holds.' })
  validTo?: Day | null

  @Field(() => Int)
  value: number

  @Field(() => Int, { nullable: true, description: 'Of a share: of so many. Two thirds are 2 of 3.' })
  per?: number | null

  @Field(() => String)
  regulation: string

  @Field(() => String, { nullable: true })
  article?: string | null

  @Field(() => Boolean, { description: 'Somebody compared it with the text of the regulation.' })
  confirmed: boolean

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'A number of the procedure; it has versions with days of their own.' })
export class Rule {
  @Field(() => RuleCodeEnum)
  code: string

  @Field(() => String)
  label: string

  @Field(() => String)
  labelEn: string

  @Field(() => RuleUnitEnum)
  unit: string

  @Field(() => Int, { description: 'How often it was changed: to be sent back with a change.' })
  changes: number

  @Field(() => [RuleVersion], { description: 'Oldest first; of one day only the one that holds.' })
  versions: RuleVersion[]
}

@ObjectType({ description: 'What a change of a rule would do; nothing is written.' })
export class RulePreview {
  /** What the parts of the procedure that it governs read the change from. */
  ruleCode: RuleCode

  @Field(() => [RuleVersion])
  before: RuleVersion[]

  @Field(() => [RuleVersion])
  after: RuleVersion[]
}

@InputType({ description: 'A version of a rule, to be laid over the others: on its days it alone holds.' })
export class RuleInput {
  @InputField(() => RuleCodeEnum)
  code: RuleCode

  @InputField(() => Int)
  value: number

  @OptionalField(() => Int)
  per?: number

  @InputField(() => String)
  regulation: string

  @OptionalField(() => String)
  article?: string

  @OptionalField(() => Boolean)
  confirmed?: boolean

  @InputField(() => DateScalar)
  validFrom: Day

  @OptionalField(() => DateScalar, { description: 'Last day; absent while it holds.' })
  validTo?: Day

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class SetRuleInput extends RuleInput {
  @InputField(() => Int, { description: '`changes` of the rule as it was read.' })
  changes: number
}

@ObjectType({ description: 'A form on its days.' })
export class DossierFormVersion {
  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true })
  validTo?: Day | null

  @Field(() => String)
  title: string

  @Field(() => String, { description: 'Who makes it out.' })
  issuer: string

  @Field(() => String)
  regulation: string

  @Field(() => Boolean)
  confirmed: boolean

  @Field(() => String, { nullable: true })
  note?: string | null
}

@ObjectType({ description: 'A form of the dossier, such as 1-KNĐ.' })
export class DossierForm {
  @Field(() => String)
  code: string

  @Field(() => Int, { description: 'How often it was changed.' })
  changes: number

  @Field(() => [DossierFormVersion])
  versions: DossierFormVersion[]
}

@ObjectType({ description: 'What a change of a form would do; nothing is written.' })
export class DossierFormPreview {
  @Field(() => [DossierFormVersion])
  before: DossierFormVersion[]

  @Field(() => [DossierFormVersion])
  after: DossierFormVersion[]
}

@InputType({ description: 'A version of a form, to be laid over the others of its code.' })
export class DossierFormInput {
  @InputField(() => String)
  code: string

  @InputField(() => String)
  title: string

  @InputField(() => String)
  issuer: string

  @InputField(() => String)
  regulation: string

  @OptionalField(() => Boolean)
  confirmed?: boolean

  @InputField(() => DateScalar)
  validFrom: Day

  @OptionalField(() => DateScalar)
  validTo?: Day

  @OptionalField(() => String)
  note?: string
}

@InputType()
export class SetDossierFormInput extends DossierFormInput {
  @InputField(() => Int, { description: '`changes` of the form as it was read; 0 for a new one.' })
  changes: number
}

@ObjectType({ description: 'What a unit and all below it ask for beyond the regulations, before a stage.' })
export class Requirement {
  /** Internal ids. */
  organizationKey: number
  documentKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String)
  title: string

  @Field(() => CandidateStageEnum, { description: 'The stage that nobody reaches without it.' })
  stage: string

  @Field(() => SourceKindEnum, { nullable: true, description: 'Of this kind of source only; null: of all.' })
  sourceKind?: string | null

  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true })
  validTo?: Day | null

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'With id and version: change that requirement. Without: set a new one.' })
export class SetRequirementInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @InputField(() => ID)
  organizationId: string

  @InputField(() => String)
  title: string

  @InputField(() => CandidateStageEnum)
  stage: CandidateStage

  @OptionalField(() => SourceKindEnum)
  sourceKind?: SourceKind

  @InputField(() => DateScalar)
  validFrom: Day

  @OptionalField(() => DateScalar, { description: 'Last day; absent while it holds.' })
  validTo?: Day

  @OptionalField(() => ID)
  documentId?: string

  @OptionalField(() => String)
  note?: string
}
