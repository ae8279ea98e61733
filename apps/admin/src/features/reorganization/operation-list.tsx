import { DeleteOutlined, EditOutlined, TeamOutlined } from '@ant-design/icons'
import { TARGET_RULES } from '@seedbed/shared'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { formatCount } from '../../lib/format.js'
import { AddMenu } from './add-menu.js'
import { canChange, type ListedOperation, type NewUnit } from './reorganization-query.js'
import { Sentence } from './sentence.js'
import type { LoadedReorganization } from './use-reorganization.js'
import { useWords } from './use-words.js'

/** What a person has to know of an operation besides its sentence. */
function useRemarks({
  targetRule,
  note,
  kind,
  restToPrincipal,
  work,
  successors,
}: ListedOperation): string[] {
  const { w, label, language } = useWords()
  const children = successors.reduce((sum, successor) => sum + successor.children.length, 0)
  const left = work ? work.persons - work.assigned : 0
  return [
    kind === 'SPLIT' && !work ? w('list.childrenSplit', { n: formatCount(children, language) }) : '',
    work && left > 0 ? w('split.left', { n: formatCount(left, language) }) : '',
    work && left === 0 ? w('split.allAssigned', { n: formatCount(work.persons, language) }) : '',
    kind === 'SPLIT' && restToPrincipal ? w('split.restGoes') : '',
    targetRule ? w('list.rule', { rule: label(TARGET_RULES, targetRule).toLocaleLowerCase(language) }) : '',
    note ?? '',
  ].filter(Boolean)
}

interface RowProps {
  operation: ListedOperation
  founded: ReadonlyMap<string, NewUnit>
  isDraft: boolean
  isShown: boolean
  isChosen: boolean
  onChoose: (chosen: boolean) => void
}

function Row({ operation, founded, isDraft, isShown, isChosen, onChoose }: RowProps) {
  const { w } = useWords()
  const { setParam } = usePlace()
  const remarks = useRemarks(operation)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isShown])
  const number = w('list.number', { n: operation.position })
  const open = (dialog: string) => () => setParam({ dialog, operation: operation.id })
  return (
    <li ref={row} aria-current={isShown ? 'true' : undefined} data-operation={operation.id}>
      {isDraft && (
        <Checkbox
          aria-label={`${w('list.choose')}: ${number}`}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      )}
      <span className="sb-op-number" title={number}>
        {operation.position}
      </span>
      <div className="sb-op-text">
        <Sentence operation={operation} founded={founded} />
        {remarks.length > 0 && <small>{remarks.join(' · ')}</small>}
      </div>
      {isDraft && (
        <div className="sb-op-actions">
          {operation.kind === 'SPLIT' && (
            <Button icon={<TeamOutlined />} onClick={open('split')}>
              {w('split.open')}
            </Button>
          )}
          <Button
            icon={<EditOutlined />}
            aria-label={`${w('edit')}: ${number}`}
            title={w('edit')}
            onClick={open('edit')}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={`${w('remove')}: ${number}`}
            title={w('remove')}
            onClick={open('remove')}
          />
        </div>
      )}
    </li>
  )
}

/** The operation of the address is fetched, however far down the list it stands. */
function useReach(loaded: LoadedReorganization, wanted: string | null): void {
  const { operations, hasMore, loading, loadMore } = loaded
  const isMissing = wanted !== null && hasMore && !loading && !operations.some(({ id }) => id === wanted)
  useEffect(() => {
    if (isMissing) void loadMore()
    // The next page changes what is missing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isMissing, operations.length])
}

/** What is to be done, one plain sentence for each operation. */
export function OperationList({ loaded }: { loaded: LoadedReorganization }) {
  const { w, language } = useWords()
  const { params, setParam } = usePlace()
  const { reorganization, operations, founded, hasMore, loading, loadMore } = loaded
  const chosen = params.get('chosen')?.split(',') ?? []
  const shown = params.get('operation')
  useReach(loaded, shown)
  const isDraft = reorganization !== undefined && canChange(reorganization)
  const choose = (id: string, add: boolean) => {
    const next = add ? [...chosen, id] : chosen.filter((other) => other !== id)
    setParam({ chosen: next.join(',') || null }, true)
  }
  const left = (reorganization?.operationCount ?? 0) - operations.length
  return (
    <Box
      title={w('view.operations')}
      note={isDraft ? w('list.order') : undefined}
      extra={isDraft && <AddMenu />}
    >
      {operations.length === 0 && (
        <EmptyState title={w('list.noOperations')} hint={isDraft ? w('list.noOperationsHint') : undefined} />
      )}
      {chosen.length > 0 && isDraft && (
        <div className="sb-op-chosen" role="status">
          {w('list.chosen', { n: formatCount(chosen.length, language) })}
          <Button onClick={() => setParam({ dialog: 'remove', operation: null })}>
            {w('remove.chosen')}
          </Button>
          <Button type="text" onClick={() => setParam({ chosen: null }, true)}>
            {w('list.chooseNone')}
          </Button>
        </div>
      )}
      <ol className="sb-ops">
        {operations.map((operation) => (
          <Row
            key={operation.id}
            operation={operation}
            founded={founded}
            isDraft={isDraft}
            isShown={operation.id === shown}
            isChosen={chosen.includes(operation.id)}
            onChoose={(add) => choose(operation.id, add)}
          />
        ))}
      </ol>
      {hasMore && (
        <Button loading={loading} onClick={() => void loadMore()}>
          {w('list.moreOperations', { n: formatCount(left, language) })}
        </Button>
      )}
    </Box>
  )
}
