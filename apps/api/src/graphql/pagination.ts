import { Field, Int, ObjectType, type ClassType } from 'type-graphql'
import { encodeCursor } from './cursors.js'

export { decodeCursor, encodeCursor, pageArgs, type CursorKey, type KeyPart, type Page } from './cursors.js'

@ObjectType({ simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean

  @Field(() => String, { nullable: true })
  endCursor?: string | null
}

export interface Edge<Node> {
  cursor: string
  node: Node
}

export interface Connection<Node> {
  edges: Edge<Node>[]
  pageInfo: PageInfo
  totalCount: number
}

/**
 * The base of a connection type: `@ObjectType() class AdmissionConnection extends connectionOf('AdmissionEdge',
 * () => Admission) {}`. It defines the edge type by that name, and edges, pageInfo and totalCount.
 */
export function connectionOf<Node extends object>(
  edgeName: string,
  node: () => ClassType<Node>,
): abstract new () => Connection<Node> {
  @ObjectType(edgeName, { simpleResolvers: true })
  class EdgeType implements Edge<Node> {
    @Field(() => String)
    cursor: string

    @Field(node)
    node: Node
  }

  @ObjectType({ simpleResolvers: true })
  abstract class ConnectionBase implements Connection<Node> {
    @Field(() => [EdgeType])
    edges: Edge<Node>[]

    @Field(() => PageInfo)
    pageInfo: PageInfo

    @Field(() => Int)
    totalCount: number
  }
  return ConnectionBase
}

/**
 * One page of an answer from the rows a repository read, which are up to `limit + 1`: the extra row only tells that
 * there is a next page. `cursorOf` gives the sort key of a row.
 */
export function connection<Node>(
  rows: readonly Node[],
  limit: number,
  cursorOf: (row: Node) => readonly (string | number | null)[],
  totalCount: number,
): Connection<Node> {
  const edges = rows.slice(0, limit).map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }))
  const pageInfo = { hasNextPage: rows.length > limit, endCursor: edges.at(-1)?.cursor ?? null }
  return { edges, pageInfo, totalCount }
}
