import type { Day } from '@seedbed/shared'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/pagination.js'
import { OrganizationEventKindEnum, RoundingModeEnum } from '../../graphql/enums.js'
import { DateScalar } from '../../graphql/scalars.js'
import type { OrganizationOnDay } from './organization.service.js'

@ObjectType({
  description: 'A unit of the hierarchy as it is on a day; that day holds for everything below it.',
})
export class Organization {
  /** The row behind it. */
  unit: OrganizationOnDay

  @Field(() => ID)
  id: string

  @Field(() => Int, { description: 'Goes up with every change; sent back with the next one.' })
  version: number

  @Field(() => String, { description: 'Means something only with a date.' })
  code: string

  @Field(() => String)
  name: string

  @Field(() => String, { description: 'Level, a code of `tiers`.' })
  tier: string

  @Field(() => String, { description: 'What it is, a code of `organizationKinds`.' })
  kind: string

  @Field(() => String, { nullable: true, description: 'A code of `sectors`.' })
  sector?: string | null

  @Field(() => Boolean, { description: 'It is a cell: members belong to it.' })
  holdsMembers: boolean

  @Field(() => DateScalar, { description: 'First day of the unit.' })
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the unit, null while it lives.' })
  validTo?: Day | null

  @Field(() => DateScalar, { description: 'The day on which this object shows the unit.' })
  at: Day
}

@ObjectType()
export class OrganizationConnection extends connectionOf('OrganizationEdge', () => Organization) {}

@ObjectType({ description: 'What a unit was from when to when, both days inclusive.' })
export class OrganizationVersion {
  /** Internal id of the superior unit, 0 for none. */
  parentKey: number

  @Field(() => DateScalar)
  validFrom: Day

  @Field(() => DateScalar, { nullable: true, description: 'Last day, null when it still holds.' })
  validTo?: Day | null

  @Field(() => String)
  name: string

  @Field(() => String)
  code: string

  @Field(() => String)
  tier: string

  @Field(() => String)
  kind: string

  @Field(() => String, { nullable: true })
  sector?: string | null
}

@ObjectType({
  description:
    'An act on a unit: founded, renamed, reclassified, moved, handed over, merged, split, dissolved.',
})
export class OrganizationEvent {
  /** Internal ids of the document and of the reorganization. */
  documentKey: number | null
  reorganizationKey: number | null

  @Field(() => ID)
  id: string

  @Field(() => OrganizationEventKindEnum)
  kind: string

  @Field(() => DateScalar, { description: 'First day on which it holds.' })
  effectiveOn: Day

  @Field(() => String, { nullable: true, description: 'Why a unit was ended; null: not stated.' })
  reason?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => Boolean, { description: 'Entered by an import of earlier history.' })
  backfilled: boolean
}

@ObjectType({ description: 'How percentages of a unit are rounded.' })
export class Rounding {
  /** Internal id of the unit whose setting it is. */
  unitKey: number | null

  at: Day

  @Field(() => RoundingModeEnum)
  mode: string

  @Field(() => Int)
  decimals: number

  @Field(() => Boolean, {
    description: 'False: zeros at the end are dropped, so it is "at most" n decimals.',
  })
  trailingZeros: boolean
}

@ObjectType({ description: 'A level of the hierarchy, and what it may stand under.' })
export class Tier {
  @Field(() => String)
  code: string

  @Field(() => String)
  labelVi: string

  @Field(() => String)
  labelEn: string

  @Field(() => Int, { description: 'The smaller, the higher.' })
  rank: number

  @Field(() => Boolean)
  holdsMembers: boolean

  @Field(() => [String])
  parentTiers: string[]
}

@ObjectType({ description: 'A code with its label in both languages.' })
export class CodeLabel {
  @Field(() => String)
  code: string

  @Field(() => String)
  labelVi: string

  @Field(() => String)
  labelEn: string
}
