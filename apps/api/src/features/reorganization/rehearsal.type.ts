import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrganizationEventKindEnum, TargetKindEnum, TargetRuleEnum } from '../../graphql/enums.js'
import { Refusal } from '../../graphql/refusal.js'
import { Figure } from '../figures/figures.type.js'

export const UnitChangeEnum = { BEGINS: 'BEGINS', ENDS: 'ENDS', MOVES: 'MOVES', CHANGES: 'CHANGES' } as const
export type UnitChangeKind = keyof typeof UnitChangeEnum
registerEnumType(UnitChangeEnum, {
  name: 'UnitChangeKind',
  description: 'What a reorganization does to a unit.',
})

export const CollisionEnum = {
  NAME: 'NAME',
  CODE: 'CODE',
  PERSON: 'PERSON',
  TARGET: 'TARGET',
  GROUP: 'GROUP',
} as const
export type CollisionKind = keyof typeof CollisionEnum
registerEnumType(CollisionEnum, {
  name: 'CollisionKind',
  description:
    'Of what there would be two: names under one unit, a code that another carried, persons, targets, groups.',
})

@ObjectType({ description: 'Why a reorganization cannot be applied.' })
export class RehearsalFault {
  @Field(() => ID, { nullable: true, description: 'Null: the reorganization as a whole.' })
  operationId?: string | null

  @Field(() => Int, { nullable: true })
  position?: number | null

  @Field(() => Refusal)
  refusal: Refusal
}

@ObjectType({ description: 'A unit in the tree before or after.' })
export class RehearsedUnit {
  @Field(() => ID, {
    description: 'The id of a unit that stands, or `ref:` and the reference of one that is founded.',
  })
  key: string

  @Field(() => ID, { nullable: true })
  parentKey?: string | null

  @Field(() => String)
  code: string

  @Field(() => String)
  name: string

  @Field(() => String)
  tier: string

  @Field(() => String)
  kind: string

  @Field(() => UnitChangeEnum, { nullable: true, description: 'Null: it only stands above or beside.' })
  change?: UnitChangeKind | null

  @Field(() => Int, { description: 'Members below it, of the units that the reorganization touches.' })
  members: number

  @Field(() => Int, {
    description: 'Living cells below it (or itself), of those that the reorganization touches.',
  })
  cells: number
}

@ObjectType({ description: 'What happens to a unit.' })
export class UnitChange {
  @Field(() => ID, { description: 'As in the trees.' })
  key: string

  @Field(() => UnitChangeEnum)
  change: UnitChangeKind

  @Field(() => OrganizationEventKindEnum)
  kind: string

  @Field(() => Int, { nullable: true, description: 'Place of the operation.' })
  position?: number | null

  @Field(() => String, { nullable: true })
  codeBefore?: string | null

  @Field(() => String, { nullable: true })
  nameBefore?: string | null

  @Field(() => String, { nullable: true })
  tierBefore?: string | null

  @Field(() => String, { nullable: true, description: 'Name of the superior unit.' })
  parentBefore?: string | null

  @Field(() => String, { nullable: true })
  codeAfter?: string | null

  @Field(() => String, { nullable: true })
  nameAfter?: string | null

  @Field(() => String, { nullable: true })
  tierAfter?: string | null

  @Field(() => String, { nullable: true })
  parentAfter?: string | null

  @Field(() => [String], { description: 'ENDS: names of the successors, the principal one first.' })
  becomes: string[]

  @Field(() => Int, { description: 'Members below it: before for a unit that ends, after for another.' })
  members: number

  @Field(() => Int)
  cells: number
}

@ObjectType({ description: 'Something of which there would be two.' })
export class Collision {
  @Field(() => CollisionEnum)
  kind: CollisionKind

  @Field(() => Boolean, { description: 'Applying is refused.' })
  blocking: boolean

  @Field(() => Refusal)
  refusal: Refusal

  @Field(() => [String], { description: 'Names of the units or persons.' })
  names: string[]
}

@ObjectType({ description: 'Something open at a unit that ends.' })
export class OpenMatter {
  @Field(() => String, { description: 'TARGETS, TERMS, DRAFTS, GRANTS …' })
  kind: string

  @Field(() => String, { description: 'Name of the unit.' })
  name: string

  @Field(() => Refusal)
  says: Refusal

  @Field(() => Int)
  count: number
}

@ObjectType({ description: 'Persons of a split cell who are to be assigned by hand.' })
export class Handwork {
  @Field(() => ID)
  operationId: string

  @Field(() => Int)
  position: number

  @Field(() => String, { description: 'Name of the cell.' })
  name: string

  @Field(() => Int)
  persons: number

  @Field(() => Int)
  assigned: number

  @Field(() => Int, { description: 'Members without a name, who go to the principal successor.' })
  unnamed: number

  @Field(() => Boolean)
  restToPrincipal: boolean
}

@ObjectType({ description: 'What becomes of a target of a unit that ends.' })
export class TargetChange {
  @Field(() => String, { description: 'Name of the unit.' })
  from: string

  @Field(() => String, { nullable: true, description: 'Name of the successor; null: it ends with the unit.' })
  to?: string | null

  @Field(() => TargetKindEnum)
  kind: string

  @Field(() => Int)
  yearFrom: number

  @Field(() => Int)
  yearTo: number

  @Field(() => Int)
  amount: number

  @Field(() => TargetRuleEnum)
  rule: string
}

@ObjectType({
  description:
    'Members and admissions of the year of a unit: on the day before, and on the day in both perimeters.',
})
export class UnitFigures {
  @Field(() => ID, { description: 'As in the trees.' })
  key: string

  @Field(() => String)
  name: string

  @Field(() => String)
  code: string

  @Field(() => [Figure], { nullable: true, description: 'Null: the unit does not exist yet.' })
  before?: Figure[] | null

  @Field(() => [Figure], { nullable: true, description: 'Null: the unit has ended.' })
  recorded?: Figure[] | null

  @Field(() => [Figure], { nullable: true })
  restated?: Figure[] | null
}

@ObjectType({
  description:
    'What a reorganization would do. It is carried out as applying does, looked at, and taken back: nothing is written.',
})
export class Rehearsal {
  @Field(() => Int, { description: 'Version of the reorganization that was rehearsed.' })
  version: number

  @Field(() => [RehearsalFault], {
    description: 'With any, applying is refused, and what follows may be empty.',
  })
  faults: RehearsalFault[]

  @Field(() => Int, { description: 'Living units that it touches, on the day before.' })
  unitsBefore: number

  @Field(() => Int)
  unitsAfter: number

  @Field(() => Int)
  cellsBefore: number

  @Field(() => Int)
  cellsAfter: number

  @Field(() => Int, { description: 'Members of the units that it touches, at the end of the day before.' })
  membersBefore: number

  @Field(() => Int, { description: 'At the beginning of the day; as many, as nobody may be lost.' })
  membersAfter: number

  @Field(() => [UnitChange], { description: 'What operations do to units; the first 2,000.' })
  changes: UnitChange[]

  @Field(() => Int)
  changeCount: number

  @Field(() => Int, { description: 'Units that move along with those that end.' })
  movedAlong: number

  @Field(() => [RehearsedUnit], { description: 'Units that change with all above them; the first 3,000.' })
  treeBefore: RehearsedUnit[]

  @Field(() => [RehearsedUnit])
  treeAfter: RehearsedUnit[]

  @Field(() => [Collision])
  collisions: Collision[]

  @Field(() => [OpenMatter])
  openMatters: OpenMatter[]

  @Field(() => [Handwork])
  handwork: Handwork[]

  @Field(() => [TargetChange])
  targets: TargetChange[]

  @Field(() => [UnitFigures], {
    description: 'Of the units that end or begin and those above; the first 200.',
  })
  figures: UnitFigures[]
}
