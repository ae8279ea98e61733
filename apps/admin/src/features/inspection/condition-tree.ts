import type { QueryCondition } from '@seedbed/shared'

/** The steps down to a condition: places in the lists of groups. */
export type Path = readonly number[]

/** A tree whose groups are `all` or `any`. */
export interface Tree<Node> {
  all?: Node[] | null
  any?: Node[] | null
}

export const childrenOf = <Node extends Tree<Node>>(node: Node): readonly Node[] => node.all ?? node.any ?? []

/** Whether it holds others. */
export const isGroup = <Node extends Tree<Node>>(node: Node): boolean => Boolean(node.all ?? node.any)

/** A group of the same kind, or of the one named, with these in it. */
export function groupOf<Node extends Tree<Node>>(kind: 'all' | 'any', list: readonly Node[]): Node {
  return { [kind]: [...list] } as unknown as Node
}

export const kindOf = <Node extends Tree<Node>>(node: Node): 'all' | 'any' => (node.any ? 'any' : 'all')

/** The tree with the node at the path replaced; null takes it away. */
export function replaceAt<Node extends Tree<Node>>(root: Node, path: Path, next: Node | null): Node {
  const [first, ...rest] = path
  if (first === undefined) return next ?? groupOf<Node>('all', [])
  const list = childrenOf(root).flatMap((child, index) => {
    if (index !== first) return [child]
    if (rest.length > 0) return [replaceAt(child, rest, next)]
    return next === null ? [] : [next]
  })
  return groupOf(kindOf(root), list)
}

/** The root as a group: a single condition stands in one of its own. */
export function asGroup<Node extends Tree<Node>>(where: Node | null | undefined): Node {
  if (!where) return groupOf<Node>('all', [])
  return isGroup(where) ? where : groupOf<Node>('all', [where])
}

/** The place of a fault ("where.all.0.compare.number") as the path to its condition. */
export function pathOfFault(field: string): Path {
  return [...field.matchAll(/\.(?:all|any)\.(\d+)/gu)].map((match) => Number(match[1]))
}

/** How a fresh comparison begins. */
export const freshComparison = (): QueryCondition => ({
  compare: { indicator: 'admitted', operator: 'LESS', number: undefined },
})
