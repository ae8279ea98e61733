import { useQuery } from '@apollo/client/react'
import {
  AWAITING_ANSWER,
  codesOf,
  FINDING_KINDS,
  FINDING_STATES,
  type FindingKind,
  type FindingState,
} from '@seedbed/shared'
import { Button, Checkbox, Select } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { UnitSelect } from '../../components/unit-select.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { useFindingWords } from './finding-words.js'
import { FindingsQuery, type FindingCounts, type FindingLine } from './inspection-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

const FindingDrawer = lazy(async () => ({ default: (await import('./finding-drawer.js')).FindingDrawer }))

const PAGE = 50

const held = <Code extends string>(list: Readonly<Record<Code, unknown>>, code: string | null) =>
  code !== null && Object.hasOwn(list, code) ? (code as Code) : undefined

function filterOf(params: URLSearchParams) {
  const state = held(FINDING_STATES, params.get('state'))
  const states: FindingState[] | undefined =
    params.get('state') === 'AWAITED' ? [...AWAITING_ANSWER] : state ? [state] : undefined
  return {
    kind: held(FINDING_KINDS, params.get('kind')),
    states,
    overdue: params.get('overdue') === '1' ? true : undefined,
    responsibleId: params.get('responsible') ?? undefined,
  }
}

function Filters() {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { params, setParam, place } = usePlace()
  return (
    <div className="sb-finding-filters">
      <Select<FindingKind>
        aria-label={s('kind')}
        allowClear
        placeholder={s('allKinds')}
        value={held(FINDING_KINDS, params.get('kind'))}
        options={codesOf(FINDING_KINDS).map((value) => ({ value, label: label(FINDING_KINDS, value) }))}
        onChange={(kind?: FindingKind) => setParam({ kind }, true)}
      />
      <Select<string>
        aria-label={s('state')}
        allowClear
        placeholder={s('allStates')}
        value={params.get('state') ?? undefined}
        options={[
          { value: 'AWAITED', label: s('awaited') },
          ...codesOf(FINDING_STATES).map((value) => ({ value, label: label(FINDING_STATES, value) })),
        ]}
        onChange={(state?: string) => setParam({ state }, true)}
      />
      <UnitSelect
        at={place.asOf}
        title={s('responsible')}
        value={params.get('responsible') ?? undefined}
        onChange={(responsible) => setParam({ responsible }, true)}
      />
      <Checkbox
        checked={params.get('overdue') === '1'}
        onChange={({ target }) => setParam({ overdue: target.checked ? '1' : null }, true)}
      >
        {s('onlyOverdue')}
      </Checkbox>
    </div>
  )
}

function Counts({ counts }: { counts: FindingCounts }) {
  const { language } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { setParam, place } = usePlace()
  const chosen = { kind: null, state: null, overdue: null, responsible: null }
  const all = [
    ['awaited', { ...chosen, state: 'AWAITED' }],
    ['overdue', { ...chosen, overdue: '1' }],
    ['answered', { ...chosen, state: 'ANSWERED' }],
    ['closed', { ...chosen, state: 'CLOSED' }],
    ['praise', { ...chosen, kind: 'PRAISE' }],
  ] as const
  return (
    <div className="sb-finding-counts">
      {all.map(([name, to]) => (
        <button
          key={name}
          type="button"
          className={name === 'overdue' && counts.overdue > 0 ? 'sb-overdue' : undefined}
          onClick={() => setParam(to)}
        >
          <strong>{formatCount(counts[name], language)}</strong> {s(name)}
        </button>
      ))}
      <small>{s('onDay', { day: formatDay(place.asOf) })}</small>
    </div>
  )
}

function Line({ finding }: { finding: FindingLine }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { setParam } = usePlace()
  const words = useFindingWords()
  const { kind, state, overdue, responsible, organization } = finding
  const due = words.due(finding)
  const others = responsible && responsible.id !== organization?.id ? shortName(responsible.name) : ''
  return (
    <li className={`sb-finding sb-finding-${kind.toLowerCase().replaceAll('_', '-')}`}>
      <button type="button" onClick={() => setParam({ finding: finding.id })}>
        <span className="sb-finding-head">
          <strong>{label(FINDING_KINDS, kind)}</strong>
          <em className={overdue ? 'sb-overdue' : undefined}>
            {kind === 'PRAISE' && state === 'CLOSED' ? '' : label(FINDING_STATES, state)}
          </em>
        </span>
        <span>{finding.words}</span>
        <small>
          {[
            words.about(finding),
            others && `${s('responsible')}: ${others}`,
            s('made', { day: formatDay(finding.madeOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {due && state !== 'CLOSED' && state !== 'WITHDRAWN' && (
            <span className={overdue ? 'sb-overdue' : undefined}>
              {' '}
              · {overdue && '⚠ '}
              {due}
            </span>
          )}
        </small>
      </button>
    </li>
  )
}

function useFindings() {
  const { place, params, unitId } = usePlace()
  const filter = useMemo(() => filterOf(params), [params])
  const query = useQuery(FindingsQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const edges = [...before.findings.edges, ...page.findings.edges]
        return { organization: { ...before, findings: { ...page.findings, edges } } }
      },
    })
  return { ...query, loadMore }
}

/** Findings for which the unit or one below it is responsible: how they stand, filters, the list, and one of them. */
export function FindingsView() {
  const { language } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { params, setParam } = usePlace()
  const { data, previousData, error, refetch, loadMore } = useFindings()
  const unit = (data ?? previousData)?.organization
  const open = params.get('finding')
  return (
    <div aria-busy={!data && !error}>
      {unit && <Counts counts={unit.findingCounts} />}
      <Filters />
      {error && !unit && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && <TableSkeleton />}
      {unit && (
        <div className="sb-box sb-live">
          <p className="sb-count">
            <strong>{s('countFindings', { n: formatCount(unit.findings.totalCount, language) })}</strong>
          </p>
          {unit.findings.edges.length === 0 && <EmptyState title={s('none')} hint={s('noneHint')} />}
          <ul className="sb-finding-list">
            {unit.findings.edges.map(({ node }) => (
              <Line key={node.id} finding={node} />
            ))}
          </ul>
          {unit.findings.pageInfo.hasNextPage && (
            <Button onClick={() => void loadMore(unit.findings.pageInfo.endCursor)}>{s('more')}</Button>
          )}
        </div>
      )}
      <Suspense fallback={null}>
        {open && <FindingDrawer id={open} onClose={() => setParam({ finding: null })} />}
      </Suspense>
    </div>
  )
}
