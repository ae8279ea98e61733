import { ID, InputType, Int } from 'type-graphql'
import { InputField } from '../../graphql/fields.js'

@InputType({ description: 'A file that the application hands to the browser.' })
export class RecordExportInput {
  @InputField(() => ID, { description: 'The unit it is about.' })
  organizationId: string

  @InputField(() => String, { description: 'What it holds, the name of the list or table.' })
  content: string

  @InputField(() => Int, { description: 'How many rows.' })
  rows: number
}
