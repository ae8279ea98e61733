import { useQuery } from '@apollo/client/react'
import { codesOf, TARGET_KINDS, targetKindRule, writtenDay, type TargetKind } from '@seedbed/shared'
import { Select } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { ReadOnlyNote } from '../../components/read-only-note.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { Appendix, useAppendixDownload } from './appendix.js'
import { ConflictPanel } from './conflict-panel.js'
import { FillBar } from './fill-bar.js'
import { Grid } from './grid.js'
import { useColumns } from './grid-columns.js'
import { PlansBar } from './plans-bar.js'
import { SaveDialog } from './save-dialog.js'
import { Summary } from './summary.js'
import { useSheet } from './use-sheet.js'
import { WorksheetQuery, type WorksheetUnit } from './worksheet-query.js'
import './worksheet.css'

/** Kinds whose numbers can be typed into the worksheet. */
const KINDS = codesOf(TARGET_KINDS).filter((kind) =>
  ['PERSONS', 'RANGE'].includes(targetKindRule(kind).states),
)

function useKind(): TargetKind {
  const { params } = usePlace()
  return KINDS.find((kind) => kind === params.get('kind')) ?? 'ASSIGNED'
}

/** Warns before the page is left with numbers that were typed and not saved. */
function useLeaveWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved])
}

function Foot() {
  const { t } = useTexts()
  const keys: Array<[string, string]> = [
    ['↑ ↓ ← →', t('worksheet.keyMove')],
    ['Enter', t('worksheet.keyEnter')],
    ['Tab', t('worksheet.keyTab')],
    ['Ctrl+V', t('worksheet.keyPaste')],
    ['Ctrl+Z', t('worksheet.keyUndo')],
  ]
  return (
    <p className="sb-sheet-foot">
      <span>
        {keys.map(([key, does]) => (
          <span key={key}>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
      </span>
      <span>{t('worksheet.foot')}</span>
    </p>
  )
}

function Sheet({ unit }: { unit: WorksheetUnit }) {
  const { t, label } = useTexts()
  const { params, setParam } = usePlace()
  const sheet = unit.targetWorksheet
  const at = sheet.plans.findIndex(({ id }) => id === params.get('plan'))
  const plan = sheet.plans[at] ?? null
  const beside = (params.get('beside')?.split(',') ?? [])
    .map((id) => sheet.plans.findIndex((one) => one.id === id))
    .filter((index) => index >= 0 && index !== at)
  const index = plan ? at : null
  const state = useSheet(`${unit.id} ${sheet.year} ${sheet.kind} ${plan?.id ?? ''}`, { unit, sheet }, index)
  const columns = useColumns(sheet, state.rows, { plan: index, beside })
  const [saving, setSaving] = useState(false)
  const [printing, setPrinting] = useState(false)
  const download = useAppendixDownload({ unit, rows: state.rows })
  const printed = useCallback(() => setPrinting(false), [])
  useLeaveWarning(state.changed.length > 0)
  const mayAssign = unit.viewerCanAssignTargets
  const readOnly = sheet.closed || plan?.state === 'ISSUED' || !mayAssign
  return (
    <>
      <Summary
        sheet={sheet}
        state={state}
        readOnly={readOnly}
        onSave={mayAssign ? () => setSaving(true) : undefined}
        onPrint={() => setPrinting(true)}
        onDownload={download}
      />
      {!mayAssign && <ReadOnlyNote />}
      <ConflictPanel state={state} />
      <div className="sb-sheet-bars">
        {!readOnly && <FillBar state={state} sourcesKept={sheet.sourcesKept} />}
        <span className="sb-sheet-bar-end">
          {sheet.kind === 'ASSIGNED' && mayAssign && <PlansBar unit={unit} state={state} plan={plan} />}
          <Select
            aria-label={t('worksheet.kind')}
            value={sheet.kind}
            popupMatchSelectWidth={false}
            options={KINDS.map((code) => ({ value: code, label: label(TARGET_KINDS, code) }))}
            onChange={(kind: string) => setParam({ kind: kind === 'ASSIGNED' ? null : kind, plan: null })}
          />
        </span>
      </div>
      <Grid
        key={`${sheet.kind} ${plan?.id ?? ''} ${columns.length}`}
        state={state}
        columns={columns}
        readOnly={readOnly}
        label={t('worksheet.grid', { unit: unit.name, year: sheet.year, day: writtenDay(sheet.treeAt) })}
      />
      <Foot />
      {saving && <SaveDialog unit={unit} state={state} plan={plan} onClose={() => setSaving(false)} />}
      {printing && <Appendix unit={unit} rows={state.rows} onPrinted={printed} />}
    </>
  )
}

/** The worksheet of a unit and a year. */
export function WorksheetView({ year }: { year: number }) {
  const { t } = useTexts()
  const { place, params, unitId } = usePlace()
  const kind = useKind()
  const { data, error, refetch } = useQuery(WorksheetQuery, {
    variables: { id: unitId, at: place.asOf, year, asOf: place.asOf, kind },
    fetchPolicy: 'cache-and-network',
  })
  const unit = data?.organization
  if (error && !unit) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return data ? <ErrorState error={null} notFound /> : <TableSkeleton />
  if (unit.targetWorksheet.rows.length === 0)
    return (
      <div className="sb-box">
        <EmptyState title={t('worksheet.empty')} hint={t('worksheet.emptyHint')} />
      </div>
    )
  return <Sheet key={`${unit.id} ${year} ${kind} ${params.get('plan') ?? ''}`} unit={unit} />
}
