import { useMutation, useQuery } from '@apollo/client/react'
import { addDays } from '@seedbed/shared'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount } from '../../lib/format.js'
import { AssignBar } from './assign-bar.js'
import { operationInput, operationValues } from './operation-form.js'
import { RefusalNote } from './refusal.js'
import { ChangeOperationMutation } from './reorganization-mutations.js'
import { heirNames, type SplitProps } from './split-drawer.js'
import { SplitProgress } from './split-progress.js'
import { SplitChildrenQuery } from './split-query.js'
import { choiceOfUnit } from './unit-choice.js'
import { useChange } from './use-change.js'
import { useWords } from './use-words.js'

function useChildren({ header, operation }: SplitProps) {
  const unit = operation.units[0]?.organization
  const query = useQuery(SplitChildrenQuery, {
    variables: { id: unit?.id ?? '', at: addDays(header.effectiveOn, -1), after: null },
    skip: !unit,
  })
  const list = query.data?.organization?.children
  const loadMore = () =>
    query.fetchMore({
      variables: { after: list?.pageInfo.endCursor ?? null },
      updateQuery: (known, { fetchMoreResult }) => {
        const before = known.organization
        const page = fetchMoreResult.organization
        if (!before || !page) return known
        const edges = [...before.children.edges, ...page.children.edges]
        return { organization: { ...before, children: { ...page.children, edges } } }
      },
    })
  return { ...query, list, loadMore }
}

/** By the unit's id the place of the successor that it was assigned to. */
function assignedOf({ operation }: SplitProps): Map<string, number> {
  return new Map(
    operation.successors.flatMap(({ children }, heir) =>
      children.flatMap(({ organization }) => (organization ? [[organization.id, heir] as const] : [])),
    ),
  )
}

/** Sends units to a successor, or takes them back: the operation is stated anew with them. */
function useAssign(props: SplitProps) {
  const { header, operation, founded } = props
  const [change] = useMutation(ChangeOperationMutation)
  return (units: ReadonlyArray<{ id: string; name: string }>, successor: number | null) => {
    const values = operationValues(operation, founded)
    const moved = new Set(units.map(({ id }) => `id:${id}`))
    const heirs = (values.heirs ?? []).map((heir, index) => {
      const kept = (heir.children ?? []).filter(({ value }) => !moved.has(value))
      return { ...heir, children: index === successor ? [...kept, ...units.map(choiceOfUnit)] : kept }
    })
    return change({
      variables: {
        id: header.id,
        version: header.version,
        operationId: operation.id,
        operation: operationInput('SPLIT', { ...values, heirs }),
      },
    })
  }
}

/** The units below a unit that is split, until each has its successor. */
export function SplitChildren(props: SplitProps) {
  const { w, t, language } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { list, error, refetch, loadMore } = useChildren(props)
  const assign = useAssign(props)
  const { busy, failure, run } = useChange()
  const heirs = heirNames(props)
  const assigned = assignedOf(props)
  const rows = list?.edges.map(({ node }) => node) ?? []
  const left = (list?.totalCount ?? 0) - assigned.size
  const send = async (successor: number | null) => {
    const units = rows.filter(({ id }) => chosen.has(id))
    if (await run(() => assign(units, successor))) setChosen(new Set())
  }
  const choose = (id: string, add: boolean) => {
    const next = new Set(chosen)
    if (add) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  if (error && !list) return <ErrorState error={error} retry={() => void refetch()} />
  if (!list) return <TableSkeleton rows={6} />
  if (rows.length === 0) return <EmptyState title={w('split.noChildren')} />
  const areAll = rows.every(({ id }) => chosen.has(id))
  return (
    <div className="sb-split">
      <SplitProgress
        done={assigned.size}
        total={list.totalCount}
        leftText={w('split.unitsLeft', { n: formatCount(left, language) })}
        allText={w('split.allUnits')}
      />
      <RefusalNote failure={failure} />
      <AssignBar heirs={heirs} chosen={chosen.size} busy={busy} onAssign={(heir) => void send(heir)} />
      <div className="sb-wide-table">
        <table className="sb-plain">
          <thead>
            <tr>
              <th>
                <Checkbox
                  checked={areAll}
                  indeterminate={chosen.size > 0 && !areAll}
                  onChange={(event) =>
                    setChosen(new Set(event.target.checked ? rows.map(({ id }) => id) : []))
                  }
                >
                  {t('units.name')}
                </Checkbox>
              </th>
              <th>{t('field.code')}</th>
              <th>{w('split.goesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, code }) => (
              <tr key={id}>
                <td>
                  <Checkbox checked={chosen.has(id)} onChange={(event) => choose(id, event.target.checked)}>
                    {name}
                  </Checkbox>
                </td>
                <td>{code}</td>
                <td>{assigned.has(id) ? heirs[assigned.get(id)!] : <em>{w('split.nobody')}</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.pageInfo.hasNextPage && <Button onClick={() => void loadMore()}>{w('more')}</Button>}
    </div>
  )
}
