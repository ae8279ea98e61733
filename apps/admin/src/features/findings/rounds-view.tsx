import { useQuery } from '@apollo/client/react'
import { INSPECTING_BODIES, ROUND_KINDS } from '@seedbed/shared'
import { Button, Checkbox } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import { RoundsQuery, type RoundLine } from './rounds-query.js'

const PAGE = 50

function Line({ round }: { round: RoundLine }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { setParam, unitId } = usePlace()
  const { subjects, organization, closedOn } = round
  const done = subjects.filter(({ state }) => state === 'CONCLUDED').length
  return (
    <li className="sb-finding">
      <button type="button" onClick={() => setParam({ round: round.id })}>
        <span className="sb-finding-head">
          <strong>{label(ROUND_KINDS, round.kind)}</strong>
          <em>{closedOn ? s('closedOn', { day: formatDay(closedOn) }) : ''}</em>
        </span>
        <span>{round.theme}</span>
        <small>
          {[
            label(INSPECTING_BODIES, round.body),
            organization && organization.id !== unitId ? shortName(organization.name) : null,
            `${formatDay(round.fromDay)} – ${formatDay(round.toDay)}`,
            s('progress', { done, all: subjects.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </button>
    </li>
  )
}

/** Rounds of the unit and, if asked, of those below it, the latest first. */
export function RoundsView() {
  const { language } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { place, params, setParam, unitId } = usePlace()
  const below = params.get('below') !== '0'
  const openOnly = params.get('open') === '1'
  const variables = { id: unitId, at: place.asOf, below, openOnly, first: PAGE, after: null }
  const { data, previousData, error, refetch, fetchMore } = useQuery(RoundsQuery, { variables })
  const rounds = (data ?? previousData)?.organization?.inspectionRounds
  if (error && !rounds) return <ErrorState error={error} retry={() => void refetch()} />
  if (!rounds) return <TableSkeleton />
  const more = () =>
    fetchMore({
      variables: { after: rounds.pageInfo.endCursor },
      updateQuery: (known, { fetchMoreResult }) => {
        const [before, page] = [known.organization, fetchMoreResult.organization]
        if (!before || !page) return known
        const edges = [...before.inspectionRounds.edges, ...page.inspectionRounds.edges]
        return { organization: { ...before, inspectionRounds: { ...page.inspectionRounds, edges } } }
      },
    })
  return (
    <div className="sb-box sb-live" aria-busy={!data}>
      <div className="sb-finding-filters">
        <Checkbox
          checked={below}
          onChange={({ target }) => setParam({ below: target.checked ? null : '0' }, true)}
        >
          {s('below')}
        </Checkbox>
        <Checkbox
          checked={openOnly}
          onChange={({ target }) => setParam({ open: target.checked ? '1' : null }, true)}
        >
          {s('openOnly')}
        </Checkbox>
      </div>
      <p className="sb-count">
        <strong>{s('countRounds', { n: formatCount(rounds.totalCount, language) })}</strong>
      </p>
      {rounds.edges.length === 0 && <EmptyState title={s('noRounds')} hint={s('noRoundsHint')} />}
      <ul className="sb-finding-list">
        {rounds.edges.map(({ node }) => (
          <Line key={node.id} round={node} />
        ))}
      </ul>
      {rounds.pageInfo.hasNextPage && <Button onClick={() => void more()}>{s('more')}</Button>}
    </div>
  )
}
