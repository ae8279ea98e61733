import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatCount } from '../../lib/format.js'
import type { DueAnswer, DueCount } from './due-query.js'

/** How many of some counts stand in a state. */
export function countIn(counts: readonly DueCount[], state: DueCount['state']): number {
  return counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0)
}

/** What is to be done in each unit directly below: overdue, soon due, and what cannot be computed. */
export function DueUnits({ units }: { units: DueAnswer['dueList']['units'] }) {
  const { t, language } = useTexts()
  const { hrefTo } = usePlace()
  if (units.length === 0) return null
  const sorted = units.toSorted((a, b) => countIn(b.counts, 'OVERDUE') - countIn(a.counts, 'OVERDUE'))
  return (
    <Box title={t('due.byUnit')}>
      <table className="sb-plain">
        <thead>
          <tr>
            <th scope="col">{t('due.unit')}</th>
            <th scope="col" className="sb-num">
              {t('due.group.OVERDUE')}
            </th>
            <th scope="col" className="sb-num">
              {t('due.soon')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ organization, counts }) => (
            <tr key={organization.id}>
              <td>
                <Link to={hrefTo(organization.id, 'due')}>{organization.name}</Link>
              </td>
              <td className="sb-num">{formatCount(countIn(counts, 'OVERDUE'), language)}</td>
              <td className="sb-num">{formatCount(countIn(counts, 'WARN'), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}
