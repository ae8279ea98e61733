import { createContext, type Clock } from '../src/context.js'
import type { Database } from '../src/database/database.js'
import { childFiguresOf } from '../src/features/figures/child-figures.service.js'
import { findOrganization } from '../src/features/organizations/organization.service.js'
import { accessOf, EVERY_ACCESS, type Access } from '../src/policy/access.js'
import { measure, type Probe } from './measure.js'
import { inputOf, PERIMETERS, type Place } from './places.js'

/** What a page of children may cost with the condition of access, in times of the same without. */
const goal = 1.3

/** One page of children as somebody with this access asks for it: finding the unit, its rows and their sums. */
function page(parts: { database: Database; clock: Clock }, place: Place, access: Access) {
  return PERIMETERS.map((perimeter) => async () => {
    const ctx = createContext({ ...parts, access })
    const unit = await findOrganization(ctx, place.unit.uid, place.asOf)
    return childFiguresOf(ctx, unit, inputOf(place, perimeter), null, { limit: 50 })
  })
}

/** Q1 of every place with a grant on that unit beside the same without any condition; a line each. */
export async function accessCosts(
  parts: { database: Database; clock: Clock },
  places: readonly Place[],
  rounds: { warming: number; repetitions: number },
): Promise<string> {
  const probes: Probe[] = places.flatMap((place) => {
    const granted = accessOf([{ role: 'VIEWER', organization: place.unit.id, tier: 'DISTRICT' }])
    const [without, scoped] = [page(parts, place, EVERY_ACCESS), page(parts, place, granted)]
    return PERIMETERS.flatMap((perimeter, index) => {
      const name = `Q1 children of ${place.name}, ${perimeter.toLowerCase()}`
      const [free, bound] = [without[index], scoped[index]]
      return free && bound
        ? [
            { name, ask: free },
            { name: `${name}, with access`, ask: bound },
          ]
        : []
    })
  })
  const medians = await measure(probes, rounds)
  const lines = probes.flatMap(({ name }) => {
    const [free, bound] = [medians.get(name), medians.get(`${name}, with access`)]
    if (free === undefined || bound === undefined) return []
    const ratio = bound / free
    const met = ratio <= goal ? 'met' : 'NOT MET'
    return [
      `${name.padEnd(54)}${free.toFixed(2).padStart(10)}${bound.toFixed(2).padStart(12)}${`${ratio.toFixed(2)} x`.padStart(10)}  <= ${goal}: ${met}`,
    ]
  })
  return ['What access costs: milliseconds without, with, times', ...lines].join('\n')
}
