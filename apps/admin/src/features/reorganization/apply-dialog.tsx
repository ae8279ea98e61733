import { useMutation } from '@apollo/client/react'
import { CheckCircleOutlined } from '@ant-design/icons'
import { addDays, yearOf } from '@seedbed/shared'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { formatCount, formatDay } from '../../lib/format.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { RefusalNote } from './refusal.js'
import { FaultsBox } from './rehearsal-faults.js'
import type { ChangeKind, Rehearsal } from './rehearsal-query.js'
import { ApplyMutation } from './reorganization-mutations.js'
import type { Header } from './reorganization-query.js'
import type { RehearsalState } from './use-rehearsal.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'
import { WorkProgress } from './work-progress.js'
import { Working } from './working.js'

interface Props {
  header: Header
  loaded: LoadedReorganization
  rehearsal: RehearsalState
  onClose: () => void
}

/** What will happen, in numbers. */
function Numbers({ header, result }: { header: Header; result: Rehearsal }) {
  const { w, language } = useWords()
  const count = (kind: ChangeKind) => result.changes.filter(({ change }) => change === kind).length
  const n = (value: number) => formatCount(value, language)
  const isWhole = result.changes.length === result.changeCount
  return (
    <>
      <p>{w('apply.on', { day: formatDay(header.effectiveOn) })}</p>
      <ul className="sb-bullets">
        {isWhole ? (
          (['ENDS', 'BEGINS', 'MOVES', 'CHANGES'] as const).map(
            (kind) => count(kind) > 0 && <li key={kind}>{w(`apply.${kind}`, { n: n(count(kind)) })}</li>,
          )
        ) : (
          <li>{w('apply.changes', { n: n(result.changeCount) })}</li>
        )}
        <li>{w('apply.members', { n: n(result.membersBefore) })}</li>
        {result.targets.length > 0 && <li>{w('apply.targets', { n: n(result.targets.length) })}</li>}
      </ul>
      <p className="sb-quiet">{w('apply.undoable')}</p>
    </>
  )
}

/** It is done: where the new units and both perimeters are to be seen. */
function Done({ header, loaded, onClose }: Omit<Props, 'rehearsal'>) {
  const { w } = useWords()
  const { effectiveOn } = header
  const place = `asOf=${effectiveOn}&period=year-${yearOf(effectiveOn)}`
  const eve = addDays(effectiveOn, -1)
  const ended = loaded.operations
    .filter(({ kind }) => kind === 'MERGE' || kind === 'SPLIT' || kind === 'DISSOLVE')
    .flatMap(({ units }) => units.flatMap(({ organization }) => organization ?? []))
  return (
    <Modal
      open
      width={640}
      title={
        <>
          <CheckCircleOutlined aria-hidden /> {w('apply.done')}
        </>
      }
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {w('close')}
        </Button>
      }
    >
      <p>{w('apply.doneText', { day: formatDay(effectiveOn) })}</p>
      {loaded.founded.size > 0 && <h3>{w('apply.newUnits')}</h3>}
      <ul className="sb-bullets">
        {[...loaded.founded.values()].slice(0, 12).map(({ code, name }) => (
          <li key={code}>
            <Link className="sb-underlined" to={`/codes/${code}?${place}`}>
              {name}
            </Link>{' '}
            ·{' '}
            <Link className="sb-underlined" to={`/codes/${code}?${place}&perimeter=RECORDED`}>
              {w('apply.asRecorded')}
            </Link>
          </li>
        ))}
      </ul>
      {ended.length > 0 && <h3>{w('apply.endedUnits')}</h3>}
      <ul className="sb-bullets">
        {ended.slice(0, 12).map(({ id, name }) => (
          <li key={id}>
            <Link
              className="sb-underlined"
              to={`/units/${id}/history?asOf=${eve}&period=year-${yearOf(eve)}`}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

/** Carrying it out: what will happen in numbers first, then that it happens, then where it is to be seen. */
export function ApplyDialog({ header, loaded, rehearsal, onClose }: Props) {
  const { w } = useWords()
  const [apply, { loading }] = useMutation(ApplyMutation)
  const [isDone, setDone] = useState(false)
  const { result, failure, running, isCurrent, run } = rehearsal
  const isDue = header.status === 'DRAFT' && !isCurrent && !running && !failure && !loading && !isDone
  useEffect(() => {
    if (isDue) void run()
  }, [isDue, run])
  if (isDone) return <Done header={header} loaded={loaded} onClose={onClose} />
  const known = isCurrent ? result : null
  const confirm = async () => {
    await apply({ variables: { id: header.id, version: header.version } })
    setDone(true)
  }
  return (
    <ConfirmDialog
      title={w('apply.title')}
      okText={w('apply.do')}
      disabled={!known || known.faults.length > 0}
      width={640}
      leaveText={w('work.leave')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {running && <Working text={w('apply.looking')} hint={w('rehearsal.runningHint')} />}
      <RefusalNote failure={failure} />
      {known && known.faults.length > 0 && <FaultsBox rehearsal={known} loaded={loaded} />}
      {known && known.faults.length === 0 && !loading && <Numbers header={header} result={known} />}
      {loading && <WorkProgress id={header.id} act="APPLY" text={w('apply.running')} />}
    </ConfirmDialog>
  )
}
