import { useQuery } from '@apollo/client/react'
import { yearOf } from '@seedbed/shared'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { ErrorState } from '../../components/error-state.js'
import { PageSkeleton } from '../../components/skeletons.js'
import { auditHref, reorganizationsHref } from '../../lib/place.js'
import { AUDIT_TEXTS } from '../audit/audit-texts.js'
import { useUnit } from '../organizations/unit-context.js'
import { DeclaredBox } from '../declared/declared-box.js'
import { ProcedureBox } from '../dossiers/procedure-box.js'
import { ActMenu } from './act-menu.js'
import { isAct, mayAct } from './acts.js'
import { DocumentsBox, GroupsBox, OpeningsBox, RoundingBox, TargetsBox } from './basis-boxes.js'
import { HistoryQuery } from './history-query.js'
import { LineageBox } from './lineage-box.js'
import { TermsBox } from './terms-box.js'
import { TimelineBox } from './timeline-box.js'
import { VersionsBox } from './versions-box.js'
import '../people/person.css'
import './history.css'

const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.js')).ActDialog }))

const RemoveTermDialog = lazy(async () => ({
  default: (await import('./remove-term-dialog.js')).RemoveTermDialog,
}))

/** Years of targets shown before the year on screen. */
const TARGET_YEARS = 4

/** How a unit became what it is, and what its targets and figures rest on. */
export function HistoryPage() {
  const { t } = useTexts()
  const s = useOwnTexts(AUDIT_TEXTS)
  const { place, unitId, params, setParam } = usePlace()
  const year = yearOf(place.asOf)
  const { viewerCanReadFigures } = useViewer()
  const figures = useUnit().unit?.viewerCanReadFigures ?? viewerCanReadFigures
  const { data, previousData, error, refetch } = useQuery(HistoryQuery, {
    variables: {
      id: unitId,
      at: place.asOf,
      from: `${year - TARGET_YEARS}-01-01`,
      to: `${year}-12-31`,
      figures,
    },
  })
  const unit = (data ?? previousData)?.organization
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return data ? <ErrorState error={null} notFound /> : <PageSkeleton />
  const dialog = params.get('dialog')
  const term = unit.terms.find(({ id }) => id === params.get('term'))
  const close = () => setParam({ dialog: null, term: null })
  return (
    <div className="sb-page" aria-busy={!data}>
      <div className="sb-toolbar sb-history-bar">
        <Link to={reorganizationsHref(params, unitId)}>{t('frame.reorganizations')}</Link>
        {unit.viewerCanReadAudit && <Link to={auditHref({ unit: unitId })}>{s('ofUnit')}</Link>}
        <ActMenu unit={unit} />
      </div>
      <div className="sb-history">
        <div>
          <TimelineBox unit={unit} />
          {figures && <DeclaredBox />}
          <VersionsBox unit={unit} />
          <LineageBox />
        </div>
        <div>
          {figures && <TargetsBox unit={unit} />}
          <DocumentsBox unit={unit} />
          <GroupsBox unit={unit} />
          <TermsBox unit={unit} />
          <RoundingBox unit={unit} />
          <ProcedureBox />
          <OpeningsBox unit={unit} />
        </div>
      </div>
      <Suspense fallback={null}>
        {isAct(dialog) && mayAct(dialog, unit) && (
          <ActDialog act={dialog} unit={unit} term={term} onClose={close} />
        )}
        {dialog === 'removeTerm' && term && unit.viewerCanSetTerms && (
          <RemoveTermDialog term={term} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}
