import { useMutation } from '@apollo/client/react'
import { WarningOutlined } from '@ant-design/icons'
import { useEffect } from 'react'
import { graphql } from '../../gql/graphql.js'
import { ErrorState } from '../../components/error-state.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { ConfirmDialog } from './confirm-dialog.js'
import { UndoMutation } from './reorganization-mutations.js'
import type { Header } from './reorganization-query.js'
import { useWords } from './use-words.js'
import { WorkProgress } from './work-progress.js'
import { Working } from './working.js'

const RehearseUndoMutation = graphql(`
  mutation RehearseUndo($id: ID!) {
    rehearseUndo(id: $id) {
      code
      vi
      en
    }
  }
`)

/** Taking it back: what stands in the way, or what will be as it was before. */
export function UndoDialog({ header, onClose }: { header: Header; onClose: () => void }) {
  const { w, language } = useWords()
  const [undo, { loading }] = useMutation(UndoMutation)
  const [look, { data, error }] = useMutation(RehearseUndoMutation)
  const { id, version } = header
  useEffect(() => {
    void look({ variables: { id } }).catch(() => undefined)
  }, [look, id])
  const obstacles = data?.rehearseUndo
  const isFree = obstacles?.length === 0
  return (
    <ConfirmDialog
      title={w('undo.title')}
      okText={w('undo.do')}
      doneText={w('undo.done')}
      disabled={!isFree}
      width={640}
      leaveText={w('work.leave')}
      onConfirm={() => undo({ variables: { id, version } })}
      onClose={onClose}
    >
      {!obstacles && !error && <Working text={w('undo.looking')} hint="" />}
      {error && !obstacles && (
        <ErrorState error={error} retry={() => void look({ variables: { id } }).catch(() => undefined)} />
      )}
      {isFree && !loading && (
        <>
          <p>{w('undo.explain', { n: formatCount(header.operationCount, language) })}</p>
          <ul className="sb-bullets">
            <li>{w('undo.units', { day: formatDay(header.effectiveOn) })}</li>
            <li>{w('undo.members')}</li>
            <li>{w('undo.figures')}</li>
          </ul>
          <p className="sb-quiet">{w('undo.kept')}</p>
        </>
      )}
      {loading && <WorkProgress id={id} act="UNDO" text={w('undo.running')} />}
      {obstacles && !isFree && (
        <>
          <p>{w('undo.obstacles', { n: formatCount(obstacles.length, language) })}</p>
          <ul className="sb-list-plain">
            {obstacles.map((obstacle, index) => (
              <li key={index}>
                <WarningOutlined aria-hidden className="sb-fault" />
                <div>{obstacle[language]}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  )
}
