import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { behindFigure } from '../../lib/behind.js'
import { formatCount, formatSigned } from '../../lib/format.js'
import { scaleOf, type SheetRow } from './sheet-rows.js'

type Scale = ReturnType<typeof scaleOf>

/** Where the members stood before and after a row, between the lowest and the highest of the sheet. */
function Step({ row, scale }: { row: SheetRow; scale: Scale }) {
  const { from, to, kind } = row
  const width = scale.high - scale.low
  if (from === undefined || to === undefined || width === 0) return null
  const at = (members: number) => `${((members - scale.low) / width) * 100}%`
  const tone = kind === 'stock' ? 'sb-step-stock' : to > from ? 'sb-step-more' : 'sb-step-less'
  const size = `${(Math.abs(to - from) / width) * 100}%`
  return (
    <span className="sb-steps" aria-hidden>
      {(kind === 'stock' || from !== to) && (
        <span className={`sb-step ${tone}`} style={{ left: at(Math.min(from, to)), width: size }} />
      )}
    </span>
  )
}

/** Opening and closing lead to the members, lines to the people or the units behind them. */
function useHrefOf() {
  const { unitId, hrefTo } = usePlace()
  const here = (extra: Record<string, string>) => hrefTo(unitId, 'balance', extra)
  return (row: SheetRow): string | null => {
    if (row.id === 'opening' || row.id === 'closing')
      return here({ people: row.id === 'opening' ? 'membersAtStart' : 'members' })
    const { line } = row
    if (!line || line.count === 0) return null
    if (line.side) return here({ units: line.side })
    if (!line.indicator) return null
    const { tab, extra } = behindFigure(line.indicator)
    return tab === 'admissions' ? hrefTo(unitId, tab, extra) : here({ people: line.indicator })
  }
}

function Count({ row }: { row: SheetRow }) {
  const { language } = useTexts()
  const href = useHrefOf()(row)
  const isTotal = row.kind === 'stock' || row.id === 'declared'
  const text = isTotal ? formatCount(row.count, language) : formatSigned(row.count, language)
  if (href === null) return <>{text}</>
  return (
    <Link to={href} aria-label={`${row.label}: ${text}`}>
      {text}
    </Link>
  )
}

/** The sheet as a table, each number with its sign and, on wide screens, drawn as a step from opening to closing. */
export function SheetTable({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTexts()
  const scale = scaleOf(rows)
  return (
    <table className="sb-sheet">
      <thead>
        <tr>
          <th scope="col">{t('sheet.line')}</th>
          <th scope="col" className="sb-num">
            {t('sheet.members')}
          </th>
          <td className="sb-sheet-steps" aria-hidden />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            className={`sb-sheet-${row.kind} ${row.count === 0 ? 'sb-sheet-none' : ''}`}
            data-line={row.id}
          >
            <th scope="row">
              {row.label}
              {row.note !== '' && row.note !== row.label && <small>{row.note}</small>}
            </th>
            <td className="sb-num">
              <Count row={row} />
            </td>
            <td className="sb-sheet-steps" aria-hidden>
              <Step row={row} scale={scale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
