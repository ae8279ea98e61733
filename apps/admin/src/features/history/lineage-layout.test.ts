import { describe, expect, it } from 'vitest'
import { layersOf } from './lineage-layout.js'

const nodes = (...ids: string[]) => ids.map((id) => ({ id, name: id }))
const edge = (from: string, to: string) => ({ from, to })

describe('the layers of a lineage', () => {
  it('put every unit to the right of all that it comes from', () => {
    const edges = [edge('a', 'c'), edge('b', 'c'), edge('c', 'd'), edge('a', 'd')]
    expect(layersOf({ nodes: nodes('d', 'b', 'c', 'a'), edges })).toEqual([['a', 'b'], ['c'], ['d']])
  })

  it('put units near those that they come from', () => {
    const edges = [edge('a', 'y'), edge('b', 'x')]
    expect(layersOf({ nodes: nodes('a', 'b', 'x', 'y'), edges })).toEqual([
      ['a', 'b'],
      ['y', 'x'],
    ])
  })

  it('stand a unit alone in the only layer', () => {
    expect(layersOf({ nodes: nodes('a'), edges: [] })).toEqual([['a']])
  })

  it('end also where an edge leads back', () => {
    const layers = layersOf({ nodes: nodes('a', 'b'), edges: [edge('a', 'b'), edge('b', 'a')] })
    expect(layers.flat().toSorted()).toEqual(['a', 'b'])
  })
})
