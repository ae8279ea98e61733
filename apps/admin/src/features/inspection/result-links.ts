import type { OrganizationQuery } from '@seedbed/shared'
import { behindFigure } from '../../lib/behind.js'
import { unitHref, type Tab } from '../../lib/place.js'
import { parametersOf } from './draft.js'

/** Where a unit of an answer, or a number of it, leads: on the day and in the period of the question. */
export function linksOf(query: OrganizationQuery) {
  const { q: _, ...place } = parametersOf(query)
  const params = new URLSearchParams(place)
  const to = (id: string, tab?: Tab, extra?: Record<string, string>) => unitHref(params, id, tab, extra)
  return {
    unit: (id: string) => to(id),
    figure: (unit: { id: string; holdsMembers: boolean }, indicator: string) => {
      const { tab, extra } = behindFigure(indicator)
      return to(unit.id, tab === 'units' && unit.holdsMembers ? 'overview' : tab, extra)
    },
  }
}
