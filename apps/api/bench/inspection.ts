import { readyQuery, type Day, type OrganizationQuery } from '@seedbed/shared'
import { select } from '../src/database/sql.js'
import { measure, type Probe } from './measure.js'
import type { Place } from './places.js'
import type { Bench } from './questions.js'

/** What a question across a level may cost through GraphQL, in scans of the rows of that level. */
const goal = 8

const tiers = ['SUPERIOR_COMMUNE', 'GRASSROOTS', 'GRASSROOTS_CELL']

const FIND = `query ($query: OrganizationQueryInput!) {
  findOrganizations(query: $query, first: 50) {
    totalCount asked total { indicator withheld figure { text } }
    edges { node { organization { id name } figures { indicator text } } }
  }
}`

/** The units of the level, each with its name: the least that any answer about them reads. */
const units = (
  day: Day,
) => `SELECT o.id, o.uid, v.name, v.code, v.tier, v.kind, v.sector, v.parent, v.sort_key
  FROM organization_version v JOIN organization o ON o.id = v.organization
  WHERE v.tier IN ('${tiers.join("', '")}') AND v.valid_from <= '${day}' AND v.valid_to > '${day}' AND o.closed > '${day}'`

/** What their figures are made of: the entries of the year, added up by cell. */
const entries = (day: Day) => `SELECT organization, SUM(newly_admitted), SUM(readmitted), SUM(members)
  FROM ledger_entry WHERE year = ${day.slice(0, 4)} AND date <= '${day}' GROUP BY organization`

/** All units of the level with a target, less than half of it reached, few candidates; sorted, fifty, counted. */
function q3({ unit, asOf }: Place): OrganizationQuery {
  return {
    ...{ scope: [unit.uid], tiers, from: `${asOf.slice(0, 4)}-01-01`, asOf },
    where: {
      all: [
        { compare: { indicator: 'target', operator: 'MORE', number: 0 } },
        { compare: { indicator: 'completion', operator: 'LESS', number: 50 } },
        { compare: { indicator: 'candidates', operator: 'LESS', number: 3 } },
      ],
    },
    indicators: ['target', 'admitted', 'completion', 'candidates', 'members'],
    orderBy: [{ indicator: 'completion', direction: 'ASC' }],
  }
}

function asked(place: Place): Array<[string, OrganizationQuery]> {
  const ready = (['NO_ADMISSION', 'DECEMBER_RUSH', 'BELOW_MEDIAN'] as const).map(
    (code): [string, OrganizationQuery] => {
      const { query } = readyQuery(code, place.asOf)
      return [code, { ...(query as OrganizationQuery), scope: [place.unit.uid], tiers }]
    },
  )
  return [['Q3', q3(place)], ...ready]
}

interface Answer {
  data: { findOrganizations: { asked: number; totalCount: number } }
}

async function sizeOf({ client }: Bench, query: OrganizationQuery): Promise<string> {
  const { data } = JSON.parse(await client.ask(FIND, { query })) as Answer
  const { asked: all, totalCount } = data.findOrganizations
  return `${totalCount} of ${all} units`
}

/** Q3 and three ready-made questions at the roots, beside scans of what they are about; a line each. */
export async function inspectionCosts(
  bench: Bench,
  places: readonly Place[],
  rounds: { warming: number; repetitions: number },
): Promise<string> {
  const lines: string[] = []
  for (const place of places.filter(({ name }) => name.startsWith('root'))) {
    const questions = asked(place)
    const probes: Probe[] = [
      { name: 'units', ask: () => select(bench.ctx, units(place.asOf)) },
      { name: 'entries', ask: () => select(bench.ctx, entries(place.asOf)) },
      ...questions.map(([name, query]): Probe => ({ name, ask: () => bench.client.ask(FIND, { query }) })),
    ]
    const medians = await measure(probes, rounds)
    const [level, ledger] = [medians.get('units') ?? 0, medians.get('entries') ?? 0]
    lines.push(
      `${place.name} ${place.asOf}: units of the level ${level.toFixed(2)} ms, entries of the year ${ledger.toFixed(2)} ms`,
    )
    for (const [name, query] of questions) {
      const time = medians.get(name) ?? 0
      const size = await sizeOf(bench, query)
      const ratios = `${(time / level).toFixed(1)} x units, ${(time / ledger).toFixed(1)} x entries`
      const met = time <= goal * Math.max(level, ledger) ? 'met' : 'NOT MET'
      lines.push(
        `  ${name.padEnd(16)}${time.toFixed(2).padStart(10)} ms  ${ratios}  <= ${goal}: ${met}  (${size})`,
      )
    }
  }
  return ['Inspection: GraphQL beside plain scans', ...lines].join('\n')
}
