import { Allow } from 'class-validator'
import { Field } from 'type-graphql'

type TypeOf = Parameters<typeof Field>[0]
type Options = { nullable?: boolean; description?: string; defaultValue?: unknown }

/** A field of an input type. Its meaning is checked by the service; here only that it is known to the contract. */
export function InputField(type: TypeOf, options: Options = {}): PropertyDecorator {
  const field = Field(type as () => StringConstructor, options)
  const allow = Allow()
  return (target, key) => {
    field(target, key)
    allow(target, key)
  }
}

/** The same, and the client may leave it out. */
export function OptionalField(type: TypeOf, options: Options = {}): PropertyDecorator {
  return InputField(type, { ...options, nullable: true })
}
