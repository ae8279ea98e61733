import { useCallback, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Column } from './grid-columns.js'
import { cellsOf, pasteDown } from './sheet-cells.js'
import type { SheetState } from './use-sheet.js'

/** The active cell, and the row to which the selection reaches down or up its column. */
export interface Active {
  row: number
  column: number
  to: number
}

/** Where the active cell goes after a cell was typed into. */
export type Step = 'DOWN' | 'UP' | 'NEXT' | 'BACK' | 'STAY'

interface Parts {
  state: SheetState
  columns: readonly Column[]
  readOnly: boolean
  active: Active
  move: (next: Active) => void
  editing: string | null
  setEditing: (text: string | null) => void
}

const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** The next cell that can be typed into, row by row. */
function nextTyped(
  { row, column }: Active,
  columns: readonly Column[],
  count: number,
  back: boolean,
): Active {
  const typed = columns.flatMap(({ field }, index) => (field ? [index] : []))
  const beyond = back ? typed.filter((one) => one < column).at(-1) : typed.find((one) => one > column)
  if (beyond !== undefined) return { row, column: beyond, to: row }
  const next = clamp(row + (back ? -1 : 1), count)
  const edge = (back ? typed.at(-1) : typed[0]) ?? column
  return { row: next, column: next === row ? column : edge, to: next }
}

function stepFrom(active: Active, step: Step, columns: readonly Column[], count: number): Active {
  if (step === 'NEXT' || step === 'BACK') return nextTyped(active, columns, count, step === 'BACK')
  const by = step === 'DOWN' ? 1 : step === 'UP' ? -1 : 0
  const row = clamp(active.row + by, count)
  return { ...active, row, to: row }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-20, 0],
  PageDown: [20, 0],
}

/** How the keys of a spreadsheet act on the grid; answers its handlers. */
export function useGridKeys({ state, columns, readOnly, active, move, editing, setEditing }: Parts) {
  const { rows, put, write } = state
  const column = columns[active.column]
  const current = rows[active.row]
  const canType = Boolean(column?.field) && !readOnly && current !== undefined

  const commit = useCallback(
    (step: Step) => {
      if (editing === null) return
      if (column?.field && current && editing !== column.text(current)) put(current.id, column.field, editing)
      setEditing(null)
      if (step !== 'STAY') move(stepFrom(active, step, columns, rows.length))
    },
    [editing, column, current, put, setEditing, move, active, columns, rows.length],
  )

  const clear = () => {
    const { field } = column ?? {}
    if (!field || readOnly) return
    const ids = rows
      .slice(Math.min(active.row, active.to), Math.max(active.row, active.to) + 1)
      .map(({ id }) => id)
    write((typed) => ({
      ...typed,
      ...Object.fromEntries(ids.map((id) => [id, { ...typed[id], [field]: '' }])),
    }))
  }

  const go = (event: KeyboardEvent, [down, right]: readonly [number, number]) => {
    const to = clamp((event.shiftKey && down !== 0 ? active.to : active.row) + down, rows.length)
    if (event.shiftKey && down !== 0) return move({ ...active, to })
    const end = event.ctrlKey || event.metaKey
    const row = end && down !== 0 ? (down < 0 ? 0 : rows.length - 1) : to
    move({ row, column: clamp(active.column + right, columns.length), to: row })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const control = event.ctrlKey || event.metaKey
    const arrow = ARROWS[event.key]
    const steps: Record<string, () => void> = {
      Enter: () => {
        const step = event.shiftKey ? 'UP' : 'DOWN'
        if (editing === null) move(stepFrom(active, step, columns, rows.length))
        else commit(step)
      },
      Escape: () => setEditing(null),
      F2: () => canType && setEditing(column!.text(current!)),
      Delete: clear,
      Backspace: clear,
      Home: () => move({ row: control ? 0 : active.row, column: 0, to: control ? 0 : active.row }),
      End: () => {
        const row = control ? rows.length - 1 : active.row
        move({ row, column: columns.length - 1, to: row })
      },
    }
    if (event.key === 'Tab') {
      const next = nextTyped(active, columns, rows.length, event.shiftKey)
      if (next.row === active.row && next.column === active.column) return
      event.preventDefault()
      if (editing === null) move(next)
      else commit(event.shiftKey ? 'BACK' : 'NEXT')
      return
    }
    if (editing !== null) {
      const down = event.key === 'ArrowDown' || event.key === 'ArrowUp'
      if (event.key === 'Escape' || event.key === 'Enter') {
        event.preventDefault()
        steps[event.key]?.()
      } else if (down && column?.field === 'amount') {
        event.preventDefault()
        commit(event.key === 'ArrowDown' ? 'DOWN' : 'UP')
      }
      return
    }
    if (control && !readOnly && (event.key === 'z' || event.key === 'Z')) {
      event.preventDefault()
      return event.shiftKey ? state.redo() : state.undo()
    }
    if (control && !readOnly && event.key === 'y') {
      event.preventDefault()
      return state.redo()
    }
    if (arrow) {
      event.preventDefault()
      return go(event, arrow)
    }
    if (steps[event.key]) {
      event.preventDefault()
      return steps[event.key]!()
    }
    if (canType && !control && !event.altKey && event.key.length === 1) {
      event.preventDefault()
      setEditing(event.key)
    }
  }

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== null || !column?.field || readOnly) return
    event.preventDefault()
    const { field } = column
    const cells = cellsOf(event.clipboardData.getData('text/plain'))
    const ids = rows.map(({ id }) => id)
    const from = Math.min(active.row, active.to)
    const span = Math.abs(active.to - active.row) + 1
    const [only] = cells
    const many = cells.length === 1 && only && span > 1 ? Array.from({ length: span }, () => only) : cells
    write((typed) => pasteDown(typed, ids, from, field, many))
    move({ ...active, row: from, to: clamp(from + many.length - 1, rows.length) })
  }

  const onCopy = (event: ClipboardEvent) => {
    if (editing !== null || !column) return
    event.preventDefault()
    const [top, bottom] = [Math.min(active.row, active.to), Math.max(active.row, active.to)]
    const text = rows.slice(top, bottom + 1).map((row) => column.text(row))
    event.clipboardData.setData('text/plain', text.join('\n'))
  }

  return { onKeyDown, onPaste, onCopy, commit }
}
