import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { figureOf, formatDay } from '../../lib/format.js'
import { useRowName } from './unit-cells.js'
import { LAST_YEAR, columnLabel, type Order } from './units-columns.js'
import { UnitsQuery, type UnitRow, type UnitsAnswer as Answer } from './units-query.js'

interface Variables {
  id: string
  at: string
  input: { from: string; asOf: string; indicators: string[] }
  orderBy: Order
}

/** Fetches every page of the table and hands it over as CSV: values as numbers, with what each column counts. */
export function useUnitsDownload(variables: Variables, columns: readonly string[]) {
  const client = useApolloClient()
  const { t, language } = useTexts()
  const rowName = useRowName()
  const [downloading, setDownloading] = useState(false)
  const ids = columns.filter((id) => id !== LAST_YEAR)

  async function allRows() {
    const rows: UnitRow[] = []
    for (let after: string | null = null, more = true; more;) {
      const { data }: { data?: { organization: Answer | null } } = await client.query({
        query: UnitsQuery,
        variables: { ...variables, first: 200, after },
        fetchPolicy: 'network-only',
      })
      const page: Answer['childFigures'] | undefined = data?.organization?.childFigures
      rows.push(...(page?.edges.map(({ node }) => node) ?? []))
      if (!page?.pageInfo.hasNextPage) return { rows, unit: data?.organization }
      after = page.pageInfo.endCursor
      more = after !== null
    }
    return { rows, unit: undefined }
  }

  async function download() {
    setDownloading(true)
    try {
      const { rows, unit } = await allRows()
      const values = (figures: UnitRow['figures']) => ids.map((id) => figureOf(figures, id)?.value ?? null)
      const { from, asOf } = variables.input
      const text = toCsv([
        [unit?.name ?? '', `${formatDay(from)} – ${formatDay(asOf)}`],
        [t('units.name'), ...ids.map((id) => columnLabel(id, language))],
        ...rows.map((row) => [rowName(row), ...values(row.figures)]),
        [t('units.total', { n: rows.length }), ...values(unit?.childFigures.total ?? [])],
      ])
      await downloadCsv(`${unit?.name ?? 'seedbed'} ${asOf}.csv`, text)
    } finally {
      setDownloading(false)
    }
  }

  return { download, downloading }
}
