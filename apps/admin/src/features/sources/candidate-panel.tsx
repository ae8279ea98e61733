import { useQuery } from '@apollo/client/react'
import {
  CANDIDATE_STAGES,
  codesOf,
  HANDOVER_OUTCOMES,
  hasDossier,
  REVIEW_RESULTS,
  type Day,
} from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay } from '../../lib/format.js'
import { CandidateQuery, type CandidatePerson } from './candidate-query.js'
import { NextStep } from './next-step.js'
import './sources.css'

const ReviewDialog = lazy(async () => ({ default: (await import('./review-dialog.js')).ReviewDialog }))
const OfferDialog = lazy(async () => ({ default: (await import('./offer-dialog.js')).OfferDialog }))
const OpenDossierDialog = lazy(async () => ({
  default: (await import('../dossiers/open-dialog.js')).OpenDossierDialog,
}))
const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.js')).BulkDialog }))

type One = NonNullable<CandidatePerson['candidate']>

function Track({ one }: { one: One }) {
  const { t, label } = useTexts()
  const stages = codesOf(CANDIDATE_STAGES).filter((stage) => !hasDossier(stage) || hasDossier(one.stage))
  const at = stages.indexOf(one.stage)
  const words: Partial<Record<(typeof stages)[number], string>> = {
    IDENTIFIED: formatDay(one.enteredOn),
    SYMPATHISER: one.listedOn ? formatDay(one.listedOn) : '',
    IN_CLASS: one.course?.name ?? '',
    CERTIFIED: one.certifiedOn
      ? t('sources.certificateUntil', {
          day: formatDay(one.certifiedOn),
          until: formatDay(one.certificateExpiresOn),
        })
      : '',
  }
  return (
    <ol className="sb-stages">
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={index < at ? 'sb-past' : index === at ? 'sb-now' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <strong>{label(CANDIDATE_STAGES, stage)}</strong>
          {index <= at && words[stage] && <small>{words[stage]}</small>}
        </li>
      ))}
    </ol>
  )
}

function Mentors({ person }: { person: CandidatePerson }) {
  const { t, label } = useTexts()
  if (person.mentorships.length === 0) return <p>{t('sources.noMentor')}</p>
  return (
    <ul className="sb-facts-list">
      {person.mentorships.map((one) => (
        <li key={one.id}>
          <strong>{one.mentor.fullName}</strong>
          <small>
            {t('sources.since', { day: formatDay(one.from) })}
            {one.to ? ` – ${formatDay(one.to)}` : ''}
          </small>
        </li>
      ))}
      {[...person.mentorReviews].reverse().map((one) => (
        <li key={one.id}>
          {formatDay(one.on)} · {label(REVIEW_RESULTS, one.result)}
          <small>
            {one.mentor.fullName}
            {one.note ? ` · ${one.note}` : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Handovers({ person }: { person: CandidatePerson }) {
  const { t, label } = useTexts()
  return (
    <ul className="sb-facts-list">
      {person.candidateHandovers.map((one) => (
        <li key={one.id}>
          {one.from.name} → {one.to.name}
          <small>
            {formatDay(one.offeredOn)} ·{' '}
            {one.outcome ? label(HANDOVER_OUTCOMES, one.outcome) : t('sources.waiting')}
            {one.answer ? ` · ${one.answer}` : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}

type Act = 'review' | 'offer' | 'mentor' | 'list' | 'enrol' | 'strike' | 'open'
const FOLLOWS: Readonly<Record<string, Act>> = {
  ASSIGN_MENTOR: 'mentor',
  LIST: 'list',
  ENROL: 'enrol',
  REPEAT_COURSE: 'enrol',
  REVIEW: 'review',
  START_DOSSIER: 'open',
  DOSSIER_BEFORE_EXPIRY: 'open',
}

function Dialogs({
  act,
  person,
  onClose,
}: {
  act: Act | null
  person: CandidatePerson
  onClose: () => void
}) {
  if (act === null) return null
  const mentors = person.mentorships.filter(({ to }) => to === null).map(({ mentor }) => mentor)
  return (
    <Suspense fallback={null}>
      {act === 'review' && <ReviewDialog person={person.id} mentors={mentors} onClose={onClose} />}
      {act === 'offer' && <OfferDialog person={person.id} onClose={onClose} />}
      {act === 'open' && <OpenDossierDialog person={person} onClose={onClose} />}
      {act !== 'review' && act !== 'offer' && act !== 'open' && (
        <BulkDialog action={act} persons={[person.id]} onClose={onClose} onSaved={onClose} />
      )}
    </Suspense>
  )
}

function Standing({ one, person }: { one: One; person: CandidatePerson }) {
  const { t } = useTexts()
  const [act, setAct] = useState<Act | null>(null)
  const [first, ...others] = one.nextSteps
  const known = first && FOLLOWS[first.step]
  const follow = known === 'open' && !one.organization.viewerCanPrepareDossiers ? undefined : known
  const mayRecord = one.organization.viewerCanRecordSources
  return (
    <>
      {first && (
        <section className="sb-next" aria-label={t('sources.next')}>
          <small>{t('sources.next')}</small>
          <NextStep step={first} />
          {(mayRecord || follow === 'open') && follow && (
            <Button type="primary" block size="large" onClick={() => setAct(follow)}>
              {t(follow === 'open' ? 'dossier.open' : `sources.act.${follow}`)}
            </Button>
          )}
          {others.map((step) => (
            <NextStep key={step.step} step={step} />
          ))}
        </section>
      )}
      <Track one={one} />
      {one.note && (
        <p>
          <small>{t('sources.strengths')}</small> {one.note}
        </p>
      )}
      <h3>{t('sources.mentors')}</h3>
      <Mentors person={person} />
      {person.candidateHandovers.length > 0 && <h3>{t('sources.handovers')}</h3>}
      <Handovers person={person} />
      {mayRecord && (
        <div className="sb-bulk">
          {(['review', 'mentor', 'offer', 'strike'] as const).map((name) => (
            <Button key={name} onClick={() => setAct(name)}>
              {t(`sources.act.${name}`)}
            </Button>
          ))}
        </div>
      )}
      <Dialogs act={act} person={person} onClose={() => setAct(null)} />
    </>
  )
}

/** How far a candidate is, what comes next, who helps, and what can be done; nothing for somebody who is none. */
export function CandidatePanel({ id, on }: { id: string; on: Day }) {
  const { place } = usePlace()
  const { data } = useQuery(CandidateQuery, { variables: { id, on: on > place.asOf ? place.asOf : on } })
  const person = data?.person
  if (!person?.candidate) return null
  return <Standing one={person.candidate} person={person} />
}
