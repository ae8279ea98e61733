import { findIndicator, TOTAL_WITHHELD, type OrganizationQuery, type TotalWithheld } from '@seedbed/shared'
import { Table, type TableColumnType } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePhone } from '../../app/use-media.js'
import { CompletionBar, ShareBar } from '../../components/bars.js'
import { explainFigure } from '../../lib/explain.js'
import { figureOf, formatFigure, shortName } from '../../lib/format.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import type { FoundUnit, FoundUnits } from './query-query.js'
import { linksOf } from './result-links.js'

interface Props {
  query: OrganizationQuery
  answer: FoundUnits
  selected?: readonly string[]
  onSelect?: (ids: string[]) => void
  onOrder: (indicator: string | null, direction: 'ASC' | 'DESC') => void
}

/** Beyond so many rows only those in sight are drawn. */
const MANY = 300
const widthOf = (id: string) => (findIndicator(id)?.unit === 'PERCENT' ? 150 : 104)

function useColumns({ query, onOrder: _, ...props }: Props, phone: boolean): TableColumnType<FoundUnit>[] {
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const links = useMemo(() => linksOf(query), [query])
  const order = query.orderBy?.[0]
  const sorted = (id: string | null) => {
    const isIt = (order?.indicator ?? null) === id
    return isIt ? (order?.direction === 'DESC' ? ('descend' as const) : ('ascend' as const)) : null
  }
  const sort = (id: string | null) => ({
    sorter: true,
    sortOrder: sorted(id),
    sortDirections: ['descend' as const, 'ascend' as const, 'descend' as const],
    showSorterTooltip: false,
  })
  const figure = (id: string): TableColumnType<FoundUnit> => ({
    key: id,
    align: 'right',
    width: widthOf(id),
    title: findIndicator(id)?.label[language] ?? id,
    ...sort(id),
    render: (_value, row) => {
      const one = figureOf(row.figures, id)
      const isShare = findIndicator(id)?.unit === 'PERCENT'
      return (
        <span className={isShare ? 'sb-cell sb-cell-bar' : 'sb-cell'} title={explainFigure(one, language)}>
          {id === 'completion' && <CompletionBar value={one?.value ?? null} />}
          {isShare && id !== 'completion' && <ShareBar value={one?.value ?? null} />}
          <Link className="sb-num" data-figure={id} to={links.figure(row.organization, id)}>
            {formatFigure(one, language)}
          </Link>
        </span>
      )
    },
  })
  const name: TableColumnType<FoundUnit> = {
    key: 'name',
    title: w('unit'),
    fixed: 'start',
    width: phone ? 150 : 230,
    ...sort(null),
    render: (_value, { organization: { id, name: text } }) => (
      <Link to={links.unit(id)}>{phone ? shortName(text) : text}</Link>
    ),
  }
  const parent: TableColumnType<FoundUnit> = {
    key: 'parent',
    title: w('parent'),
    width: 190,
    render: (_value, { organization }) =>
      organization.parent && (
        <Link className="sb-aside" to={links.unit(organization.parent.id)}>
          {shortName(organization.parent.name)}
        </Link>
      ),
  }
  const indicators = props.answer.total?.map(({ indicator }) => indicator) ?? query.indicators
  return [name, ...(phone ? [] : [parent]), ...indicators.map(figure)]
}

function Totals({ answer, span }: { answer: FoundUnits; span: number }) {
  const { language } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <Table.Summary fixed>
      <Table.Summary.Row className="sb-total">
        <Table.Summary.Cell index={0} colSpan={span}>
          {w('total', { n: answer.totalCount })}
        </Table.Summary.Cell>
        {answer.total?.map(({ indicator, figure, withheld }, index) => (
          <Table.Summary.Cell key={indicator} index={index + span} align="right">
            {withheld ? <small>{w('notAdded')}</small> : formatFigure(figure ?? undefined, language)}
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  )
}

/** Why some columns have no total, in words. */
export function Withheld({ total }: { total: FoundUnits['total'] }) {
  const { language, label } = useTexts()
  const w = useOwnTexts(QUERY_TEXTS)
  const by = new Map<TotalWithheld, string[]>()
  for (const { withheld, indicator } of total ?? [])
    if (withheld)
      by.set(withheld, [...(by.get(withheld) ?? []), findIndicator(indicator)?.label[language] ?? indicator])
  return [...by].map(([why, columns]) => (
    <p key={why} className="sb-foot-line">
      {w('withheld', {
        columns: columns.map((text) => `“${text}”`).join(', '),
        why: label(TOTAL_WITHHELD, why),
      })}
    </p>
  ))
}

/** Units as rows, the columns asked for, the totals of all of them below. */
export function ResultTable(props: Props) {
  const { answer, selected, onSelect, onOrder } = props
  const w = useOwnTexts(QUERY_TEXTS)
  const phone = usePhone()
  const columns = useColumns(props, phone)
  const rows = answer.edges.map(({ node }) => node)
  const isLong = rows.length > MANY
  const width = columns.reduce((sum, column) => sum + Number(column.width ?? 0), onSelect ? 40 : 0)
  const first = (phone ? 1 : 2) + (onSelect ? 1 : 0)
  return (
    <>
      <Table<FoundUnit>
        className="sb-units sb-query-result"
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={({ organization }) => organization.id}
        pagination={false}
        tableLayout="fixed"
        virtual={isLong}
        scroll={isLong ? { x: width, y: 560 } : { x: width }}
        rowSelection={
          onSelect && {
            selectedRowKeys: [...(selected ?? [])],
            columnWidth: 40,
            onChange: (keys) => onSelect(keys.map(String)),
            getCheckboxProps: ({ organization }) => ({ 'aria-label': organization.name }) as object,
            getTitleCheckboxProps: () => ({ 'aria-label': w('all') }) as object,
          }
        }
        onChange={(_pages, _filters, sorter) => {
          const chosen = Array.isArray(sorter) ? sorter[0] : sorter
          if (!chosen?.columnKey) return
          onOrder(
            chosen.columnKey === 'name' ? null : String(chosen.columnKey),
            chosen.order === 'ascend' ? 'ASC' : 'DESC',
          )
        }}
        summary={() => <Totals answer={answer} span={first} />}
      />
      <Withheld total={answer.total} />
    </>
  )
}
