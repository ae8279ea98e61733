import type { BenchClient } from './client.js'
import { documents } from './documents.js'
import { inputOf, PERIMETERS, type Place } from './places.js'

interface Figure {
  indicator: string
  numerator: number | null
}

interface Answer {
  data: {
    organization: {
      figures: Figure[]
      childFigures: { total: Figure[]; edges: { node: { figures: Figure[] } }[] }
    }
  }
}

const amountOf = (figures: readonly Figure[], id: string) =>
  figures.find(({ indicator }) => indicator === id)?.numerator ?? 0

/** Nothing is measured on data that does not add up: the rows below a unit must give the unit's own figures. */
export async function refuseDifferences(client: BenchClient, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    for (const perimeter of PERIMETERS) {
      const variables = { id: place.unit.uid, at: place.asOf, input: inputOf(place, perimeter) }
      const { data } = JSON.parse(await client.ask(documents.page, variables)) as Answer
      const { figures, childFigures } = data.organization
      for (const id of ['members', 'admitted', 'femaleShare', 'universityShare']) {
        const own = amountOf(figures, id)
        const rows = childFigures.edges.reduce((sum, { node }) => sum + amountOf(node.figures, id), 0)
        const empty = own === 0 && id === 'members'
        if (empty || rows !== own || amountOf(childFigures.total, id) !== own)
          throw new Error(`${place.name}, ${perimeter}, ${id}: ${rows} in the rows, ${own} of its own`)
      }
    }
  }
}
