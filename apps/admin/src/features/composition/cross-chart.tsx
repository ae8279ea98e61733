import { useTexts } from '../../app/i18n/i18n.js'
import type { CrossCategory, CrossTab } from './composition-query.js'

/** From the accent to the track: neighbours differ, the order is that of the categories. */
function shade(index: number, of: number): string {
  const part = of < 2 ? 100 : Math.round(100 - (85 * index) / (of - 1))
  return `color-mix(in srgb, var(--sb-accent) ${part}%, var(--sb-track))`
}

const nameOf = ({ label, labelEn }: CrossCategory, language: string) => (language === 'vi' ? label : labelEn)

interface Segment {
  name: string
  count: number
  color: string
}

function Bar({
  name,
  segments,
  total,
  most,
}: {
  name: string
  segments: Segment[]
  total: string
  most: number
}) {
  return (
    <li>
      <span className="sb-cross-name">{name}</span>
      <span className="sb-cross-track">
        {segments
          .filter(({ count }) => count > 0)
          .map((segment) => (
            <span
              key={segment.name}
              title={`${segment.name}: ${segment.count}`}
              style={{ width: `${(segment.count / most) * 100}%`, background: segment.color }}
            />
          ))}
      </span>
      <b className="sb-num">{total}</b>
    </li>
  )
}

/** Bars of the rows, cut by the columns; the longest fills the line. The table says the same in numbers. */
export function CrossChart({ tab }: { tab: CrossTab }) {
  const { language } = useTexts()
  const width = Math.max(tab.columns.length, 1)
  const most = Math.max(1, ...tab.rows.map(({ total }) => total.count ?? 0))
  const segmentsOf = (row: number): Segment[] =>
    tab.cells.slice(row * width, (row + 1) * width).map((cell, index) => {
      const column = tab.columns[index] ?? tab.rows[row]
      return {
        name: column ? nameOf(column, language) : '',
        count: cell.count ?? 0,
        color: shade(index, width),
      }
    })
  return (
    <figure className="sb-cross-chart">
      <ul>
        {tab.rows.map((row, index) => (
          <Bar
            key={row.code}
            name={nameOf(row, language)}
            segments={segmentsOf(index)}
            total={row.total.text}
            most={most}
          />
        ))}
      </ul>
      {tab.columns.length > 0 && (
        <figcaption>
          {tab.columns.map((column, index) => (
            <span key={column.code}>
              <i style={{ background: shade(index, width) }} aria-hidden /> {nameOf(column, language)}{' '}
              <b>{column.total.text}</b>
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  )
}
