import { useQuery } from '@apollo/client/react'
import { INSPECTING_BODIES, ROUND_KINDS } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { useCodeOptions } from '../../components/use-code-options.js'
import { formatDay } from '../../lib/format.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import { InspectionCountsQuery, type CountRow } from './rounds-query.js'
import { TallyTable, type Tally } from './tally-table.js'

const WHOM = ['organizations', 'members'] as const

const sumOf = (tallies: readonly Tally[]): Tally => {
  const sum = (name: Exclude<keyof Tally, '__typename'>) =>
    tallies.reduce((total, tally) => total + tally[name], 0)
  return {
    concluded: sum('concluded'),
    shortcoming: sum('shortcoming'),
    suspectedViolation: sum('suspectedViolation'),
    violation: sum('violation'),
    discipline: sum('discipline'),
  }
}

/** Rows of one name together, in the order in which they come. */
function grouped(
  rows: readonly CountRow[],
  nameOf: (row: CountRow) => string,
  whom: 'organizations' | 'members',
) {
  const groups = new Map<string, Tally[]>()
  for (const row of rows) {
    if (row[whom].concluded === 0) continue
    groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row[whom]])
  }
  return [...groups].map(([name, tallies]) => ({ name, key: name, tally: sumOf(tallies) }))
}

function Counted({ rows, whom }: { rows: readonly CountRow[]; whom: 'organizations' | 'members' }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { tiers } = useCodeOptions()
  const tierOf = (code: string) => tiers.find(({ value }) => value === code)?.label ?? code
  const inspectors = grouped(
    rows,
    ({ tier, body, kind }) =>
      `${tierOf(tier)} · ${label(INSPECTING_BODIES, body)} · ${label(ROUND_KINDS, kind)}`,
    whom,
  )
  const subjects = grouped(rows, ({ subjectTier }) => tierOf(subjectTier), whom)
  const total = { name: s('total'), key: 'total', tally: sumOf(rows.map((row) => row[whom])) }
  return (
    <Box title={s(whom === 'organizations' ? 'units' : 'members')}>
      <TallyTable head={s('tier')} rows={[...inspectors, total]} />
      <TallyTable head={s('subjectTier')} rows={[...subjects, total]} />
    </Box>
  )
}

/** What rounds of the unit and all below it concluded in the period, by level, as reports count it. */
export function CountsView() {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { place, question, unitId } = usePlace()
  const { data, previousData, error, refetch } = useQuery(InspectionCountsQuery, {
    variables: { id: unitId, at: place.asOf, from: question.from },
  })
  const rows = (data ?? previousData)?.organization?.inspectionCounts
  if (error && !rows) return <ErrorState error={error} retry={() => void refetch()} />
  if (!rows) return <TableSkeleton />
  return (
    <div className="sb-inspection-counts" aria-busy={!data}>
      <p className="sb-quiet">
        {s('countsNote', { from: formatDay(question.from), to: formatDay(place.asOf) })}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={s('noCounts')} hint={s('noCountsHint')} />
      ) : (
        <>
          {WHOM.filter((whom) => rows.some((row) => row[whom].concluded > 0)).map((whom) => (
            <Counted key={whom} rows={rows} whom={whom} />
          ))}
        </>
      )}
    </div>
  )
}
