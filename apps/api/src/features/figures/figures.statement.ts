import { maxDay, measureColumn, minDay, type MeasureId, type Period } from '@seedbed/shared'
import { basisCode, entryValue, lit, treeOn, whilePathHolds, within, type Window } from './statement-parts.js'
import { flowNeed, stockNeeds, type Need, type SumsQuestion } from './sums-question.js'

function sameWindow(a: Window, b: Window): boolean {
  return a.from === b.from && a.to === b.to
}

interface Column {
  alias: string
  sql: string
}

interface Part {
  columns: Column[]
  from: string
  part: string
}

/**
 * The sums of a question as one statement over path, entries and balances, as the specification of the ledger has
 * it: flows by the tree of the event's day (RECORDED) or of one day (RESTATED), stocks by the tree of the as-of date
 * (RECORDED) or of that one day. `opened` are the years that have entries. Rows: unit, via (0: directly at the
 * unit; all 0 unless byChild), part, then f_, s_ and b_ columns. Answers null when nothing can have been recorded.
 */
export function sumsStatement(q: SumsQuestion, opened: readonly number[]): string | null {
  const flows = flowNeed(q, opened)
  const stocks = stockNeeds(q, opened)
  const parts = [
    ...scansOf(q, flows, stocks).map((needs) => entriesPart(q, needs)),
    ...(q.knownOn === undefined ? balancesOf(stocks).map((needs) => balancePart(q, needs)) : []),
  ]
  if (parts.length === 0) return null
  return united(q, parts)
}

/**
 * The parts as one statement; a column that a part does not have is 0 there. Each is grouped in the order in which
 * the path lies, so that nothing is sorted.
 */
function united(q: SumsQuestion, parts: readonly Part[]): string {
  const all = [
    ...columnsAs('f', q.measures.flows),
    ...columnsAs('s', q.measures.stocks),
    ...columnsAs('b', q.measures.before),
    ...(q.handovers ? ['handovers'] : []),
  ]
  const selects = parts.map(({ columns, from, part }) => {
    const list = all.map(
      (alias) => `${columns.find((column) => column.alias === alias)?.sql ?? '0'} AS ${alias}`,
    )
    const via = q.byChild ? 'p.via' : '0'
    return `SELECT p.ancestor AS unit, ${via} AS via, ${part} AS part, ${list.join(', ')} ${from}
      GROUP BY p.ancestor${q.byChild ? ', p.valid_to, p.via' : ''}${part === '0' ? '' : `, ${part}`}`
  })
  if (selects.length === 1 && !q.byChild) return selects[0] as string
  const sums = all.map((alias) => `SUM(${alias}) AS ${alias}`)
  return `SELECT unit, via, part, ${sums.join(', ')} FROM (${selects.join(' UNION ALL ')}) sums GROUP BY unit, via, part`
}

const columnsAs = (prefix: string, ids: readonly MeasureId[]) =>
  ids.map((id) => `${prefix}_${measureColumn(id)}`)

const ancestors = (q: SumsQuestion) => `p.ancestor IN (${q.units.join(', ')})`

/**
 * Which needs one pass over the entries serves: stocks go with the flows of the same years, unless the flows are cut
 * into parts. A stock at the end of a year needs no entries. As known on a day, each is read for itself.
 */
function scansOf(
  { parts: cuts, knownOn }: SumsQuestion,
  flows: Need | null,
  stocks: readonly Need[],
): Need[][] {
  const scans = flows ? [[flows]] : []
  if (knownOn !== undefined) return [...scans, ...stocks.map((need) => [need])]
  const closed = flows !== null && cuts !== undefined && cuts.length > 1
  for (const need of stocks.filter(({ days }) => days.from <= days.to)) {
    const fits = scans.find(
      (scan, index) => !(closed && index === 0) && scan[0]?.years.includes(need.years[0] ?? 0),
    )
    if (fits) fits.push(need)
    else scans.push([need])
  }
  return scans
}

/** Stocks that begin with the balances of the same year read them together. */
function balancesOf(stocks: readonly Need[]): Need[][] {
  const [first, second] = stocks
  return first && second && first.years[0] === second.years[0]
    ? [[first, second]]
    : stocks.map((one) => [one])
}

function widest(windows: readonly Window[]): Window {
  return {
    from: windows.map(({ from }) => from).reduce(minDay),
    to: windows.map(({ to }) => to).reduce(maxDay),
  }
}

/** One pass over the entries below the units; the join order is given, the path first. */
function entriesPart(q: SumsQuestion, needs: readonly Need[]): Part {
  const [first] = needs as [Need]
  const all = {
    years: first.years,
    days: widest(needs.map(({ days }) => days)),
    tree: widest(needs.map(({ tree }) => tree)),
    inPath: needs.every(({ inPath }) => inPath),
  }
  const where = [
    ancestors(q),
    `e.basis IN ${basisCode[q.basis]}`,
    `e.date >= ${lit(all.days.from)} AND e.date <= ${lit(all.days.to)}`,
    within(all.tree),
    ...(all.inPath ? [whilePathHolds] : []),
    ...(q.knownOn === undefined ? [] : [`e.recorded_on <= ${lit(q.knownOn)}`]),
  ]
  const handovers =
    q.handovers && first.prefix === 'f' ? [{ alias: 'handovers', sql: 'SUM(e.reorganization)' }] : []
  return {
    columns: [...needs.flatMap((need) => columnsOf(need, all, (id) => entryValue(q, id))), ...handovers],
    from: `FROM organization_path p STRAIGHT_JOIN ledger_entry e ON e.organization = p.descendant
    AND e.year IN (${all.years.join(', ')}) WHERE ${where.join(' AND ')}`,
    part: first.prefix === 'f' ? partOf(q.parts) : '0',
  }
}

/** Sums of a need in a pass that may read more than the need wants. A path that holds on the day lies in its tree. */
function columnsOf(need: Need, all: Omit<Need, 'prefix' | 'measures'>, value: (id: MeasureId) => string) {
  const narrower = [
    ...(need.days.from === all.days.from ? [] : [`e.date >= ${lit(need.days.from)}`]),
    ...(need.days.to === all.days.to ? [] : [`e.date <= ${lit(need.days.to)}`]),
    ...(need.inPath || sameWindow(need.tree, all.tree)
      ? []
      : [`e.date <= ${lit(need.days.to)}`, within(need.tree)]),
    ...(need.inPath && !all.inPath ? [whilePathHolds] : []),
  ]
  const when = [...new Set(narrower)].join(' AND ')
  return need.measures.map((id): Column => {
    const sql =
      when === '' ? value(id) : `CASE WHEN e.${measureColumn(id)} <> 0 AND ${when} THEN ${value(id)} END`
    return { alias: `${need.prefix}_${measureColumn(id)}`, sql: `SUM(${sql})` }
  })
}

function partOf(parts: readonly Period[] | undefined): string {
  if (!parts || parts.length < 2) return '0'
  const cases = parts.slice(0, -1).map(({ to }, index) => `WHEN e.date <= ${lit(to)} THEN ${index}`)
  return `CASE ${cases.join(' ')} ELSE ${parts.length - 1} END`
}

function balancePart(q: SumsQuestion, needs: readonly Need[]): Part {
  const [first] = needs as [Need]
  const tree = widest(needs.map((need) => need.tree))
  const columns = needs.flatMap((need) =>
    need.measures.map((id): Column => {
      const column = `b.${measureColumn(id)}`
      const sql = sameWindow(need.tree, tree) ? column : `CASE WHEN ${within(need.tree)} THEN ${column} END`
      return { alias: `${need.prefix}_${measureColumn(id)}`, sql: `SUM(${sql})` }
    }),
  )
  return {
    columns,
    from: `FROM organization_path p STRAIGHT_JOIN ledger_balance b ON b.year = ${first.years.join()} AND b.organization = p.descendant
      WHERE ${ancestors(q)} AND b.basis IN ${basisCode[q.basis]} AND ${within(tree)}`,
    part: '0',
  }
}

/** The last day with an admission up to the as-of date, by unit and child: a state, read and not summed. */
export function lastAdmissionStatement(q: SumsQuestion): string {
  const tree = within(treeOn(q.treeAt))
  const recorded = q.perimeter === 'RECORDED'
  const inLife = recorded ? 'AND a.date >= p.valid_from AND a.date < p.valid_to' : ''
  return `SELECT p.ancestor AS unit, ${q.byChild ? 'p.via' : '0'} AS via,
      MAX((SELECT MAX(a.date) FROM admission_day a WHERE a.organization = p.descendant
        AND a.basis = ${q.basis === 'DECISION' ? 1 : 2} AND a.date <= ${lit(q.asOf)} ${inLife})) AS last_date
    FROM organization_path p WHERE ${ancestors(q)} ${recorded ? '' : `AND ${tree}`}
    GROUP BY p.ancestor${q.byChild ? ', p.via' : ''}`
}
