import type { ValidationError } from 'class-validator'
import { type GraphQLError, type Token } from 'graphql'

export type Fields = Record<string, string>

/** What class-validator found, by path of the field, in its first words. */
export function fieldsOfValidation(errors: readonly ValidationError[], prefix = ''): Fields {
  const fields: Fields = {}
  for (const error of errors) {
    const path = prefix + error.property
    const [first] = Object.values(error.constraints ?? {})
    if (first) fields[path] = first
    Object.assign(fields, fieldsOfValidation(error.children ?? [], `${path}.`))
  }
  return fields
}

/** graphql-js likes to help with names of the schema and to repeat what was sent; neither leaves the API. */
export function withoutHelp(message: string): string {
  return message.replace(/[,.]? ?(?:did you mean|perhaps you meant)[^]*$/iu, '').slice(0, 300)
}

/** `Variable "$input" got invalid value … at "input.on"; Expected …`: what is expected, by the path below the variable. */
function ofVariable(message: string): Fields | undefined {
  const match = /^Variable "\$(\w+)" got invalid value [^]*?(?: at "([^"]*)")?; ([^;]*)$/u.exec(message)
  if (match) {
    const path = match[2]?.replace(/^[^.[]+\.?/u, '')
    return namedIn(match[3] ?? '', path || (match[1] ?? ''))
  }
  const missing = /^Variable "\$(\w+)" of (?:required|non-null) type/u.exec(message)
  return missing ? { [missing[1] ?? '']: 'is required' } : undefined
}

/** `Field "x" of required type "Y!" was not provided.` names the field itself. */
function namedIn(reason: string, path: string): Fields {
  const inside = /^Field "(?:\w+\.)?(\w+)" (of required type|is not defined)/u.exec(reason)
  if (!inside) return { [path]: withoutHelp(reason) }
  const field = path.includes('.') || path.includes('[') ? `${path}.${inside[1]}` : (inside[1] ?? path)
  return { [field]: inside[2] === 'is not defined' ? 'is not known' : 'is required' }
}

/** The name before the literal that is wrong: `on: "2024-02-30"`. */
function ofLiteral(error: GraphQLError): Fields | undefined {
  const required = /^(?:Field|Argument|Field "\w+" argument) "(?:\w+\.)?(\w+)" of (?:required )?type/u.exec(
    error.message,
  )
  if (required) return { [required[1] ?? '']: 'is required' }
  if (!/^(?:Expected |\w+ cannot represent|Value "[^"]*" does not exist in)/u.test(error.message))
    return undefined
  const colon: Token | null | undefined = error.nodes?.[0]?.loc?.startToken.prev
  return colon?.kind === ':' && colon.prev ? { [colon.prev.value]: withoutHelp(error.message) } : undefined
}

/** The fields that an error of graphql-js about the request is about, if it is about any. */
export function fieldsOfRequest(error: GraphQLError): Fields | undefined {
  return ofVariable(error.message) ?? ofLiteral(error)
}
