import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fillRows, targetKindRule, type FillProposal, type FillRow, type FillRule } from '@seedbed/shared'
import type { RowFault } from '../../lib/errors.js'
import {
  amountIn,
  baseOf,
  baseOfTarget,
  countOf,
  EMPTY_SHEET,
  isChanged,
  redo,
  shownOf,
  step,
  undo,
  writtenPersons,
  type Base,
  type Field,
  type Sheet,
  type TypedRows,
} from './sheet-cells.js'
import type { Worksheet, WorksheetRow } from './worksheet-query.js'

/** A row with what was read, what it shows, and what is wrong with it. */
export interface SheetRow {
  id: string
  row: WorksheetRow
  base: Base
  amount: string
  note: string
  pinned: boolean
  changed: boolean
  fault: string | null
}

/** The target that the unit sets for itself, typed above the rows. */
export interface OwnAmount {
  id: string
  name: string
  base: Base
  amount: string
  note: string
  changed: boolean
  fault: string | null
}

/** What somebody else has made of a row since it was read. */
export interface Theirs {
  before: Base
  theirs: Base
}

/** What a fill rule would do. */
export interface FillAsked {
  rule: FillRule
  percent: number
  onlyEmpty: boolean
}

/** Typed rows are kept while one looks at another year, kind or plan of the unit. */
const kept = new Map<string, Sheet>()

/** Forgets all that was typed and not saved. */
export function forgetSheets(): void {
  kept.clear()
}

const emptyBase: Base = { targetId: null, version: null, amount: '', note: '' }

function fillRowOf({ id, row, amount, pinned }: SheetRow, onlyEmpty: boolean): FillRow {
  const count = countOf(amount)
  const isFixed = pinned || (onlyEmpty && amount.trim() !== '')
  return {
    key: id,
    fixed: isFixed ? (count ?? 0) : null,
    lastTarget: row.lastTarget,
    lastResult: row.lastAdmitted,
    members: row.members,
    sources: row.sources,
    registered: row.registered,
  }
}

/**
 * The state of a worksheet: rows as read with what was typed over them, undo and redo, sums, faults of cells, and rows
 * that someone else has changed. Nothing typed is lost by an error or by looking elsewhere.
 */
export function useSheet(
  key: string,
  { unit: { id: unitId, name }, sheet }: { unit: { id: string; name: string }; sheet: Worksheet },
  plan: number | null,
) {
  const [state, setState] = useState<Sheet>(() => kept.get(key) ?? EMPTY_SHEET)
  const [overrides, setOverrides] = useState<Record<string, Base>>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<Record<string, Theirs>>({})
  const isRange = plan === null && targetKindRule(sheet.kind).states === 'RANGE'
  useEffect(() => {
    kept.set(key, state)
  }, [key, state])

  const rows = useMemo(
    () =>
      sheet.rows.map((row): SheetRow => {
        const { id } = row.organization
        const base = overrides[id] ?? baseOf(row, plan)
        const typed = state.rows[id]
        const shown = shownOf(base, typed)
        const value = amountIn(shown.amount, isRange)
        const wrong = typeof value === 'string' ? value : null
        return {
          ...{ id, row, base, ...shown, pinned: typed?.pinned ?? false, changed: isChanged(base, typed) },
          fault: wrong ?? faults[id] ?? null,
        }
      }),
    [sheet, plan, overrides, state.rows, isRange, faults],
  )
  const own = useMemo((): OwnAmount | null => {
    if (!sheet.ownHere || plan !== null) return null
    const base = overrides[unitId] ?? baseOfTarget(sheet.ownTarget)
    const shown = shownOf(base, state.rows[unitId])
    const value = amountIn(shown.amount, isRange)
    const fault = typeof value === 'string' ? value : (faults[unitId] ?? null)
    return { id: unitId, name, base, ...shown, changed: isChanged(base, state.rows[unitId]), fault }
  }, [sheet, plan, unitId, name, overrides, state.rows, isRange, faults])
  const latest = useRef<ReadonlyArray<{ id: string; base: Base }>>([])
  latest.current = own ? [own, ...rows] : rows
  const isOwnKnown = own !== null && (own.amount !== '' || own.base.amount !== '')
  const assigned = isOwnKnown ? countOf(own.amount) : sheet.assigned

  const write = useCallback((change: (typed: TypedRows) => TypedRows) => {
    setState((now) => step(now, change(now.rows)))
    setFaults({})
  }, [])
  const put = useCallback(
    (id: string, field: Field, text: string) =>
      write((typed) => ({ ...typed, [id]: { ...typed[id], [field]: text } })),
    [write],
  )
  const pin = useCallback(
    (id: string) => write((typed) => ({ ...typed, [id]: { ...typed[id], pinned: !typed[id]?.pinned } })),
    [write],
  )

  const allotted = rows.reduce((sum, { amount }) => sum + (countOf(amount) ?? 0), 0)
  const propose = useCallback(
    ({ rule, percent, onlyEmpty }: FillAsked): FillProposal =>
      fillRows(
        { rule, whole: assigned, percent: Math.round(percent * 100) },
        rows.map((row) => fillRowOf(row, onlyEmpty)),
      ),
    [rows, assigned],
  )
  const fill = useCallback(
    ({ amounts }: FillProposal) =>
      write((typed) => {
        const next: Record<string, TypedRows[string]> = { ...typed }
        for (const [id, amount] of amounts) next[id] = { ...next[id], amount: String(amount) }
        return next
      }),
    [write],
  )

  const clear = useCallback(() => {
    setState(EMPTY_SHEET)
    setOverrides({})
    setFaults({})
    setTheirs({})
  }, [])

  const refused = useCallback((all: readonly RowFault[], words: (fault: RowFault) => string) => {
    const byId = new Map(latest.current.map((row) => [row.id, row.base]))
    const changed: Record<string, Theirs> = {}
    const wrong: Record<string, string> = {}
    for (const fault of all) {
      const before = byId.get(fault.organizationId)
      if (fault.theirs === undefined || !before) wrong[fault.organizationId] = words(fault)
      else changed[fault.organizationId] = { before, theirs: theirBase(fault.theirs) }
    }
    setFaults(wrong)
    setTheirs(changed)
  }, [])
  const settle = useCallback((id: string, keepMine: boolean) => {
    setTheirs((all) => {
      const { [id]: one, ...rest } = all
      if (one) setOverrides((known) => ({ ...known, [id]: one.theirs }))
      return rest
    })
    if (!keepMine)
      setState((now) => {
        const { [id]: _mine, ...rest } = now.rows
        return step(now, rest)
      })
  }, [])

  return {
    ...{
      rows,
      own,
      assigned,
      allotted,
      isRange,
      theirs,
      write,
      put,
      pin,
      propose,
      fill,
      clear,
      refused,
      settle,
    },
    changed: [...(own ? [own] : []), ...rows].filter((row) => row.changed),
    faulty: [...(own ? [own] : []), ...rows].filter((row) => row.fault !== null),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    undo: useCallback(() => setState(undo), []),
    redo: useCallback(() => setState(redo), []),
  }
}

function theirBase(theirs: RowFault['theirs']): Base {
  if (!theirs) return emptyBase
  return {
    targetId: theirs.id,
    version: theirs.id === null ? null : theirs.version,
    amount: writtenPersons(theirs.amountMin, theirs.amountMax),
    note: theirs.note ?? '',
  }
}

export type SheetState = ReturnType<typeof useSheet>
