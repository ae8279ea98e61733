import type { ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatCount } from '../../lib/format.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import type { Round } from './rounds-query.js'

export type Tally = Round['members']

const COLUMNS = [
  ['concluded', 'concluded'],
  ['shortcoming', 'withShortcoming'],
  ['suspectedViolation', 'withSigns'],
  ['violation', 'withViolation'],
  ['discipline', 'toDiscipline'],
] as const

/** How many were inspected or supervised, a row for each sort, with what was concluded of them. */
export function TallyTable({
  rows,
  head,
}: {
  rows: ReadonlyArray<{ name: ReactNode; key?: string; tally: Tally }>
  head?: string
}) {
  const { language } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  return (
    <div className="sb-tally">
      <table>
        <thead>
          <tr>
            <th scope="col">{head ?? s('subjects')}</th>
            {COLUMNS.map(([name, text]) => (
              <th key={name} scope="col">
                {s(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, key, tally }, index) => (
            <tr key={key ?? index}>
              <th scope="row">{name}</th>
              {COLUMNS.map(([column]) => (
                <td key={column}>{formatCount(tally[column], language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
