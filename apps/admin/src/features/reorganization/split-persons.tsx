import { useMutation, useQuery } from '@apollo/client/react'
import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { AssignBar } from './assign-bar.js'
import { RefusalNote } from './refusal.js'
import { heirNames, type SplitProps } from './split-drawer.js'
import { SplitProgress } from './split-progress.js'
import { AssignPersonsMutation, SplitPersonsQuery, type SplitPerson } from './split-query.js'
import { SplitRules } from './split-rules.js'
import { useChange } from './use-change.js'
import { useWords } from './use-words.js'

function usePersons(operationId: string, unassigned: boolean) {
  const query = useQuery(SplitPersonsQuery, {
    variables: { operationId, unassigned: unassigned || null, after: null },
    fetchPolicy: 'network-only',
  })
  const list = (query.data ?? query.previousData)?.splitPersons
  const loadMore = () =>
    query.fetchMore({
      variables: { after: list?.pageInfo.endCursor ?? null },
      updateQuery: (known, { fetchMoreResult: { splitPersons: page } }) => ({
        splitPersons: { ...page, edges: [...known.splitPersons.edges, ...page.edges] },
      }),
    })
  return { ...query, list, loadMore }
}

interface RowProps {
  row: SplitPerson
  heirs: readonly string[]
  isChosen: boolean
  onChoose: (chosen: boolean) => void
}

function Row({ row: { person, successor, byRule }, heirs, isChosen, onChoose }: RowProps) {
  const { w, t } = useWords()
  return (
    <tr>
      <td>
        <Checkbox checked={isChosen} onChange={(event) => onChoose(event.target.checked)}>
          {person.fullName}
        </Checkbox>
      </td>
      <td>{formatDay(person.birthDate)}</td>
      <td>{t(person.female ? 'person.female' : 'person.male')}</td>
      <td>
        {successor === null ? <em>{w('split.nobody')}</em> : heirs[successor]}
        {byRule && <small> {w('split.byRule')}</small>}
      </td>
    </tr>
  )
}

/** The persons of a split cell, by hand or by rule, until nobody is left. */
export function SplitPersons({ header, operation, founded }: SplitProps) {
  const { w, t, language } = useWords()
  const [unassigned, setUnassigned] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { list, error, refetch, loadMore } = usePersons(operation.id, unassigned)
  const [assign] = useMutation(AssignPersonsMutation)
  const { busy, failure, run } = useChange()
  const heirs = heirNames({ operation, founded })
  const work = operation.work ?? { persons: 0, assigned: 0, unnamed: 0 }
  const left = work.persons - work.assigned
  const send = async (successor: number | null) => {
    const variables = { id: header.id, version: header.version, operationId: operation.id }
    const sent = await run(() => assign({ variables: { ...variables, personIds: [...chosen], successor } }))
    if (sent) setChosen(new Set())
  }
  const choose = (id: string, add: boolean) => {
    const next = new Set(chosen)
    if (add) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  const rows = list?.edges.map(({ node }) => node) ?? []
  const areAll = rows.length > 0 && rows.every(({ person }) => chosen.has(person.id))
  return (
    <div className="sb-split">
      <SplitProgress
        done={work.assigned}
        total={work.persons}
        leftText={w('split.left', { n: formatCount(left, language) })}
        allText={w('split.allAssigned', { n: formatCount(work.persons, language) })}
      />
      {work.unnamed > 0 && (
        <p className="sb-quiet">{w('split.unnamed', { n: formatCount(work.unnamed, language) })}</p>
      )}
      <RefusalNote failure={failure} />
      <SplitRules header={header} operation={operation} heirs={heirs} />
      <Segmented
        aria-label={w('split.show')}
        value={unassigned ? 'left' : 'all'}
        options={[
          { value: 'all', label: w('split.showAll') },
          { value: 'left', label: w('split.showLeft') },
        ]}
        onChange={(value) => setUnassigned(value === 'left')}
      />
      <AssignBar heirs={heirs} chosen={chosen.size} busy={busy} onAssign={(heir) => void send(heir)} />
      {error && !list && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton rows={6} />}
      {list && rows.length === 0 && (
        <EmptyState
          title={w(unassigned ? 'split.noneLeft' : 'split.noPersons')}
          hint={w('split.noPersonsHint')}
        />
      )}
      {rows.length > 0 && (
        <div className="sb-wide-table">
          <table className="sb-plain">
            <thead>
              <tr>
                <th>
                  <Checkbox
                    checked={areAll}
                    indeterminate={chosen.size > 0 && !areAll}
                    onChange={(event) =>
                      setChosen(new Set(event.target.checked ? rows.map(({ person }) => person.id) : []))
                    }
                  >
                    {t('admissions.person')}
                  </Checkbox>
                </th>
                <th>{t('record.birthDate')}</th>
                <th>{t('record.sex')}</th>
                <th>{w('split.goesTo')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row
                  key={row.person.id}
                  row={row}
                  heirs={heirs}
                  isChosen={chosen.has(row.person.id)}
                  onChoose={(add) => choose(row.person.id, add)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list?.pageInfo.hasNextPage && <Button onClick={() => void loadMore()}>{w('more')}</Button>}
    </div>
  )
}
