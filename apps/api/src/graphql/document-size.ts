import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import { SeedbedError } from '../errors/errors.js'

/** How big an operation is once its fragments are spread out. */
export interface Size {
  depth: number
  rootFields: number
  fields: number
  aliases: number
  directives: number
  /** Most often that one name stands in one selection. */
  repetitions: number
}

const nothing: Size = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0, repetitions: 0 }

function plus(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    rootFields: a.rootFields + b.rootFields,
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    repetitions: Math.max(a.repetitions, b.repetitions),
  }
}

function nameOf(selection: SelectionNode): string {
  if (selection.kind === Kind.INLINE_FRAGMENT) return '...'
  return (selection.kind === Kind.FIELD && selection.alias?.value) || selection.name.value
}

function repetitionsIn(set: SelectionSetNode): number {
  const counts = new Map<string, number>()
  for (const selection of set.selections) {
    const name = nameOf(selection)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

/** Measures selections; each fragment once, however often it is spread. */
class Ruler {
  private readonly measured = new Map<string, Size>()
  private readonly open = new Set<string>()

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  selectionSet(set: SelectionSetNode | undefined): Size {
    if (!set) return nothing
    const start = { ...nothing, repetitions: repetitionsIn(set) }
    return set.selections.reduce((size, selection) => plus(size, this.selection(selection)), start)
  }

  fragment(name: string): Size {
    const known = this.measured.get(name)
    if (known) return known
    if (this.open.has(name)) throw new SeedbedError('INVALID_INPUT', 'A fragment contains itself')
    this.open.add(name)
    const size = this.selectionSet(this.fragments.get(name)?.selectionSet)
    this.open.delete(name)
    this.measured.set(name, size)
    return size
  }

  private selection(node: SelectionNode): Size {
    const own = { ...nothing, directives: node.directives?.length ?? 0 }
    if (node.kind === Kind.INLINE_FRAGMENT) return plus(own, this.selectionSet(node.selectionSet))
    if (node.kind === Kind.FRAGMENT_SPREAD) return plus(own, this.fragment(node.name.value))
    const inner = this.selectionSet(node.selectionSet)
    const field = { ...inner, depth: inner.depth + 1, rootFields: 1, fields: inner.fields + 1 }
    return plus(field, { ...own, aliases: node.alias ? 1 : 0 })
  }
}

function sizeOfOperation(operation: OperationDefinitionNode, ruler: Ruler): Size {
  const variables = operation.variableDefinitions ?? []
  const directives = [operation, ...variables].reduce((sum, node) => sum + (node.directives?.length ?? 0), 0)
  return plus(ruler.selectionSet(operation.selectionSet), { ...nothing, directives })
}

/** The sizes of all operations and fragments of a document; a fragment that contains itself is INVALID_INPUT. */
export function sizesOf(document: DocumentNode): Size[] {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const ruler = new Ruler(fragments)
  const sizes = [...fragments.keys()].map((name) => ruler.fragment(name))
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION) sizes.push(sizeOfOperation(node, ruler))
  return sizes
}
