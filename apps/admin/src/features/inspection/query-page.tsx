import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { useUnit } from '../organizations/unit-context.js'
import { AskUnits } from './ask-units.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { QueryViews, viewIn } from './query-views.js'
import './inspection.css'

const AskPersons = lazy(async () => ({ default: (await import('./ask-persons.js')).AskPersons }))
const ReadyView = lazy(async () => ({ default: (await import('./ready-view.js')).ReadyView }))
const SavedView = lazy(async () => ({ default: (await import('./saved-view.js')).SavedView }))
const EvidenceView = lazy(async () => ({ default: (await import('./evidence-view.js')).EvidenceView }))

/** Units or, where persons may be read, persons. */
function Ask() {
  const { params, unitId, setParam } = usePlace()
  const { unit } = useUnit()
  const w = useOwnTexts(QUERY_TEXTS)
  const people = unit?.viewerCanReadPeople ?? false
  const persons = people && params.get('about') === 'persons'
  return (
    <>
      {people && (
        <Segmented<string>
          className="sb-query-about"
          aria-label={w('about')}
          value={persons ? 'persons' : 'units'}
          options={(['units', 'persons'] as const).map((value) => ({ value, label: w(value) }))}
          onChange={(about) => setParam({ about: about === 'persons' ? about : null, q: null, run: null })}
        />
      )}
      {persons ? <AskPersons key={unitId} /> : <AskUnits key={unitId} />}
    </>
  )
}

const shown = { ask: Ask, ready: ReadyView, saved: SavedView, evidence: EvidenceView }

/** Questions that no fixed report answers: made, asked, kept and frozen. */
export function QueryPage() {
  const { params } = usePlace()
  const View = shown[viewIn(params)]
  return (
    <div className="sb-page sb-query">
      <QueryViews />
      <Suspense fallback={<TableSkeleton />}>
        <View />
      </Suspense>
    </div>
  )
}
