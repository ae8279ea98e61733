import { useQuery } from '@apollo/client/react'
import { DISSOLVE_REASONS, UNIT_ACTS } from '@seedbed/shared'
import { Drawer } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatCount, formatDay, formatSigned } from '../../lib/format.js'
import type { ResultOf } from '../../gql/graphql.js'
import { tierName, type TierName } from './tier-groups.js'
import { UnitMovementsQuery } from './unit-counts-query.js'

type Line = NonNullable<ResultOf<typeof UnitMovementsQuery>['organization']>['unitMovements'][number]

function MovementLine({ line, tiers }: { line: Line; tiers: readonly TierName[] }) {
  const { t, language, label: reasonLabel } = useTexts()
  const { hrefTo } = usePlace()
  const { sign, label } = UNIT_ACTS[line.act]
  const isDissolved = line.act === 'DISSOLVED'
  const more = line.count - line.units.edges.length
  return (
    <section aria-label={`${label[language]} ${tierName(tiers, line.tier, language)}`}>
      <h3>
        {label[language]} · {tierName(tiers, line.tier, language)}
        <b className="sb-num">{formatSigned(sign * line.count, language)}</b>
      </h3>
      {isDissolved && (
        <p className="sb-unit-of">
          {line.reason ? reasonLabel(DISSOLVE_REASONS, line.reason) : t('unitCounts.noReason')}
        </p>
      )}
      <ul className="sb-unit-list">
        {line.units.edges.map(({ node }) => (
          <li key={`${node.organization.id} ${node.on}`}>
            <Link to={hrefTo(node.organization.id, 'history')}>{node.organization.name}</Link>
            <span className="sb-num">{formatDay(node.on)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="sb-unit-of">{t('unitCounts.more', { n: formatCount(more, language) })}</p>}
    </section>
  )
}

/** What changed the number of units within the period, act by act, with the units. */
export function UnitMovementsDrawer({ tiers, onClose }: { tiers: readonly TierName[]; onClose: () => void }) {
  const { t } = useTexts()
  const { place, question, unitId } = usePlace()
  const { data, error, refetch } = useQuery(UnitMovementsQuery, {
    variables: { id: unitId, at: place.asOf, from: question.from },
  })
  const lines = data?.organization?.unitMovements
  return (
    <Drawer open onClose={onClose} size={560} title={t('unitCounts.moves')} className="sb-unit-share">
      <p className="sb-unit-of">
        {t('admissions.period', { from: formatDay(question.from), to: formatDay(question.asOf) })}
      </p>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map((row) => <Bone key={row} width={`${55 + row * 9}%`} />)}
      {lines?.length === 0 && <EmptyState title={t('unitCounts.noMoves')} />}
      {lines?.map((line) => (
        <MovementLine key={`${line.act} ${line.tier} ${line.reason}`} line={line} tiers={tiers} />
      ))}
    </Drawer>
  )
}
