import { useQuery } from '@apollo/client/react'
import { ROLES } from '@seedbed/shared'
import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { formatCount } from '../../lib/format.js'
import { AccountRows } from './account-rows.js'
import { AccountsQuery } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

const PAGE = 50

type Filter = NonNullable<VariablesOf<typeof AccountsQuery>['filter']>

function FilterBar({ filter, onChange }: { filter: Filter; onChange: (next: Filter) => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { label } = useTexts()
  const { today } = useInstallation()
  return (
    <div className="sb-accounts-filter">
      <Input.Search
        allowClear
        aria-label={s('find')}
        placeholder={s('find')}
        maxLength={100}
        onChange={(event) => onChange({ ...filter, text: event.target.value.trim() || undefined })}
      />
      <UnitTreeSelect
        at={today}
        title={s('atUnit')}
        value={filter.organizationId ?? undefined}
        onChange={(organizationId) => onChange({ ...filter, organizationId })}
      />
      <Select
        allowClear
        aria-label={s('role')}
        placeholder={s('anyRole')}
        value={filter.role ?? undefined}
        options={Object.keys(ROLES).map((role) => ({ value: role, label: label(ROLES, role) }))}
        onChange={(role) => onChange({ ...filter, role: role as Filter['role'] })}
      />
      <Checkbox
        checked={filter.includeDisabled === true}
        onChange={(event) => onChange({ ...filter, includeDisabled: event.target.checked })}
      >
        {s('withDisabled')}
      </Checkbox>
    </div>
  )
}

function useAccounts(filter: Filter) {
  const query = useQuery(AccountsQuery, { variables: { filter, first: PAGE, after: null } })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => ({
        accounts: {
          ...fetchMoreResult.accounts,
          edges: [...known.accounts.edges, ...fetchMoreResult.accounts.edges],
        },
      }),
    })
  return { ...query, loadMore }
}

/** The accounts below the viewer, found by name, unit and role. */
export function AccountList({ onOpen, onMake }: { onOpen: (id: string) => void; onMake: () => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { language } = useTexts()
  const [filter, setFilter] = useState<Filter>({})
  const asked = useDeferredValue(filter)
  const { data, previousData, error, refetch, loadMore } = useAccounts(asked)
  const list = (data ?? previousData)?.accounts
  return (
    <>
      <div className="sb-toolbar">
        <p className="sb-count">
          <strong>{list ? s('count', { n: formatCount(list.totalCount, language) }) : ' '}</strong>
        </p>
        <Button type="primary" onClick={onMake}>
          {s('make')}
        </Button>
      </div>
      <FilterBar filter={filter} onChange={setFilter} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <TableSkeleton rows={8} />}
      {list && !(error && !data) && (
        <div className="sb-box" aria-busy={!data}>
          {list.edges.length === 0 ? (
            <EmptyState title={s('none')} hint={s('noneHint')} />
          ) : (
            <AccountRows accounts={list.edges.map(({ node }) => node)} onOpen={onOpen} />
          )}
          {list.pageInfo.hasNextPage && (
            <p className="sb-more">
              <Button onClick={() => void loadMore(list.pageInfo.endCursor)}>{s('more')}</Button>
            </p>
          )}
        </div>
      )}
    </>
  )
}
