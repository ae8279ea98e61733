import type { Garden, Unit } from '../grow.js'

export interface RecordAnswer {
  sequence: number
  actorKind: string
  actorName: string
  origin: string | null
  operation: string
  outcome: string
  code: string | null
  objectKind: string | null
  objectId: string | null
  requestId: string
  changes: { field: string; before: string | null; after: string | null }[]
  organizations: { id: string }[]
  persons: { id: string }[]
}

interface Log {
  edges: { cursor: string; node: RecordAnswer }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

const page = `edges { cursor node { sequence actorKind actorName origin operation outcome code objectKind objectId
  requestId changes { field before after } organizations { id } persons { id } } }
  pageInfo { hasNextPage endCursor }`

const question = `query ($filter: AuditFilterInput, $first: Int, $after: String) {
  audit(filter: $filter, first: $first, after: $after) { ${page} } }`

/** A page of the log. */
export async function logOf(
  { client }: Garden,
  filter: Record<string, unknown> = {},
  args: { first?: number; after?: string | null } = {},
): Promise<Log> {
  return (await client.data<{ audit: Log }>(question, { filter, ...args })).audit
}

/** Records of a unit itself, the latest first. */
export async function recordsOf(garden: Garden, unit: Unit): Promise<RecordAnswer[]> {
  const document = `query ($id: ID!) { organization(id: $id) { audit(first: 100) { ${page} } } }`
  const { organization } = await garden.client.data<{ organization: { audit: Log } }>(document, {
    id: unit.id,
  })
  return organization.audit.edges.map(({ node }) => node)
}

/** Records of a person, the latest first. */
export async function recordsOfPerson(garden: Garden, person: string): Promise<RecordAnswer[]> {
  const document = `query ($id: ID!) { person(id: $id) { audit { ${page} } } }`
  const data = await garden.client.data<{ person: { audit: Log } }>(document, { id: person })
  return data.person.audit.edges.map(({ node }) => node)
}
