import { Allow } from 'class-validator'
import { Field } from 'type-graphql'
import { markTold, type Told } from '../audit/marks.js'

type TypeOf = Parameters<typeof Field>[0]
type Options = {
  nullable?: boolean
  description?: string
  defaultValue?: unknown
  /** How the audit log tells it; as it is unless said. */
  audit?: Told
}

/** A field of an input type. Its meaning is checked by the service; here only that it is known to the contract. */
export function InputField(type: TypeOf, options: Options = {}): PropertyDecorator {
  const { audit, ...rest } = options
  const field = Field(type as () => StringConstructor, rest)
  const allow = Allow()
  return (target, key) => {
    field(target, key)
    if (audit) markTold(target, key, audit)
    allow(target, key)
  }
}

/** The same, and the client may leave it out. */
export function OptionalField(type: TypeOf, options: Options = {}): PropertyDecorator {
  return InputField(type, { ...options, nullable: true })
}
