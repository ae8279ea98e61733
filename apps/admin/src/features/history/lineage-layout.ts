/** What the layout has to know of the graph. */
interface Graph {
  nodes: ReadonlyArray<{ id: string; name: string }>
  edges: ReadonlyArray<{ from: string; to: string }>
}

/**
 * The units in layers, what is formed from others to the right of them: the layer of a unit is the length of the
 * longest way to it. Within a layer each stands near those that it comes from. An edge that leads back, which a lineage
 * cannot have, is passed over.
 */
export function layersOf({ nodes, edges }: Graph): string[][] {
  const before = new Map<string, string[]>()
  for (const { from, to } of edges) before.set(to, [...(before.get(to) ?? []), from])
  const depths = new Map<string, number>()
  const depthOf = (id: string, way: ReadonlySet<string>): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const sources = (before.get(id) ?? []).filter((source) => !way.has(source))
    const depth = Math.max(-1, ...sources.map((source) => depthOf(source, new Set([...way, id])))) + 1
    depths.set(id, depth)
    return depth
  }
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const layers: string[][] = []
  for (const { id } of nodes) (layers[depthOf(id, new Set([id]))] ??= []).push(id)
  const filled = Array.from(layers, (layer) => layer ?? [])
  const places = new Map<string, number>()
  for (const layer of filled) {
    const weight = (id: string) => {
      const known = (before.get(id) ?? []).flatMap((source) => places.get(source) ?? [])
      return known.length === 0 ? 0 : known.reduce((sum, place) => sum + place, 0) / known.length
    }
    layer.sort(
      (a, b) => weight(a) - weight(b) || (names.get(a) ?? '').localeCompare(names.get(b) ?? '', 'vi'),
    )
    layer.forEach((id, place) => places.set(id, place - (layer.length - 1) / 2))
  }
  return filled.filter((layer) => layer.length > 0)
}
