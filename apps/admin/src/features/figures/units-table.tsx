import { findIndicator, sameDayLastYear } from '@seedbed/shared'
import { Table, type TableColumnType } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePhone } from '../../app/use-media.js'
import { usePlace } from '../../app/use-place.js'
import { figureOf, formatCount, formatDay } from '../../lib/format.js'
import { addDays } from '@seedbed/shared'
import { FigureCell, NameCell, figureText } from './unit-cells.js'
import { LAST_YEAR, columnLabel, type Order } from './units-columns.js'
import { rowsToShow, unitCount, type UnitRow, type UnitsAnswer } from './units-query.js'

interface Props {
  unit: UnitsAnswer
  columns: readonly string[]
  order: Order
  lastYear: { byUnit: Map<string, number>; total: number | null } | null
  onOrder: (order: Order) => void
}

/** The day to which a column speaks, where it is not the as-of day. */
function useDayOf() {
  const { question } = usePlace()
  return (id: string): string | null => {
    if (id === LAST_YEAR) return formatDay(sameDayLastYear(question.asOf))
    if (id === 'membersAtStart') return formatDay(addDays(question.from, -1))
    return null
  }
}

function widthOf(id: string): number {
  if (findIndicator(id)?.unit !== 'PERCENT') return 88
  return id === 'completion' ? 178 : 124
}

function useColumns({ columns, order, lastYear }: Props, phone: boolean): TableColumnType<UnitRow>[] {
  const { t, language } = useTexts()
  const dayOf = useDayOf()
  const figureColumn = (id: string): TableColumnType<UnitRow> => ({
    key: id,
    align: 'right',
    title: (
      <>
        {columnLabel(id, language)}
        {dayOf(id) && <small>{dayOf(id)}</small>}
      </>
    ),
    width: widthOf(id),
    sorter: id !== LAST_YEAR,
    sortOrder: order.indicator === id ? (order.direction === 'ASC' ? 'ascend' : 'descend') : null,
    sortDirections: ['descend', 'ascend', 'descend'],
    showSorterTooltip: false,
    render: (_, row) =>
      id === LAST_YEAR ? (
        <span className="sb-num sb-aside">
          {formatCount(lastYear?.byUnit.get(row.organization?.id ?? row.row), language)}
        </span>
      ) : (
        <FigureCell id={id} row={row} />
      ),
  })
  const name: TableColumnType<UnitRow> = {
    key: 'name',
    title: t('units.name'),
    fixed: 'start',
    width: phone ? 150 : 228,
    render: (_, row) => <NameCell row={row} />,
  }
  return [name, ...columns.map(figureColumn)]
}

/** Children as rows, indicators as columns, the totals below. */
export function UnitsTable(props: Props) {
  const { unit, columns, lastYear, onOrder } = props
  const { t, language } = useTexts()
  const phone = usePhone()
  const tableColumns = useColumns(props, phone)
  const rows = rowsToShow(unit)
  const totalText = (id: string) =>
    id === LAST_YEAR
      ? formatCount(lastYear?.total, language)
      : figureText(id, figureOf(unit.childFigures.total, id), language)
  return (
    <Table<UnitRow>
      className="sb-units"
      size="small"
      columns={tableColumns}
      dataSource={rows}
      rowKey={(row) => row.organization?.id ?? row.row}
      pagination={false}
      tableLayout="fixed"
      scroll={{ x: columns.reduce((sum, id) => sum + widthOf(id), phone ? 150 : 228) }}
      onChange={(_, __, sorter) => {
        const chosen = Array.isArray(sorter) ? sorter[0] : sorter
        if (chosen?.columnKey) {
          onOrder({
            indicator: String(chosen.columnKey),
            direction: chosen.order === 'ascend' ? 'ASC' : 'DESC',
          })
        }
      }}
      summary={() => (
        <Table.Summary>
          <Table.Summary.Row className="sb-total">
            <Table.Summary.Cell index={0}>{t('units.total', { n: unitCount(unit) })}</Table.Summary.Cell>
            {columns.map((id, index) => (
              <Table.Summary.Cell key={id} index={index + 1} align="right">
                {totalText(id)}
              </Table.Summary.Cell>
            ))}
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  )
}
