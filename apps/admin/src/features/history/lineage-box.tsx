import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import { unitHref } from '../../lib/place.js'
import type { UnitHistory } from './history-query.js'

interface Relative {
  id: string
  at: string
  name: string
}

function Relatives({
  title,
  units,
  note,
}: {
  title: string
  units: readonly Relative[]
  note: (unit: Relative) => string
}) {
  const { params } = usePlace()
  const hrefAt = (unit: Relative) => {
    const next = new URLSearchParams(params)
    next.set('asOf', unit.at)
    return unitHref(next, unit.id, 'history')
  }
  if (units.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="sb-list">
        {units.map((unit) => (
          <li key={unit.id}>
            <span>{note(unit)}</span>
            <Link to={hrefAt(unit)}>{unit.name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The units this one was formed from, and those it became. */
export function LineageBox({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  const isAlone = unit.predecessors.length + unit.successors.length === 0
  const ends = new Map(unit.predecessors.map(({ id, validTo }) => [id, validTo]))
  const starts = new Map(unit.successors.map(({ id, validFrom }) => [id, validFrom]))
  return (
    <Box title={t('history.lineage')}>
      {isAlone && <p className="sb-quiet">{t('history.noLineage')}</p>}
      <Relatives
        title={t('history.predecessors')}
        units={unit.predecessors}
        note={({ id }) => t('unit.until', { day: formatDay(ends.get(id)) })}
      />
      <Relatives
        title={t('history.successors')}
        units={unit.successors}
        note={({ id }) => t('history.since', { day: formatDay(starts.get(id)) })}
      />
    </Box>
  )
}
