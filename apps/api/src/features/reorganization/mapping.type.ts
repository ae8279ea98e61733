import { Field, Int, ObjectType } from 'type-graphql'
import { Refusal } from '../../graphql/refusal.js'
import { ReorganizationOperation } from './plan.type.js'

@ObjectType({ description: 'What is wrong with a line of a mapping table.' })
export class MappingLineFault {
  @Field(() => Int, { description: 'Line of the pasted text, or place of the row, from 1.' })
  line: number

  @Field(() => String, { description: 'oldCode, newCode, newName or extent.' })
  field: string

  @Field(() => Refusal)
  refusal: Refusal
}

@ObjectType({ description: 'What a mapping table would add to a draft. Nothing is stored.' })
export class MappingPreview {
  @Field(() => Int, { description: 'Lines that were read.' })
  rows: number

  @Field(() => [ReorganizationOperation], { description: 'Not stored: their ids are empty.' })
  operations: ReorganizationOperation[]

  @Field(() => [MappingLineFault], { description: 'With any of them, adding is refused.' })
  faults: MappingLineFault[]
}
