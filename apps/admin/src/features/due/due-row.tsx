import { RightOutlined, WarningOutlined } from '@ant-design/icons'
import { DUE_KINDS } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { dossierHref } from '../../lib/place.js'
import type { DueItem } from './due-query.js'

/** Where an item is dealt with: in the dossier, at the offers of the unit, or at the candidate. */
function useWay() {
  const { params, hrefTo } = usePlace()
  return ({ kind, dossier, person, organization }: DueItem): string => {
    if (dossier) return dossierHref(params, organization.id, dossier.id, person?.id)
    if (kind === 'COURSE_RESULT') return hrefTo(organization.id, 'sources', { view: 'courses' })
    return hrefTo(organization.id, 'sources', kind === 'HANDOVER' ? {} : { person: person?.id })
  }
}

/** One thing to do: who, what, until when. The whole line is the way to where it is done. */
export function DueRow({ item, withUnit }: { item: DueItem; withUnit: boolean }) {
  const { t, label, language } = useTexts()
  const wayTo = useWay()
  const { dueOn, daysLeft, state, problem } = item
  const count = formatCount(Math.abs(daysLeft ?? 0), language)
  const rest =
    daysLeft === null ? '' : t(daysLeft < 0 ? 'dossier.daysOver' : 'dossier.daysLeft', { n: count })
  return (
    <li>
      <Link to={wayTo(item)} className={`sb-due-row sb-due-row-${state.toLowerCase()}`}>
        <span>
          <strong>{item.person?.fullName ?? item.about ?? item.organization.name}</strong>
          <span>
            {label(DUE_KINDS, item.kind)}
            {item.person && item.about ? ` (${item.about})` : ''}
          </span>
          <small>
            {state === 'OVERDUE' && <WarningOutlined aria-hidden />}{' '}
            {problem ? problem[language] : `${formatDay(dueOn)}${rest ? ` · ${rest}` : ''}`}
            {item.extended && ` · ${t('dossier.extended')}`}
            {withUnit && ` · ${shortName(item.organization.name)}`}
          </small>
        </span>
        <RightOutlined aria-hidden />
      </Link>
    </li>
  )
}
