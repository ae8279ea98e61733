import { useApolloClient, useQuery } from '@apollo/client/react'
import { ROLES } from '@seedbed/shared'
import { Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useAfterWrite } from '../../app/data-version.js'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { useUnit } from '../organizations/unit-context.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState, FailureText } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { formatInstant } from '../../lib/format.js'
import { addressOf, questionIn } from './draft.js'
import { DeleteQueryMutation, DuplicateQueryMutation, SavedQueriesQuery, type Saved } from './kept-query.js'
import { KEPT_TEXTS } from './kept-texts.js'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.js')).ShareDialog }))

function useWhom() {
  const w = useOwnTexts(KEPT_TEXTS)
  const { label } = useTexts()
  return ({ sharedEverywhere, sharedOrganization, sharedRole }: Saved): string => {
    if (!sharedEverywhere && !sharedOrganization) return w('private')
    const where = sharedEverywhere ? w('everywhere') : (sharedOrganization?.name ?? '')
    return w('sharedWith', { whom: sharedRole ? `${label(ROLES, sharedRole)}, ${where}` : where })
  }
}

function SavedLine({
  saved,
  onShare,
  onFailure,
}: {
  saved: Saved
  onShare: () => void
  onFailure: (failure: Failure) => void
}) {
  const w = useOwnTexts(KEPT_TEXTS)
  const client = useApolloClient()
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const whom = useWhom()
  const { unitId } = usePlace()
  const { unit } = useUnit()
  const [removing, setRemoving] = useState(false)
  const question = questionIn(saved)
  const act = async (work: () => Promise<unknown>, said: 'removed' | 'duplicated') => {
    try {
      await work()
      say(w(said))
      await afterWrite()
    } catch (error) {
      onFailure(failureOf(error))
    }
  }
  const { id, version, name } = saved
  const remove = () => client.mutate({ mutation: DeleteQueryMutation, variables: { input: { id, version } } })
  const duplicate = () =>
    client.mutate({
      mutation: DuplicateQueryMutation,
      variables: { input: { id, name: w('copyName', { name }).slice(0, 120) } },
    })
  return (
    <li className="sb-query-kept">
      <div>
        {question ? <Link to={addressOf(unitId, question)}>{name}</Link> : <b>{name}</b>}
        <small>
          {w('ownedBy', { name: saved.ownerName, at: formatInstant(saved.updatedAt) })} · {whom(saved)}
        </small>
        {saved.ownerLeft && <p className="sb-warn">{w('left')}</p>}
      </div>
      <span className="sb-query-acts">
        {saved.own && unit?.viewerCanShareQueries && <Button onClick={onShare}>{w('share')}</Button>}
        <Button onClick={() => void act(duplicate, 'duplicated')}>{w('duplicate')}</Button>
        {saved.own && <Button onClick={() => setRemoving(true)}>{w('remove')}</Button>}
      </span>
      <Modal
        open={removing}
        title={w('removeTitle', { name })}
        okText={w('remove')}
        onCancel={() => setRemoving(false)}
        onOk={() => {
          setRemoving(false)
          void act(remove, 'removed')
        }}
      >
        <p>{w('removeExplain')}</p>
      </Modal>
    </li>
  )
}

/** Questions kept by name: one's own, and those that others share. */
export function SavedView() {
  const w = useOwnTexts(KEPT_TEXTS)
  const { data, error, refetch } = useQuery(SavedQueriesQuery)
  const [sharing, setSharing] = useState<Saved | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={5} />
  const lists = [
    ['mine', data.savedQueries.filter(({ own }) => own)],
    ['others', data.savedQueries.filter(({ own }) => !own)],
  ] as const
  return (
    <>
      {failure && (
        <p className="sb-query-fault" role="alert">
          <FailureText failure={failure} />
        </p>
      )}
      {data.savedQueries.length === 0 && (
        <div className="sb-box">
          <EmptyState title={w('noneSaved')} hint={w('noneSavedHint')} />
        </div>
      )}
      {lists.map(
        ([title, list]) =>
          list.length > 0 && (
            <Box key={title} title={w(title)}>
              <ul>
                {list.map((saved) => (
                  <SavedLine
                    key={saved.id}
                    saved={saved}
                    onShare={() => setSharing(saved)}
                    onFailure={setFailure}
                  />
                ))}
              </ul>
            </Box>
          ),
      )}
      {sharing && (
        <Suspense fallback={null}>
          <ShareDialog saved={sharing} onClose={() => setSharing(null)} />
        </Suspense>
      )}
    </>
  )
}
