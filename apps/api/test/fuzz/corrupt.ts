import type { Random } from '../../src/demo/random.js'
import type { Asked } from './documents.js'
import { NASTY } from './values.js'

const bits = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '\\',
  '$',
  '@',
  '...',
  ':',
  '!',
  '[',
  '#',
  '\u0000',
  '\uD800',
  '\n',
  '"""',
]
const odd = [null, true, 0, -1, 1.5, 1e21, '', [], {}, [[]], { a: { b: {} } }, ['x'], 'x'.repeat(3_000)]

/** Breaks the text somewhere. */
function broken(random: Random, text: string): string {
  const at = random.int(0, text.length)
  const cut = random.int(0, 3)
  return text.slice(0, at) + random.pick([...bits, ...NASTY]) + text.slice(at + cut)
}

function deep(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

type Break = (random: Random, asked: Asked) => unknown

/** Ways to turn a good request into one that nobody should send; each answers the body. */
const breaks: Break[] = [
  (random, { query, variables }) => ({ query: broken(random, query), variables }),
  (random, { query, variables }) => ({ query: broken(random, broken(random, query)), variables }),
  (random, { query, variables }) => {
    const names = Object.keys(variables)
    const name = names.length === 0 ? 'v0' : random.pick(names)
    return { query, variables: { ...variables, [name]: random.pick([...odd, ...NASTY, deep(8)]) } }
  },
  (random, { query, variables }) => ({ query, variables: random.pick([...odd, variables]), extra: deep(30) }),
  (random, { query }) => ({
    query,
    variables: {},
    operationName: random.pick(['Fuzz', 'Other', 1, null, '']),
  }),
  (random, { query }) => ({
    query: query.replace('{', `{ ...F ${random.pick(['id', '__schema { types { name } }'])} `),
  }),
  (_random, { query }) => ({ query: `${query} fragment F on Query { ...G } fragment G on Query { ...F }` }),
  (random, { query, variables }) => ({
    query: query.replace(
      / \{/u,
      ` ${random.pick(['@include(if: true)', '@skip(if: 1)', '@x', '@deprecated'])} {`,
    ),
    variables,
  }),
  (random, { query }) => random.pick([[{ query }], query, null, 7, { query: null }, { query: [query] }, {}]),
  (random, { query, variables }) => ({
    query,
    variables,
    extensions: random.pick([...odd, { persistedQuery: { version: 1, sha256Hash: 'x' } }]),
  }),
]

/** The body of a request made from a good one, in one of the ways that should be refused. */
export function corrupted(random: Random, asked: Asked): unknown {
  return random.pick(breaks)(random, asked)
}
