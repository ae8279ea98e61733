import {
  COMPARE_OPERATORS,
  COMPARED_TO,
  UNIT_FACTS,
  type ComparedTo,
  type CompareOperator,
  type CountBasis,
  type Day,
  type MemberBase,
  type OrganizationQuery,
  type Perimeter,
  type QueryComparison,
  type QueryCondition,
  type QueryFact,
  type QueryOrder,
  type TargetKind,
  type UnitFact,
} from '@seedbed/shared'
import { Float, ID, InputType, Int } from 'type-graphql'
import {
  CountBasisEnum,
  MemberBaseEnum,
  PerimeterEnum,
  registered,
  SortDirectionEnum,
  TargetKindEnum,
} from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { RoundingInput } from '../figures/figures.type.js'

const CompareOperatorEnum = registered(
  'CompareOperator',
  Object.keys(COMPARE_OPERATORS),
  'How a figure stands to what it is compared with. One without a value fulfils MISSING and nothing else.',
)
const ComparedToEnum = registered(
  'ComparedTo',
  Object.keys(COMPARED_TO),
  'What a figure is compared with: a number; another figure of the unit; the same figure of the unit above; the median of it over the units of the same tier that the question asks.',
)
const UnitFactEnum = registered(
  'UnitFact',
  Object.keys(UNIT_FACTS),
  'What can be said of a unit besides its figures.',
)

@InputType({ description: 'A figure of the unit against something; compared before rounding.' })
export class QueryComparisonInput implements QueryComparison {
  @InputField(() => ID)
  indicator: string

  @InputField(() => CompareOperatorEnum)
  operator: CompareOperator

  @OptionalField(() => ComparedToEnum, { defaultValue: 'NUMBER' })
  to?: ComparedTo

  @OptionalField(() => Float, { description: 'NUMBER: the number; BETWEEN: the lower bound, inside.' })
  number?: number

  @OptionalField(() => Float, { description: 'BETWEEN: the upper bound, inside.' })
  upTo?: number

  @OptionalField(() => ID, { description: 'INDICATOR: the other one, over the period of the question.' })
  other?: string

  @OptionalField(() => Float, { description: 'What it is compared with, times this; 1 unless given.' })
  factor?: number

  @OptionalField(() => Int, {
    description: 'In each of so many years running, the last being the one asked about; 1 unless given.',
  })
  years?: number

  @OptionalField(() => DateScalar, {
    description: 'A period of its own for the figure, such as December; with asOf.',
  })
  from?: Day

  @OptionalField(() => DateScalar)
  asOf?: Day
}

@InputType({ description: 'A fact that holds of the unit on the as-of date or in the period.' })
export class QueryFactInput implements QueryFact {
  @InputField(() => UnitFactEnum)
  fact: UnitFact

  @OptionalField(() => DateScalar, {
    description: 'TARGET_RAISED_AFTER and TARGET_LOWERED_AFTER: recorded after this day.',
  })
  after?: Day
}

@InputType({ description: 'Exactly one of its fields; groups hold others, a few deep.' })
export class QueryConditionInput implements QueryCondition {
  @OptionalField(() => [QueryConditionInput], { description: 'All of these.' })
  all?: QueryConditionInput[]

  @OptionalField(() => [QueryConditionInput], { description: 'At least one of these.' })
  any?: QueryConditionInput[]

  @OptionalField(() => QueryComparisonInput)
  compare?: QueryComparisonInput

  @OptionalField(() => String, { description: 'Found in the name, without regard to accents and case.' })
  name?: string

  @OptionalField(() => QueryFactInput)
  fact?: QueryFactInput
}

@InputType({ description: 'By an indicator, or by name without one; missing values last either way.' })
export class QueryOrderInput implements QueryOrder {
  @OptionalField(() => ID)
  indicator?: string

  @InputField(() => SortDirectionEnum)
  direction: 'ASC' | 'DESC'
}

@InputType({
  description:
    'A question about units. Lists that are absent or empty leave all in; both days are inclusive. Every row, number, total and median is of units whose figures the viewer may read.',
})
export class OrganizationQueryInput implements OrganizationQuery {
  @OptionalField(() => [ID], {
    description: 'These units and all below them; absent: everything whose figures the viewer may read.',
  })
  scope?: string[]

  @OptionalField(() => [String], { description: 'Codes of `tiers`.' })
  tiers?: string[]

  @OptionalField(() => [String], { description: 'Codes of `organizationKinds`.' })
  kinds?: string[]

  @OptionalField(() => [String], { description: 'Codes of `sectors`.' })
  sectors?: string[]

  @OptionalField(() => [ID], { description: 'Groups (clusters), as on the day of the tree.' })
  groups?: string[]

  @OptionalField(() => ID, {
    description: 'Only this unit, those that it was formed from, and those that it became.',
  })
  lineageOf?: string

  @OptionalField(() => Boolean, { description: 'Also units that had ended by the day of the tree.' })
  ended?: boolean

  @InputField(() => DateScalar)
  from: Day

  @InputField(() => DateScalar)
  asOf: Day

  @OptionalField(() => PerimeterEnum, { defaultValue: 'RESTATED' })
  perimeter?: Perimeter

  @OptionalField(() => DateScalar, {
    description: 'RESTATED by the tree of this day, default asOf. It also says which units there are.',
  })
  treeAt?: Day

  @OptionalField(() => CountBasisEnum, { defaultValue: 'DECISION' })
  countBasis?: CountBasis

  @OptionalField(() => TargetKindEnum)
  targetKind?: TargetKind

  @OptionalField(() => MemberBaseEnum, { defaultValue: 'PREVIOUS_YEAR_END' })
  memberBase?: MemberBase

  @OptionalField(() => RoundingInput, { description: 'Default: what each unit has or inherits.' })
  rounding?: RoundingInput

  @OptionalField(() => DateScalar, {
    description:
      'Only entries that had been recorded by the end of this day; the tree is told as it is known now. Not with targets, TERM_START and years since the last admission.',
  })
  knownOn?: Day

  @OptionalField(() => QueryConditionInput)
  where?: QueryConditionInput

  @InputField(() => [ID], { description: 'The columns: ids of `indicators`.' })
  indicators: string[]

  @OptionalField(() => [QueryOrderInput], { description: 'By name unless given.' })
  orderBy?: QueryOrderInput[]
}
