import type { Day } from '@seedbed/shared'
import { ID, InputType, Int } from 'type-graphql'
import { OrganizationEventKindEnum, TargetRuleEnum } from '../../graphql/enums.js'
import { InputField, OptionalField } from '../../graphql/fields.js'
import { DateScalar } from '../../graphql/scalars.js'

@InputType()
export class ReorganizationInput {
  @InputField(() => ID, {
    description: 'Whose reorganization it is: the unit that decides or that it concerns.',
  })
  organizationId: string

  @InputField(() => String)
  title: string

  @InputField(() => DateScalar, {
    description: 'First day on which the operations hold; may lie behind or ahead.',
  })
  effectiveOn: Day

  @OptionalField(() => String)
  decisionNumber?: string | null

  @OptionalField(() => String)
  signatory?: string | null

  @OptionalField(() => DateScalar)
  signedOn?: Day | null

  @OptionalField(() => TargetRuleEnum, { description: 'Default: SUM.' })
  targetRule?: string | null

  @OptionalField(() => ID, { description: 'The decision as a filed document.' })
  documentId?: string | null

  @OptionalField(() => String)
  note?: string | null
}

@InputType({ description: 'A unit: exactly one of id, code and ref.' })
export class UnitRefInput {
  @OptionalField(() => ID)
  id?: string | null

  @OptionalField(() => String, {
    description: 'Who carries the code on the day before the reorganization takes effect.',
  })
  code?: string | null

  @OptionalField(() => String, { description: 'A unit that an operation of the same reorganization founds.' })
  ref?: string | null
}

@InputType()
export class NewUnitInput {
  @OptionalField(() => String, { description: 'By which other operations name it; its code if absent.' })
  ref?: string | null

  @OptionalField(() => UnitRefInput, { description: 'Absent for a root.' })
  parent?: UnitRefInput | null

  @InputField(() => String)
  code: string

  @InputField(() => String)
  name: string

  @InputField(() => String)
  tier: string

  @InputField(() => String)
  kind: string

  @OptionalField(() => String)
  sector?: string | null
}

@InputType({ description: 'Exactly one of unit and newUnit.' })
export class OperationSuccessorInput {
  @OptionalField(() => UnitRefInput)
  unit?: UnitRefInput | null

  @OptionalField(() => NewUnitInput)
  newUnit?: NewUnitInput | null

  @OptionalField(() => Boolean, { description: 'Exactly one is; the first if none says so.' })
  principal?: boolean | null

  @OptionalField(() => [UnitRefInput], { description: 'SPLIT: units directly below that go there.' })
  children?: UnitRefInput[] | null
}

@InputType({
  description:
    'ESTABLISH: newUnit. RENAME: one unit, name, code. RECLASSIFY: one unit and what changes. MOVE, HAND_OVER: units, parent (code with a single unit). MERGE: units, one successor. SPLIT: one unit, two or more successors. DISSOLVE: units, reason, perhaps one successor for what is left.',
})
export class OperationInput {
  @InputField(() => OrganizationEventKindEnum)
  kind: string

  @OptionalField(() => [UnitRefInput])
  units?: UnitRefInput[] | null

  @OptionalField(() => NewUnitInput)
  newUnit?: NewUnitInput | null

  @OptionalField(() => [OperationSuccessorInput])
  successors?: OperationSuccessorInput[] | null

  @OptionalField(() => UnitRefInput)
  parent?: UnitRefInput | null

  @OptionalField(() => String)
  name?: string | null

  @OptionalField(() => String)
  code?: string | null

  @OptionalField(() => String)
  tier?: string | null

  @OptionalField(() => String)
  unitKind?: string | null

  @OptionalField(() => String)
  sector?: string | null

  @OptionalField(() => String)
  reason?: string | null

  @OptionalField(() => TargetRuleEnum)
  targetRule?: string | null

  @OptionalField(() => Boolean)
  restToPrincipal?: boolean | null

  @OptionalField(() => String)
  note?: string | null
}

@InputType({ description: 'A line of a table old code → new code → whole or part.' })
export class MappingRowInput {
  @InputField(() => String)
  oldCode: string

  @InputField(() => String)
  newCode: string

  @OptionalField(() => String, {
    description: 'Name of the new unit; the first line of a new code that has one counts.',
  })
  newName?: string | null

  @OptionalField(() => String, {
    description:
      'WHOLE, PART or UNCHANGED, or as the published tables have it: Nhập toàn bộ, Nhập một phần, Giữ nguyên, Đổi loại hình. Default WHOLE.',
  })
  extent?: string | null
}

@InputType({
  description:
    'A mapping table as operations: all of several old codes → MERGE into a new unit; part of an old code in several new ones → SPLIT; a single whole one → it stays the same unit, moved, renamed, reclassified.',
})
export class MappingInput {
  @OptionalField(() => [MappingRowInput])
  rows?: MappingRowInput[] | null

  @OptionalField(() => String, {
    description:
      'The table as pasted: lines of old code, new code, and perhaps new name and extent, parted by tabs, semicolons or commas; a first line of headings may name the columns (old_code, new_code, new_name, extent).',
  })
  text?: string | null

  @InputField(() => UnitRefInput, { description: 'Where the new units stand.' })
  parent: UnitRefInput

  @OptionalField(() => String, { description: 'Level of the new units. Default SUPERIOR_COMMUNE.' })
  tier?: string | null
}

@InputType()
export class OperationsInput {
  @InputField(() => ID, { description: 'The reorganization.' })
  id: string

  @InputField(() => Int, { description: 'The version of the reorganization that was read.' })
  version: number

  @InputField(() => [OperationInput])
  operations: OperationInput[]
}
