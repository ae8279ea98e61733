import type { GraphQLInputObjectType } from 'graphql'
import 'reflect-metadata'
import { getMetadataStorage } from 'type-graphql'

/** How a field of an input is told in the audit log: a secret never, what is personal only that it was there. */
export type Told = 'SECRET' | 'PERSONAL'

const mark = Symbol('audit')

/** Marks a field of an input class; classes that extend it inherit the mark. */
export function markTold(target: object, key: string | symbol, told: Told): void {
  Reflect.defineMetadata(mark, told, target, key)
}

/** How the fields of input types are told, by type and field. */
export function marksOfInputs(): (type: GraphQLInputObjectType, field: string) => Told | undefined {
  const classes = getMetadataStorage().inputTypes.map(
    ({ name, target }) => [name, (target as { prototype: object }).prototype] as const,
  )
  const prototypes = new Map(classes)
  return (type, field) => {
    const prototype = prototypes.get(type.name)
    return prototype && (Reflect.getMetadata(mark, prototype, field) as Told | undefined)
  }
}
