import { DISSOLVE_REASONS, ORGANIZATION_EVENT_KINDS } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { formatDay } from '../../lib/format.js'
import { reorganizationsHref } from '../../lib/place.js'
import type { UnitHistory } from './history-query.js'

/** What was done to the unit, newest first, each with the document it rests on. */
export function TimelineBox({ unit }: { unit: UnitHistory }) {
  const { t, label } = useTexts()
  const { params } = usePlace()
  const events = unit.events.toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
  return (
    <Box title={t('history.timeline')}>
      {events.length === 0 && <EmptyState title={t('history.noEvents')} />}
      <ol className="sb-timeline">
        {events.map((event) => (
          <li key={event.id}>
            <div>
              <strong>
                {label(ORGANIZATION_EVENT_KINDS, event.kind)}
                {event.reason && `: ${label(DISSOLVE_REASONS, event.reason)}`}
              </strong>
              <time dateTime={event.effectiveOn}>{formatDay(event.effectiveOn)}</time>
              {event.document && (
                <p>
                  {event.document.number} · {event.document.title}
                </p>
              )}
              {event.reorganization && (
                <p>
                  <Link
                    className="sb-timeline-plan"
                    to={reorganizationsHref(params, undefined, event.reorganization.id)}
                  >
                    {[event.reorganization.decisionNumber, event.reorganization.title]
                      .filter(Boolean)
                      .join(' · ')}
                  </Link>
                </p>
              )}
              {(event.note || event.backfilled) && (
                <p>
                  <small>
                    {[event.note, event.backfilled ? t('person.backfilled') : ''].filter(Boolean).join(' · ')}
                  </small>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Box>
  )
}
