import { EVENT_KINDS, INTRODUCERS, OUTSIDE_KINDS, REMOVAL_REASONS } from '@seedbed/shared'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { formatDay } from '../../lib/format.js'
import type { PersonEvent } from './person-query.js'

function useDetails() {
  const { t, label } = useTexts()
  return (event: PersonEvent): string =>
    [
      label(INTRODUCERS, event.introducer),
      event.courseName ?? '',
      label(REMOVAL_REASONS, event.removalReason),
      label(OUTSIDE_KINDS, event.outsideKind),
      event.outsidePlace ?? '',
      event.document ? event.document.number : '',
      event.note ?? '',
      event.backfilled ? t('person.backfilled') : '',
    ]
      .filter(Boolean)
      .join(' · ')
}

/** What happened to a person, in order; corrected events stay in sight, struck through. */
export function PersonEvents(props: { events: readonly PersonEvent[]; onCorrect: (id: string) => void }) {
  const { t, label } = useTexts()
  const { hrefTo } = usePlace()
  const details = useDetails()
  if (props.events.length === 0) return <EmptyState title={t('person.noEvents')} />
  return (
    <ol className="sb-timeline">
      {props.events.map((event) => (
        <li key={event.id} className={event.correctedOn ? 'sb-corrected' : undefined}>
          <div>
            <strong>{label(EVENT_KINDS, event.kind)}</strong>{' '}
            <time dateTime={event.on}>{formatDay(event.on)}</time>
            <p>
              <Link to={hrefTo(event.organization.id)}>{event.organization.name}</Link>
              {event.toOrganization && (
                <>
                  {' → '}
                  <Link to={hrefTo(event.toOrganization.id)}>{event.toOrganization.name}</Link>
                </>
              )}
            </p>
            {details(event) && <small>{details(event)}</small>}
            {event.correctedOn && (
              <p className="sb-correction">
                {t('person.corrected', {
                  day: formatDay(event.correctedOn),
                  reason: event.correctionReason ?? '',
                })}
              </p>
            )}
          </div>
          {!event.correctedOn && (
            <Button size="small" onClick={() => props.onCorrect(event.id)}>
              {t('person.correct')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
