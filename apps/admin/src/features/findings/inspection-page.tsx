import { Button, Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { Forbidden } from '../../components/forbidden.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { mayOpen, useUnit } from '../organizations/unit-context.js'
import { FindingsView } from './findings-view.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import './findings.css'

const RoundsView = lazy(async () => ({ default: (await import('./rounds-view.js')).RoundsView }))
const RoundPage = lazy(async () => ({ default: (await import('./round-page.js')).RoundPage }))
const RoundDialog = lazy(async () => ({ default: (await import('./round-dialog.js')).RoundDialog }))
const CountsView = lazy(async () => ({ default: (await import('./counts-view.js')).CountsView }))
const FindingDialog = lazy(async () => ({ default: (await import('./finding-dialog.js')).FindingDialog }))

const VIEWS = ['findings', 'rounds', 'counts'] as const
type View = (typeof VIEWS)[number]

function Shown({ view }: { view: View }) {
  const { params } = usePlace()
  const round = params.get('round')
  if (view === 'findings') return <FindingsView />
  if (view === 'counts') return <CountsView />
  return round ? <RoundPage id={round} /> : <RoundsView />
}

/** Inspection at a unit: what was found there and below, its rounds, and what reports count of them. */
export function InspectionPage() {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { params, setParam } = usePlace()
  const { unit } = useUnit()
  if (unit && !mayOpen('inspection', unit)) return <Forbidden what={s('forbidden')} />
  const runs = unit?.viewerCanRunInspections ?? false
  const asked = VIEWS.find((name) => name === params.get('view')) ?? 'findings'
  const view = runs ? asked : 'findings'
  const dialog = params.get('dialog')
  return (
    <div className="sb-page sb-inspection">
      <div className="sb-toolbar">
        {runs && (
          <Segmented<View>
            aria-label={s('view')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: s(value) }))}
            onChange={(next) => setParam({ view: next === 'findings' ? null : next, round: null })}
          />
        )}
        <span className="sb-grow" />
        {view === 'rounds' && !params.get('round') && (
          <Button type="primary" onClick={() => setParam({ dialog: 'round' })}>
            {s('openRound')}
          </Button>
        )}
        {view === 'findings' && unit?.viewerCanRecordFindings && (
          <Button type="primary" onClick={() => setParam({ dialog: 'finding' })}>
            {s('add')}
          </Button>
        )}
      </div>
      <Suspense fallback={<TableSkeleton />}>
        <Shown view={view} />
      </Suspense>
      <Suspense fallback={null}>
        {unit && dialog === 'finding' && (
          <FindingDialog
            about={{ organizationId: unit.id }}
            name={unit.name}
            onClose={() => setParam({ dialog: null })}
          />
        )}
        {unit && dialog === 'round' && (
          <RoundDialog unitId={unit.id} onClose={() => setParam({ dialog: null })} />
        )}
      </Suspense>
    </div>
  )
}
