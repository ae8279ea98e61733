import { parse, visit, type DocumentNode } from 'graphql'
import { invalidInput, SeedbedError } from '../errors/errors.js'
import { isPrintable } from '../printable.js'
import { sizesOf, type Size } from './document-size.js'

/** What one document may hold. The web application stays far below; an attack does not. */
export const REQUEST_LIMITS = {
  bodyBytes: 200_000,
  tokens: 2_500,
  definitions: 60,
  valueDepth: 12,
  size: {
    depth: 16,
    rootFields: 20,
    fields: 1_500,
    aliases: 60,
    directives: 60,
    repetitions: 5,
  } satisfies Size,
} as const

const words: Record<keyof Size, string> = {
  depth: 'levels',
  rootFields: 'root fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
  repetitions: 'repetitions of a field',
}

function tooMany(what: string, limit: number): SeedbedError {
  return new SeedbedError('TOO_COMPLEX', `The request has too many ${what}: at most ${limit}`)
}

function checkText(text: string, place: string): void {
  if (!isPrintable(text)) throw invalidInput(place, 'contains a control character')
}

function checkValue(value: unknown, place: string, depth = 0): void {
  if (depth > REQUEST_LIMITS.valueDepth) throw tooMany('levels in its variables', REQUEST_LIMITS.valueDepth)
  if (typeof value === 'string') return checkText(value, place)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    checkText(key, place)
    checkValue(inner, key, depth + 1)
  }
}

function checkDocument(document: DocumentNode): void {
  if (document.definitions.length > REQUEST_LIMITS.definitions)
    throw tooMany('definitions', REQUEST_LIMITS.definitions)
  for (const size of sizesOf(document))
    for (const [key, limit] of Object.entries(REQUEST_LIMITS.size) as [keyof Size, number][])
      if (size[key] > limit) throw tooMany(words[key], limit)
  visit(document, { StringValue: (node) => checkText(node.value, 'query') })
}

/** Nothing for a document that is not GraphQL: Apollo says what is wrong with it. */
function parseWithinLimits(source: string): DocumentNode | undefined {
  try {
    return parse(source, { maxTokens: REQUEST_LIMITS.tokens, noLocation: true })
  } catch (error) {
    if (/tokens/u.test((error as Error).message)) throw tooMany('tokens', REQUEST_LIMITS.tokens)
    return undefined
  }
}

const longestRemembered = 8_000
const mostRemembered = 500
/** Documents that passed; the application sends the same few all day. */
const passed = new Set<string>()

function remember(source: string): void {
  if (source.length > longestRemembered) return
  if (passed.size >= mostRemembered) passed.clear()
  passed.add(source)
}

/**
 * Refuses a request before anything expensive is done with it: TOO_COMPLEX when the document is too big in one way
 * or another, INVALID_INPUT for control characters and for fragments that contain themselves.
 */
export function checkRequest(body: unknown): void {
  if (typeof body !== 'object' || body === null) return
  const { query, ...others } = body as { query?: unknown }
  checkValue(others, 'request', -1)
  if (typeof query !== 'string' || passed.has(query)) return
  checkText(query, 'query')
  const document = parseWithinLimits(query)
  if (!document) return
  checkDocument(document)
  remember(query)
}
