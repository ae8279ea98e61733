import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import type { Column } from './grid-columns.js'
import { GridRow } from './grid-row.js'
import { ROW_HEIGHT, useWindow } from './grid-window.js'
import { useGridKeys, type Active } from './use-grid-keys.js'
import type { SheetState } from './use-sheet.js'

interface Props {
  state: SheetState
  columns: readonly Column[]
  readOnly: boolean
  label: string
}

function Heading({ columns }: { columns: readonly Column[] }) {
  return (
    <div className="sb-sheet-row sb-sheet-head" role="row" aria-rowindex={1}>
      <span className="sb-sheet-number" role="columnheader" aria-label="#" />
      {columns.map(({ key, title, hint, width, numeric }, index) => (
        <span
          key={key}
          role="columnheader"
          aria-colindex={index + 2}
          title={hint ?? title}
          className={numeric ? 'sb-num' : undefined}
          style={{ flex: `0 0 ${width}px` }}
        >
          {title}
        </span>
      ))}
    </div>
  )
}

function Totals({ columns, count }: { columns: readonly Column[]; count: number }) {
  return (
    <div className="sb-sheet-row sb-sheet-total" role="row" aria-rowindex={count + 2}>
      <span className="sb-sheet-number" role="gridcell" />
      {columns.map(({ key, width, numeric, total }, index) => (
        <span
          key={key}
          role="gridcell"
          aria-colindex={index + 2}
          className={numeric ? 'sb-num' : undefined}
          style={{ flex: `0 0 ${width}px` }}
        >
          {total}
        </span>
      ))}
    </div>
  )
}

/**
 * The worksheet as a grid that works like a spreadsheet: arrows, Enter, Tab, Escape, undo and redo, a column from Excel
 * in and out. Only the rows in view and a few above and below are drawn, however many there are.
 */
export function Grid({ state, columns, readOnly, label }: Props) {
  const { t } = useTexts()
  const { rows } = state
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<Active>({ row: 0, column: columns.length - 2, to: 0 })
  const [editing, setEditing] = useState<string | null>(null)
  const { first, last, reveal } = useWindow(box, rows.length)
  const row = Math.min(active.row, Math.max(rows.length - 1, 0))
  const move = (next: Active) => {
    setActive(next)
    reveal(next.to)
  }
  const { commit, ...handlers } = useGridKeys({
    state,
    columns,
    readOnly,
    active: { ...active, row },
    move,
    editing,
    setEditing,
  })
  const wasEditing = useRef(false)
  useEffect(() => {
    if (editing === null && wasEditing.current) box.current?.focus({ preventScroll: true })
    wasEditing.current = editing !== null
  }, [editing])
  const [top, bottom] = [Math.min(active.row, active.to), Math.max(active.row, active.to)]
  return (
    <div
      ref={box}
      className="sb-sheet"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly={readOnly}
      aria-activedescendant={rows.length > 0 ? `cell-${row}-${active.column}` : undefined}
      {...handlers}
    >
      <Heading columns={columns} />
      <div role="rowgroup" style={{ height: rows.length * ROW_HEIGHT, position: 'relative' }}>
        {rows.slice(first, last).map((one, index) => {
          const position = first + index
          return (
            <GridRow
              key={one.id}
              row={one}
              position={position}
              columns={columns}
              readOnly={readOnly}
              active={position === row ? active.column : null}
              selected={position >= top && position <= bottom ? active.column : null}
              editing={position === row ? editing : null}
              onActivate={(column, extend) =>
                move({
                  row: extend ? active.row : position,
                  column: extend ? active.column : column,
                  to: position,
                })
              }
              onEdit={setEditing}
              onCommit={commit}
              onPin={state.pin}
            />
          )
        })}
      </div>
      <Totals columns={columns} count={rows.length} />
      {rows.length === 0 && <p className="sb-quiet sb-sheet-empty">{t('worksheet.noRows')}</p>}
    </div>
  )
}
