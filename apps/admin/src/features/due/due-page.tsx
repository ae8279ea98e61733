import { useQuery } from '@apollo/client/react'
import { DUE_KIND_CODES, DUE_KINDS, DUE_STATES, type DueKind } from '@seedbed/shared'
import { Button, Checkbox, Select } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { meetingHref } from '../../lib/place.js'
import { grouped } from './due-groups.js'
import { DueQuery, type DueAnswer, type DueCount } from './due-query.js'
import { DueRow } from './due-row.js'
import { DueUnits } from './due-units.js'
import '../admissions/admissions.css'
import './due.css'

const PAGE = 100

const kindIn = (params: URLSearchParams): DueKind | undefined =>
  DUE_KIND_CODES.find((kind) => kind === params.get('kind'))

function useDue() {
  const { place, params, unitId } = usePlace()
  const kind = kindIn(params)
  const isWhole = params.get('all') === '1'
  const filter = useMemo(
    () => ({ ...(kind ? { kinds: [kind] } : {}), ...(isWhole ? { states: [...DUE_STATES] } : {}) }),
    [kind, isWhole],
  )
  const query = useQuery(DueQuery, {
    variables: { id: unitId, at: place.asOf, filter, first: PAGE, after: null },
  })
  const loadMore = (after: string | null) =>
    query.fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const edges = [...before.dueList.edges, ...page.dueList.edges]
        return { organization: { ...before, dueList: { ...page.dueList, edges } } }
      },
    })
  return { ...query, kind, isWhole, loadMore }
}

function Filters(props: { counts: readonly DueCount[]; kind: DueKind | undefined; isWhole: boolean }) {
  const { t, label, language } = useTexts()
  const { setParam } = usePlace()
  const countOf = (kind: DueKind) =>
    props.counts.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="sb-filters">
      <Select
        aria-label={t('due.kind')}
        placeholder={t('due.kind')}
        className="sb-source-filter"
        popupMatchSelectWidth={false}
        allowClear
        value={props.kind}
        options={DUE_KIND_CODES.filter((kind) => countOf(kind) > 0).map((value) => ({
          value,
          label: `${label(DUE_KINDS, value)} (${formatCount(countOf(value), language)})`,
        }))}
        onChange={(value?: DueKind) => setParam({ kind: value ?? null })}
      />
      <Checkbox
        checked={props.isWhole}
        onChange={({ target }) => setParam({ all: target.checked ? '1' : null })}
      >
        {t('due.all')}
      </Checkbox>
    </div>
  )
}

/** What else is begun from here: a new name on the list, and the meeting of the cell. */
function Ways({ unit }: { unit: DueAnswer }) {
  const { t } = useTexts()
  const { params, unitId, hrefTo } = usePlace()
  const navigate = useNavigate()
  if (!unit.holdsMembers) return null
  return (
    <div className="sb-due-ways">
      {unit.viewerCanPrepareDossiers && (
        <Button size="large" onClick={() => void navigate(meetingHref(params, unitId))}>
          {t('meeting.open')}
        </Button>
      )}
      {unit.viewerCanRecordSources && (
        <Button size="large" onClick={() => void navigate(hrefTo(unitId, 'sources', { dialog: 'identify' }))}>
          + {t('sources.add')}
        </Button>
      )}
    </div>
  )
}

/** What is to be done in a unit and all below it, in large type: who, what and until when; a line leads to the act. */
export function DuePage() {
  const { t, language } = useTexts()
  const { place } = usePlace()
  const { data, previousData, error, refetch, kind, isWhole, loadMore } = useDue()
  const unit = (data ?? previousData)?.organization
  const page = unit?.dueList
  return (
    <div className="sb-page sb-due-page" aria-busy={!data && !error}>
      <div className="sb-due-head">
        <h2>{t('tab.due')}</h2>
        <p>
          {page ? t('due.count', { n: formatCount(page.totalCount, language) }) : ' '}{' '}
          <small>{t('dossier.onDay', { day: formatDay(place.asOf) })}</small>
        </p>
      </div>
      {page && <Filters counts={page.counts} kind={kind} isWhole={isWhole} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!page && !error && <TableSkeleton />}
      {unit && page && !(error && !data) && (
        <div className="sb-due-columns">
          <div className="sb-box sb-live">
            {page.edges.length === 0 && <EmptyState title={t('due.empty')} hint={t('due.emptyHint')} />}
            {grouped(page.edges.map(({ node }) => node)).map(({ group, items }) => (
              <section key={group} aria-label={t(`due.group.${group}`)}>
                <h3 className={`sb-due-group-${group.toLowerCase()}`}>{t(`due.group.${group}`)}</h3>
                <ul>
                  {items.map((item) => (
                    <DueRow
                      key={`${item.kind} ${item.person?.id ?? ''} ${item.about ?? ''} ${item.beginsOn}`}
                      item={item}
                      withUnit={!unit.holdsMembers}
                    />
                  ))}
                </ul>
              </section>
            ))}
            {page.pageInfo.hasNextPage && (
              <Button onClick={() => void loadMore(page.pageInfo.endCursor)}>{t('admissions.more')}</Button>
            )}
            <Ways unit={unit} />
          </div>
          <DueUnits units={page.units} />
        </div>
      )}
    </div>
  )
}
