import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { initGraphQLTada } from 'gql.tada'
import { print } from 'graphql'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EMPTY } from 'rxjs'
import { documentsBelow } from './documents.mjs'

/**
 * Writes the operations of the application exactly as its client sends them, `__typename` and all: each document is
 * made by gql.tada and sent through an Apollo Client whose link only listens. The API runs nothing else with
 * GRAPHQL_SAFELIST=on.
 */
const graphql = initGraphQLTada()
const folder = fileURLToPath(new URL('../src', import.meta.url))
const target = fileURLToPath(new URL('../dist-safelist/', import.meta.url))

const documents = documentsBelow(folder)
const byName = new Map(documents.map((one) => [`${one.module} ${one.name}`, one]))

function made(document) {
  document.made ??= graphql(
    document.text,
    document.fragments.map(({ from, name }) => {
      const fragment = byName.get(`${from} ${name}`)
      if (!fragment) throw new Error(`There is no fragment ${name} in ${from}`)
      return made(fragment)
    }),
  )
  return document.made
}

const sent = []
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new ApolloLink((operation) => {
    sent.push({ name: operation.operationName, text: print(operation.query) })
    return EMPTY
  }),
})

for (const document of documents) {
  const [definition] = made(document).definitions
  if (definition.kind !== 'OperationDefinition') continue
  const asked =
    definition.operation === 'mutation'
      ? client.mutate({ mutation: document.made })
      : client.query({ query: document.made, fetchPolicy: 'no-cache' })
  await asked.catch(() => undefined)
}

const operations = sent
  .map(({ name, text }) => ({ name, hash: createHash('sha256').update(text).digest('hex'), text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
const named = new Set(operations.map(({ name }) => name))
if (named.size < operations.length || named.has(undefined))
  throw new Error('Every operation needs a name of its own')
mkdirSync(target, { recursive: true })
writeFileSync(`${target}operations.json`, `${JSON.stringify({ operations }, null, 1)}\n`)
