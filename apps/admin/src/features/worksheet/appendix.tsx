import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTexts } from '../../app/i18n/i18n.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { formatCount } from '../../lib/format.js'
import { countOf } from './sheet-cells.js'
import type { SheetRow } from './use-sheet.js'
import type { WorksheetUnit } from './worksheet-query.js'

interface Props {
  unit: WorksheetUnit
  rows: readonly SheetRow[]
}

/** The document that most of the rows rest on. */
function documentOf(rows: readonly SheetRow[]): string | null {
  const counts = new Map<string, number>()
  for (const { row } of rows) {
    const number = row.target?.document?.number
    if (number) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function useTable({ unit, rows }: Props) {
  const { t } = useTexts()
  const { year } = unit.targetWorksheet
  const heading = ['#', t('units.name'), t('worksheet.targetOf', { year }), t('worksheet.note')]
  const body = rows.map(
    ({ row, amount, note }, index) => [index + 1, row.organization.name, amount, note] as const,
  )
  const sum = rows.reduce((total, { amount }) => total + (countOf(amount) ?? 0), 0)
  return {
    heading,
    body,
    sum,
    total: t('units.total', { n: rows.length }),
    title: t('worksheet.appendix', { year, unit: unit.name }),
  }
}

/** Hands the appendix over as CSV: whole numbers as numbers. */
export function useAppendixDownload(props: Props): () => void {
  const { heading, body, sum, total, title } = useTable(props)
  return () => {
    const lines = body.map(([index, name, amount, note]) => {
      const isPlain = /^\d+$/u.test(amount)
      return [index, name, isPlain ? Number(amount) : amount, note]
    })
    void downloadCsv(`${title}.csv`, toCsv([[title], heading, ...lines, ['', total, sum, '']]))
  }
}

/** The appendix to the decision, a plain table of the units, on paper; closes when it was printed. */
export function Appendix({ onPrinted, ...props }: Props & { onPrinted: () => void }) {
  const { language, t } = useTexts()
  const { heading, body, sum, total, title } = useTable(props)
  const number = documentOf(props.rows)
  useEffect(() => {
    document.body.classList.add('sb-printing')
    const timer = setTimeout(() => {
      window.print()
      onPrinted()
    }, 50)
    return () => {
      clearTimeout(timer)
      document.body.classList.remove('sb-printing')
    }
  }, [onPrinted])
  return createPortal(
    <section className="sb-appendix" aria-label={title}>
      <h1>{title}</h1>
      {number && <p>{t('worksheet.appendixTo', { number })}</p>}
      <table>
        <thead>
          <tr>
            {heading.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(([index, name, amount, note]) => (
            <tr key={index}>
              <td>{index}</td>
              <td>{name}</td>
              <td className="sb-num">{amount}</td>
              <td>{note}</td>
            </tr>
          ))}
          <tr>
            <td />
            <td>{total}</td>
            <td className="sb-num">{formatCount(sum, language)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </section>,
    document.body,
  )
}
