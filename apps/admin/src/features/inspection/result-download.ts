import { findIndicator, type OrganizationQuery } from '@seedbed/shared'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useNotice } from '../../app/notices.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { downloadCsv, toCsv } from '../../lib/csv.js'
import { failureOf } from '../../lib/errors.js'
import { figureOf, formatDay, type Language } from '../../lib/format.js'
import { downloadXlsx } from '../../lib/xlsx.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import type { FoundUnits } from './query-query.js'
import { useWholeAnswer } from './use-run.js'

type Cell = string | number | null
type Say = (key: keyof typeof QUERY_TEXTS, params?: Record<string, string | number>) => string

/** The whole answer as rows of a file: the heads, the units, the totals. Numbers stay numbers. */
export function rowsOf(answer: FoundUnits, query: OrganizationQuery, language: Language, say: Say): Cell[][] {
  const ids = answer.total?.map(({ indicator }) => indicator) ?? query.indicators
  const head = [say('unit'), say('parent'), ...ids.map((id) => findIndicator(id)?.label[language] ?? id)]
  const rows = answer.edges.map(({ node: { organization, figures } }): Cell[] => [
    organization.name,
    organization.parent?.name ?? null,
    ...ids.map((id) => figureOf(figures, id)?.value ?? null),
  ])
  const total = ids.map((id) => {
    const one = answer.total?.find(({ indicator }) => indicator === id)
    return one?.withheld ? say('notAdded') : (one?.figure?.value ?? null)
  })
  return [head, ...rows, [say('total', { n: answer.totalCount }), null, ...total]]
}

/** Fetches the whole answer and hands it over as CSV or as a workbook, with the question as a sentence. */
export function useResultDownload(query: OrganizationQuery, sentence: string) {
  const whole = useWholeAnswer()
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const say = useNotice()
  const [downloading, setDownloading] = useState<'csv' | 'xlsx' | null>(null)
  async function download(kind: 'csv' | 'xlsx') {
    setDownloading(kind)
    try {
      const rows = rowsOf(await whole(query), query, language, w)
      const name = `${w('sheet')} ${formatDay(query.asOf).replaceAll('/', '-')}.${kind}`
      if (kind === 'csv') await downloadCsv(name, toCsv([[sentence], ...rows]))
      else
        await downloadXlsx(name, [
          { name: w('sheet'), rows, heads: 1, widths: [40, 32, ...rows[0]!.slice(2).map(() => 16)] },
          { name: w('question'), rows: [[sentence]], widths: [120] },
        ])
    } catch (error) {
      say(w('downloadFailed', { why: failureOf(error).message }))
    } finally {
      setDownloading(null)
    }
  }
  return { download, downloading }
}
