import { useQuery } from '@apollo/client/react'
import { ETHNIC_GROUPS, RELIGIONS } from '@seedbed/shared'
import { Drawer } from 'antd'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { failureOf } from '../../lib/errors.js'
import { formatDay } from '../../lib/format.js'
import { auditHref } from '../../lib/place.js'
import { AUDIT_TEXTS } from '../audit/audit-texts.js'
import { IdentityNumber } from '../personal-data/identity-number.js'
import { OpenPerson } from '../personal-data/open-person.js'
import { PersonData } from '../personal-data/person-data.js'
import { CorrectDialog } from './correct-dialog.js'
import { PersonEvents } from './person-events.js'
import { PersonQuery, type Person } from './person-query.js'
import './person.css'

const CandidatePanel = lazy(async () => ({
  default: (await import('../sources/candidate-panel.js')).CandidatePanel,
}))

const DossierLinks = lazy(async () => ({
  default: (await import('../dossiers/dossier-links.js')).DossierLinks,
}))
const PersonFinding = lazy(async () => ({
  default: (await import('../findings/person-finding.js')).PersonFinding,
}))

function Facts({ person }: { person: Person }) {
  const { t } = useTexts()
  const facts: ReadonlyArray<readonly [string, ReactNode]> = [
    [t('record.birthDate'), formatDay(person.birthDate)],
    [t('record.sex'), t(person.female ? 'person.female' : 'person.male')],
    [t('person.ethnicity'), ETHNIC_GROUPS[person.ethnicity] ?? person.ethnicity],
    [
      t('person.religion'),
      person.religion ? (RELIGIONS[person.religion] ?? person.religion) : t('person.noReligion'),
    ],
    [
      t('person.identity'),
      <IdentityNumber
        key={person.id}
        id={person.id}
        masked={person.identityNumber}
        mayReveal={person.viewerCanRevealIdentityNumber}
      />,
    ],
    ...(person.note ? [[t('person.note'), person.note] as const] : []),
  ]
  return (
    <dl className="sb-person-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A person with everything that was recorded, and the way to correct it. */
export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTexts()
  const s = useOwnTexts(AUDIT_TEXTS)
  const { viewerCanReadAudit } = useViewer()
  const { params, setParam, place } = usePlace()
  const { data, error, refetch } = useQuery(PersonQuery, { variables: { id } })
  const person = data?.person
  const isClosed = error !== undefined && failureOf(error).reason?.key === 'LOOK_NEEDED'
  const correcting = person?.events.find((event) => event.id === params.get('correct'))
  return (
    <Drawer
      open
      onClose={onClose}
      size={520}
      title={person?.fullName ?? t('person.title')}
      className="sb-person"
    >
      {isClosed && <OpenPerson id={id} />}
      {error && !data && !isClosed && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3, 4, 5].map((row) => <Bone key={row} width={`${60 + row * 7}%`} />)}
      {data && !person && <EmptyState title={t('person.missing')} />}
      {person && (
        <>
          <Facts person={person} />
          <Suspense fallback={null}>
            <DossierLinks person={person.id} />
            <CandidatePanel id={person.id} on={place.asOf} />
            <PersonFinding id={person.id} name={person.fullName} />
          </Suspense>
          <h3>{t('person.events')}</h3>
          <PersonEvents events={person.events} onCorrect={(event) => setParam({ correct: event })} />
          {person.viewerCanEdit && <PersonData id={person.id} />}
          {viewerCanReadAudit && <Link to={auditHref({ person: id })}>{s('ofPerson')}</Link>}
        </>
      )}
      {correcting && <CorrectDialog event={correcting} onClose={() => setParam({ correct: null })} />}
    </Drawer>
  )
}
