import { lazy, Suspense, useEffect } from 'react'
import { useParams } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { PageSkeleton, TableSkeleton } from '../../components/skeletons.js'
import { OperationList } from './operation-list.js'
import { VIEWS, type View } from './reorganization-href.js'
import { canChange } from './reorganization-query.js'
import { useReorganization } from './use-reorganization.js'
import { useRehearsal } from './use-rehearsal.js'
import { useWords } from './use-words.js'
import { WorkbenchDialogs } from './workbench-dialogs.js'
import { WorkbenchHeader } from './workbench-header.js'
import { WorkBanner } from './work-progress.js'
import './reorganization.css'

const TwoTrees = lazy(async () => ({ default: (await import('./two-trees.js')).TwoTrees }))
const RehearsalView = lazy(async () => ({ default: (await import('./rehearsal-view.js')).RehearsalView }))

/** The view of the address; only a draft that one may change can be arranged on the trees or rehearsed. */
function viewOf(asked: string | null, isOpen: boolean): View {
  const view = VIEWS.find((candidate) => candidate === asked) ?? 'operations'
  return isOpen ? view : 'operations'
}

/** The workbench of one reorganization: its operations, the two trees, the rehearsal, and carrying it out. */
export function WorkbenchPage() {
  const { reorganizationId = '' } = useParams()
  const { w } = useWords()
  const { params } = usePlace()
  const loaded = useReorganization(reorganizationId)
  const { reorganization, error, retry } = loaded
  const rehearsal = useRehearsal(reorganizationId, reorganization?.version)
  useEffect(() => {
    document.title = `${reorganization?.title ?? w('title')} · Vườn ươm`
  }, [reorganization?.title, w])
  if (error && !reorganization) return <ErrorState error={error} retry={retry} />
  if (!reorganization) return <PageSkeleton />
  const view = viewOf(params.get('view'), canChange(reorganization))
  return (
    <div className="sb-page sb-reorg">
      <WorkbenchHeader reorganization={reorganization} view={view} />
      <WorkBanner id={reorganization.id} status={reorganization.status} />
      <Suspense fallback={<TableSkeleton />}>
        {view === 'operations' && <OperationList loaded={loaded} />}
        {view === 'trees' && <TwoTrees reorganization={reorganization} loaded={loaded} />}
        {view === 'rehearsal' && (
          <RehearsalView reorganization={reorganization} loaded={loaded} rehearsal={rehearsal} />
        )}
      </Suspense>
      <WorkbenchDialogs reorganization={reorganization} loaded={loaded} rehearsal={rehearsal} />
    </div>
  )
}
