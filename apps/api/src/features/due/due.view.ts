import { daysBetween, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { refusalOf } from '../../graphql/refusal.js'
import { loadOnDay } from '../organizations/organization.service.js'
import { toOrganization } from '../organizations/organization.view.js'
import type { Organization } from '../organizations/organization.type.js'
import type { DueItem as Item } from './due.service.js'
import type { DueItem } from './due.type.js'

/** Something to be done as the API shows it. */
export function toDueItem(item: Item, asOf: Day): DueItem {
  const { kind, state, about, beginsOn, due, warnFrom, extended, rule, problem } = item
  return {
    ...{ item, asOf, kind, state, about, beginsOn, warnFrom, extended },
    dueOn: due,
    daysLeft: due === null ? null : daysBetween(asOf, due),
    rule: rule?.code ?? null,
    regulation: rule?.regulation ?? null,
    article: rule?.article ?? null,
    problem: problem && refusalOf(problem),
  }
}

/** Units below with their counts, by name; those that the viewer may not see are left out. */
export async function toDueUnits<Counts>(
  ctx: RequestContext,
  units: ReadonlyArray<{ unit: number; counts: Counts }>,
  asOf: Day,
): Promise<Array<{ organization: Organization; counts: Counts }>> {
  const found = await Promise.all(units.map(({ unit }) => loadOnDay(ctx, unit, asOf)))
  return units
    .flatMap(({ counts }, index) => {
      const row = found[index]
      return row ? [{ counts, row }] : []
    })
    .sort((a, b) =>
      a.row.sortKey < b.row.sortKey ? -1 : a.row.sortKey > b.row.sortKey ? 1 : a.row.id - b.row.id,
    )
    .map(({ counts, row }) => ({ counts, organization: toOrganization(row) }))
}
