import { lazy, Suspense, useEffect } from 'react'
import { useParams } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { PageSkeleton, TableSkeleton } from '../../components/skeletons.js'
import { OperationList } from './operation-list.js'
import { VIEWS, type View } from './reorganization-href.js'
import { useReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'
import { WorkbenchDialogs } from './workbench-dialogs.js'
import { WorkbenchHeader } from './workbench-header.js'
import './reorganization.css'

const TwoTrees = lazy(async () => ({ default: (await import('./two-trees.js')).TwoTrees }))

/** The view of the address; only a draft can be arranged on the trees. */
function viewOf(asked: string | null, isDraft: boolean): View {
  const view = VIEWS.find((candidate) => candidate === asked) ?? 'operations'
  return isDraft ? view : 'operations'
}

/** The workbench of one reorganization: its operations and the two trees. */
export function WorkbenchPage() {
  const { reorganizationId = '' } = useParams()
  const { w } = useWords()
  const { params } = usePlace()
  const loaded = useReorganization(reorganizationId)
  const { reorganization, error, retry } = loaded
  useEffect(() => {
    document.title = `${reorganization?.title ?? w('title')} · Vườn ươm`
  }, [reorganization?.title, w])
  if (error && !reorganization) return <ErrorState error={error} retry={retry} />
  if (!reorganization) return <PageSkeleton />
  const view = viewOf(params.get('view'), reorganization.status === 'DRAFT')
  return (
    <div className="sb-page sb-reorg">
      <WorkbenchHeader reorganization={reorganization} view={view} />
      <Suspense fallback={<TableSkeleton />}>
        {view === 'operations' && <OperationList loaded={loaded} />}
        {view === 'trees' && <TwoTrees reorganization={reorganization} loaded={loaded} />}
      </Suspense>
      <WorkbenchDialogs reorganization={reorganization} loaded={loaded} />
    </div>
  )
}
