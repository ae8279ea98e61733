import { memo, useEffect, useRef, type ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import type { Column } from './grid-columns.js'
import { ROW_HEIGHT } from './grid-window.js'
import { useFaultText } from './sheet-words.js'
import type { Step } from './use-grid-keys.js'
import type { SheetRow } from './use-sheet.js'

interface Props {
  row: SheetRow
  position: number
  columns: readonly Column[]
  readOnly: boolean
  /** Column of the active cell, if it is in this row. */
  active: number | null
  selected: number | null
  /** What is being typed into the active cell. */
  editing: string | null
  onActivate: (column: number, extend: boolean) => void
  onEdit: (text: string | null) => void
  onCommit: (step: Step) => void
  onPin: (id: string) => void
}

function Editor({
  text,
  label,
  onEdit,
  onCommit,
}: Pick<Props, 'onEdit' | 'onCommit'> & { text: string; label: string }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <input
      ref={input}
      className="sb-sheet-input"
      aria-label={label}
      value={text}
      maxLength={2000}
      onChange={(event) => onEdit(event.target.value)}
      onBlur={() => onCommit('STAY')}
    />
  )
}

function classesOf(row: SheetRow, column: Column, isActive: boolean, isSelected: boolean): string {
  return [
    column.numeric ? 'sb-num' : '',
    column.field ? 'sb-sheet-typed' : 'sb-sheet-read',
    column.field === 'amount' && row.amount.trim() === '' ? 'sb-sheet-none' : '',
    column.field === 'amount' && row.fault ? 'sb-sheet-fault' : '',
    column.field && row.changed ? 'sb-sheet-changed' : '',
    isSelected ? 'sb-sheet-selected' : '',
    isActive ? 'sb-sheet-active' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function GridRowOf(props: Props): ReactNode {
  const { row, position, columns, readOnly, active, selected, editing, onActivate, onEdit, onCommit, onPin } =
    props
  const { t } = useTexts()
  const faultText = useFaultText()
  const pinText = t(row.pinned ? 'worksheet.unpin' : 'worksheet.pin', { unit: row.row.organization.name })
  return (
    <div
      className="sb-sheet-row"
      role="row"
      aria-rowindex={position + 2}
      data-unit={row.id}
      style={{ position: 'absolute', top: position * ROW_HEIGHT, height: ROW_HEIGHT }}
    >
      <span className="sb-sheet-number" role="rowheader">
        <button
          type="button"
          tabIndex={-1}
          disabled={readOnly}
          aria-pressed={row.pinned}
          aria-label={`${position + 1}. ${pinText}`}
          title={pinText}
          onClick={() => onPin(row.id)}
        >
          {position + 1}
        </button>
      </span>
      {columns.map((column, index) => {
        const isActive = active === index
        const isEdited = isActive && editing !== null
        const fault = column.field === 'amount' && row.fault ? faultText(row.fault) : undefined
        return (
          <span
            key={column.key}
            id={`cell-${position}-${index}`}
            role="gridcell"
            aria-colindex={index + 2}
            aria-selected={selected === index}
            aria-invalid={fault ? true : undefined}
            aria-readonly={column.field ? undefined : true}
            title={fault ?? (column.field === 'note' ? row.note : undefined)}
            className={classesOf(row, column, isActive, selected === index)}
            style={{ flex: `0 0 ${column.width}px` }}
            onMouseDown={(event) => {
              if (!isEdited) onActivate(index, event.shiftKey)
            }}
            onDoubleClick={() => {
              if (column.field && !readOnly) onEdit(column.text(row))
            }}
          >
            {isEdited ? (
              <Editor text={editing} label={column.title} onEdit={onEdit} onCommit={onCommit} />
            ) : (
              (column.cell?.(row) ?? column.text(row))
            )}
            {fault && <span className="sb-visually-hidden">{fault}</span>}
          </span>
        )
      })}
    </div>
  )
}

/** One row of the worksheet. */
export const GridRow = memo(GridRowOf)
