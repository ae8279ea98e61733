import {
  DEGREES,
  EVENT_KINDS,
  INTRODUCERS,
  OCCUPATIONS,
  OUTSIDE_KINDS,
  POLITICAL_THEORIES,
  REMOVAL_REASONS,
  SCHOOLINGS,
  STRIKE_REASONS,
} from '@seedbed/shared'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { formatDay } from '../../lib/format.js'
import type { PersonEvent } from './person-query.js'

/** What a change of attributes says: each attribute by its name. */
function useChanges() {
  const { t, label } = useTexts()
  return ({ kind, attributes }: PersonEvent): string[] => {
    if (kind !== 'ATTRIBUTE_CHANGE' || !attributes) return []
    const { youthUnion, schooling, degree, politicalTheory, occupation } = attributes
    const isKnown = youthUnion !== null && youthUnion !== undefined
    const stated = [
      [t('record.youthUnion'), isKnown ? t(youthUnion ? 'record.yes' : 'record.no') : ''],
      [t('record.schooling'), label(SCHOOLINGS, schooling)],
      [t('record.degree'), label(DEGREES, degree)],
      [t('record.politicalTheory'), label(POLITICAL_THEORIES, politicalTheory)],
      [t('record.occupation'), label(OCCUPATIONS, occupation)],
    ]
    return stated.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  }
}

function useDetails() {
  const { t, label } = useTexts()
  const changesOf = useChanges()
  return (event: PersonEvent): string =>
    [
      ...changesOf(event),
      label(INTRODUCERS, event.introducer),
      event.courseName ?? '',
      event.certificateNumber ?? '',
      label(STRIKE_REASONS, event.strikeReason),
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
              {event.organization ? (
                <Link to={hrefTo(event.organization.id)}>{event.organization.name}</Link>
              ) : (
                t('person.elsewhere')
              )}
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
          {!event.correctedOn && event.organization?.viewerCanCorrectMembership && (
            <Button size="small" onClick={() => props.onCorrect(event.id)}>
              {t('person.correct')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
