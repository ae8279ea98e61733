import type { Day } from '@seedbed/shared'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { PeriodQuestion } from '../../graphql/period-question.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'
import { Figure } from '../figures/figures.type.js'

@ObjectType({ description: 'How a unit and those below it word a paragraph of figures.' })
export class StatementTemplate {
  /** Internal id of the unit, null for everybody's. */
  organizationKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => Int)
  version: number

  @Field(() => String, { description: 'The same code nearer to a unit takes the place of the one above it.' })
  code: string

  @Field(() => String)
  title: string

  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Last day, null while it holds.' })
  validTo?: Day | null

  @Field(() => String, {
    description:
      'Its parts as JSON, in the order of the paragraph: {"text"}, {"date": FROM | AS_OF | PERIOD}, {"name": UNIT | TARGETS}, {"figure", "rounding"}, {"optional": […]}, {"list": {"before", "separator", "after", "items"}}.',
  })
  parts: string
}

@InputType({ description: 'With id and version: change that template. Without: a new one.' })
export class SaveStatementTemplateInput {
  @OptionalField(() => ID)
  id?: string

  @OptionalField(() => Int)
  version?: number

  @OptionalField(() => ID, { description: 'Whose template it is; absent: everybody’s.' })
  organizationId?: string

  @InputField(() => String, { description: 'Capital letters, digits and _.' })
  code: string

  @InputField(() => String)
  title: string

  @InputField(() => DateScalar)
  validFrom: Day

  @OptionalField(() => DateScalar, { description: 'Last day.' })
  validTo?: Day

  @InputField(() => String, { description: 'As in StatementTemplate.' })
  parts: string
}

@InputType({ description: 'A question for a paragraph; both days are inclusive.' })
export class StatementInput extends PeriodQuestion {
  @OptionalField(() => String, { description: 'Code of a template; the first of the unit if absent.' })
  template?: string

  @OptionalField(() => String, {
    description:
      'Parts to read instead of those of the template, as in StatementTemplate: how a draft would read.',
  })
  parts?: string
}

@ObjectType({ description: 'A stretch of a statement: plain words, or a number with the figure behind it.' })
export class StatementPart {
  @Field(() => String)
  text: string

  @Field(() => Figure, { nullable: true, description: 'Null for plain words.' })
  figure?: Figure | null
}

@ObjectType({ description: 'A paragraph about a unit at a date, in the wording of its committee.' })
export class Statement {
  @Field(() => StatementTemplate)
  template: StatementTemplate

  @Field(() => String, { description: 'The whole paragraph as plain text.' })
  text: string

  @Field(() => [StatementPart])
  parts: StatementPart[]
}
