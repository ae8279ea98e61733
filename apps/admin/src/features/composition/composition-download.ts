import type { Language } from '../../lib/format.js'
import { translate } from '../../app/i18n/i18n.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import type { CrossCategory, CrossCell, CrossTab } from './composition-query.js'

/** Hands the crossing over as CSV, as it stands on the page: numbers as numbers, what is covered as its text. */
export function downloadCrossTab(title: string, tab: CrossTab, language: Language): void {
  const width = Math.max(tab.columns.length, 1)
  const nameOf = ({ label, labelEn }: CrossCategory) => (language === 'vi' ? label : labelEn)
  const valueOf = (cell: CrossCell | undefined) => cell?.count ?? cell?.text ?? null
  const total = translate(language, 'cross.total')
  const two = tab.columns.length > 0
  const text = toCsv([
    [title],
    [translate(language, 'cross.category'), ...tab.columns.map(nameOf), total],
    ...tab.rows.map((row, index) => [
      nameOf(row),
      ...(two ? tab.cells.slice(index * width, (index + 1) * width).map(valueOf) : []),
      valueOf(row.total),
    ]),
    [total, ...tab.columns.map((column) => valueOf(column.total)), valueOf(tab.total)],
  ])
  void downloadCsv(`${title.replaceAll('/', '-')}.csv`, text)
}
