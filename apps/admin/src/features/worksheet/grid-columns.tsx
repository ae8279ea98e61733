import { PushpinFilled, WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount, formatFigure, formatShortDay, type Language } from '../../lib/format.js'
import { countOf, type Field } from './sheet-cells.js'
import type { SheetRow } from './use-sheet.js'
import type { Worksheet } from './worksheet-query.js'

/** A column of the worksheet. `field` makes it one that is typed into. */
export interface Column {
  key: string
  title: string
  hint?: string
  width: number
  field?: Field
  numeric?: boolean
  text: (row: SheetRow) => string
  cell?: (row: SheetRow) => ReactNode
  total?: string
}

/** Years in which nobody was admitted that are worth a warning. */
const LONG = 2

function sum(rows: readonly SheetRow[], of: (row: SheetRow) => number | null): number | null {
  const known = rows.map(of).filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
}

function LastCompletion({ row }: { row: SheetRow }) {
  const { language } = useTexts()
  const figure = row.row.lastCompletion
  const behind = figure?.value !== null && figure !== null && figure !== undefined && figure.value < 100
  return (
    <span className={behind ? 'sb-behind' : undefined}>{formatFigure(figure ?? undefined, language)}</span>
  )
}

function UnitName({ row }: { row: SheetRow }) {
  const { t } = useTexts()
  const { hrefTo } = usePlace()
  const { organization, allotment, others } = row.row
  const below = allotment && allotment.units > 0
  return (
    <>
      <Link to={hrefTo(organization.id, 'targets')} tabIndex={-1} title={others ?? organization.name}>
        {organization.name}
      </Link>
      {below && (
        <small
          title={t('worksheet.allottedBelow', {
            n: allotment.done,
            m: allotment.units,
            sum: allotment.allotted,
          })}
        >
          {allotment.done}/{allotment.units}
        </small>
      )}
    </>
  )
}

function Amount({ row, language }: { row: SheetRow; language: Language }) {
  const count = countOf(row.amount)
  const isRange = /[-–]/u.test(row.amount)
  const text = row.fault || isRange || count === null ? row.amount : formatCount(count, language)
  return (
    <>
      {row.fault && <WarningOutlined aria-hidden />}
      {row.pinned && !row.fault && <PushpinFilled aria-hidden className="sb-sheet-pin" />}
      {text}
    </>
  )
}

/** What a column of the typed numbers is called. */
function amountTitle(t: ReturnType<typeof useTexts>['t'], sheet: Worksheet, plan: string | null): string {
  return plan ?? t('worksheet.targetOf', { year: sheet.year })
}

/** The columns of a worksheet, in the order of ui.md: last year, members, sources, what is registered, what is set. */
export function useColumns(
  sheet: Worksheet,
  rows: readonly SheetRow[],
  shown: { plan: number | null; beside: readonly number[] },
): Column[] {
  const { t, language } = useTexts()
  const n = (value: number | null | undefined) => formatCount(value, language)
  const last = sheet.year - 1
  const toDate = sheet.lastTo !== null && !sheet.lastTo.endsWith('-12-31')
  const until =
    sheet.lastTo !== null && toDate ? t('worksheet.toDate', { day: formatShortDay(sheet.lastTo) }) : ''
  const number = (
    key: string,
    title: string,
    width: number,
    of: (row: SheetRow) => number | null,
  ): Column => ({
    ...{ key, title, width, numeric: true },
    text: (row) => n(of(row)),
    total: key === 'years' ? '' : n(sum(rows, of)),
  })
  const hasExpected = toDate && rows.some(({ row }) => row.lastExpected !== null)
  return [
    {
      ...{ key: 'unit', title: t('units.name'), width: 240 },
      text: ({ row }) => row.organization.name,
      cell: (row) => <UnitName row={row} />,
      total: t('units.total', { n: rows.length }),
    },
    number('lastTarget', t('worksheet.lastTarget', { year: last }), 72, ({ row }) => row.lastTarget),
    {
      ...number('lastAdmitted', t('worksheet.lastAdmitted', { until }), 106, ({ row }) => row.lastAdmitted),
      hint: t('worksheet.lastAdmittedHint', { year: last }),
    },
    {
      ...{ key: 'lastCompletion', title: t('worksheet.lastCompletion'), width: 76, numeric: true },
      text: ({ row }) => formatFigure(row.lastCompletion ?? undefined, language),
      cell: (row) => <LastCompletion row={row} />,
      total: formatFigure(sheet.lastCompletion ?? undefined, language),
    },
    ...(hasExpected
      ? [
          {
            ...number('expected', t('worksheet.expected'), 76, ({ row }) => row.lastExpected),
            hint: t('worksheet.expectedHint'),
          },
        ]
      : []),
    number('members', t('worksheet.members'), 72, ({ row }) => row.members),
    ...(sheet.sourcesKept ? [number('sources', t('worksheet.sources'), 64, ({ row }) => row.sources)] : []),
    {
      ...number('years', t('worksheet.years'), 92, ({ row }) => row.yearsSinceLastAdmission),
      hint: t('worksheet.yearsHint'),
      cell: ({ row }) => (
        <span className={(row.yearsSinceLastAdmission ?? LONG) >= LONG ? 'sb-behind' : undefined}>
          {row.yearsSinceLastAdmission ?? t('worksheet.never')}
        </span>
      ),
    },
    {
      ...number('registered', t('worksheet.registered'), 72, ({ row }) => row.registered),
      hint: t('worksheet.registeredHint'),
    },
    ...shown.beside.map((index) =>
      number(`plan-${index}`, sheet.plans[index]?.name ?? '', 96, ({ row }) => row.drafts[index] ?? null),
    ),
    ...(shown.plan === null
      ? []
      : [number('issued', t('worksheet.issued'), 76, ({ row }) => row.target?.amountMin ?? null)]),
    {
      ...{ key: 'amount', width: 112, field: 'amount' as const, numeric: true },
      title: amountTitle(t, sheet, shown.plan === null ? null : (sheet.plans[shown.plan]?.name ?? '')),
      text: (row) => row.amount,
      cell: (row) => <Amount row={row} language={language} />,
      total: n(sum(rows, (row) => countOf(row.amount))),
    },
    { key: 'note', title: t('worksheet.note'), width: 240, field: 'note', text: (row) => row.note },
  ]
}
