import { useMutation } from '@apollo/client/react'
import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { formatCount } from '../../lib/format.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { isKind } from './operation-form.js'
import { reorganizationsHref } from '../../lib/place.js'
import { DeleteMutation, RemoveOperationsMutation } from './reorganization-mutations.js'
import { canChange, type Header, type ListedOperation } from './reorganization-query.js'
import { Sentence } from './sentence.js'
import type { RehearsalState } from './use-rehearsal.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'

const HeaderDialog = lazy(async () => ({ default: (await import('./header-dialog.js')).HeaderDialog }))
const OperationDialog = lazy(async () => ({
  default: (await import('./operation-dialog.js')).OperationDialog,
}))
const MappingDialog = lazy(async () => ({ default: (await import('./mapping-dialog.js')).MappingDialog }))
const SplitDrawer = lazy(async () => ({ default: (await import('./split-drawer.js')).SplitDrawer }))
const ApplyDialog = lazy(async () => ({ default: (await import('./apply-dialog.js')).ApplyDialog }))
const UndoDialog = lazy(async () => ({ default: (await import('./undo-dialog.js')).UndoDialog }))

interface Props {
  reorganization: Header
  loaded: LoadedReorganization
  rehearsal: RehearsalState
}

function DeleteDialog({ header, onClose }: { header: Header; onClose: () => void }) {
  const { w, language } = useWords()
  const { params } = usePlace()
  const navigate = useNavigate()
  const [remove] = useMutation(DeleteMutation)
  const confirm = async () => {
    await remove({ variables: { id: header.id, version: header.version } })
    void navigate(reorganizationsHref(params))
  }
  return (
    <ConfirmDialog title={w('delete.title')} okText={w('delete.do')} onConfirm={confirm} onClose={onClose}>
      <p>
        {w('delete.explain', {
          title: header.title,
          n: formatCount(header.operationCount, language),
        })}
      </p>
    </ConfirmDialog>
  )
}

interface RemoveProps {
  header: Header
  ids: readonly string[]
  loaded: LoadedReorganization
  onClose: () => void
}

function RemoveDialog({ header, ids, loaded, onClose }: RemoveProps) {
  const { w, language } = useWords()
  const [remove] = useMutation(RemoveOperationsMutation)
  const listed = loaded.operations.filter(({ id }) => ids.includes(id)).slice(0, 10)
  const { id, version } = header
  return (
    <ConfirmDialog
      title={w('remove.title', { n: formatCount(ids.length, language) })}
      okText={w('remove')}
      doneText={w('remove.done')}
      onConfirm={() => remove({ variables: { id, version, operationIds: [...ids] } })}
      onClose={onClose}
    >
      <ul className="sb-bullets">
        {listed.map((operation) => (
          <li key={operation.id}>
            <Sentence operation={operation} founded={loaded.founded} />
          </li>
        ))}
      </ul>
      <p className="sb-quiet">{w('remove.explain')}</p>
    </ConfirmDialog>
  )
}

/** The dialog of the address that changes a draft's operations. */
function OperationDialogs({ reorganization, loaded }: Omit<Props, 'rehearsal'>) {
  const { params, setParam } = usePlace()
  const dialog = params.get('dialog')
  const kind = params.get('kind')
  const operation: ListedOperation | undefined = loaded.operations.find(
    ({ id }) => id === params.get('operation'),
  )
  const close = () => setParam({ dialog: null, kind: null, operation: null })
  const common = { header: reorganization, founded: loaded.founded, onClose: close }
  const chosen = operation ? [operation.id] : (params.get('chosen')?.split(',') ?? [])
  if (dialog === 'add' && isKind(kind)) return <OperationDialog {...common} kind={kind} />
  if (dialog === 'edit' && operation)
    return <OperationDialog {...common} kind={operation.kind} operation={operation} />
  if (dialog === 'split' && operation) return <SplitDrawer {...common} operation={operation} />
  if (dialog === 'mapping') return <MappingDialog {...common} />
  if (dialog === 'remove' && chosen.length > 0) {
    const closeAll = () => setParam({ dialog: null, operation: null, chosen: null })
    return <RemoveDialog header={reorganization} ids={chosen} loaded={loaded} onClose={closeAll} />
  }
  return null
}

/** The dialog that the address has open. */
export function WorkbenchDialogs({ reorganization, loaded, rehearsal }: Props) {
  const { params, setParam } = usePlace()
  const dialog = params.get('dialog')
  const { status, organization } = reorganization
  const isOpen = canChange(reorganization)
  const mayUndo = status === 'APPLIED' && organization?.viewerCanReorganize === true
  const close = () => setParam({ dialog: null })
  return (
    <Suspense fallback={null}>
      {isOpen && <OperationDialogs reorganization={reorganization} loaded={loaded} />}
      {isOpen && dialog === 'header' && <HeaderDialog header={reorganization} onClose={close} />}
      {isOpen && dialog === 'delete' && <DeleteDialog header={reorganization} onClose={close} />}
      {organization?.viewerCanReorganize && dialog === 'apply' && (
        <ApplyDialog header={reorganization} loaded={loaded} rehearsal={rehearsal} onClose={close} />
      )}
      {mayUndo && dialog === 'undo' && <UndoDialog header={reorganization} onClose={close} />}
    </Suspense>
  )
}
