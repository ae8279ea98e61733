import { useQuery } from '@apollo/client/react'
import { type DossierStepKind } from '@seedbed/shared'
import { lazy, Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { failureOf } from '../../lib/errors.js'
import { formatDay } from '../../lib/format.js'
import { IdentityNumber } from '../personal-data/identity-number.js'
import { OpenPerson } from '../personal-data/open-person.js'
import { ApprovalsBox, FourDays, LettersBox, PapersBox, RecommendersBox } from './content-boxes.js'
import { DeadlineList } from './deadline-words.js'
import { DossierQuery, DossierStandingQuery, type DossierFile, type TakenStep } from './dossier-query.js'
import { NextBox } from './next-box.js'
import type { Remedy } from './stage-track.js'
import { proposedDay, StepDialog } from './step-dialog.js'
import { StepHistory } from './step-history.js'
import { Track } from './track.js'
import { STATE_LABELS } from './step-words.js'
import '../sources/sources.css'
import '../people/person.css'
import './dossiers.css'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))
const PapersDialog = lazy(async () => ({ default: (await import('./papers-dialog.js')).PapersDialog }))
const RecommendersDialog = lazy(async () => ({
  default: (await import('./recommenders-dialog.js')).RecommendersDialog,
}))
const LetterDialog = lazy(async () => ({ default: (await import('./small-dialogs.js')).LetterDialog }))
const ApprovalDialog = lazy(async () => ({ default: (await import('./small-dialogs.js')).ApprovalDialog }))
const CorrectStepDialog = lazy(async () => ({
  default: (await import('./small-dialogs.js')).CorrectStepDialog,
}))

/** What is being recorded in the dossier on the page. */
type Act =
  | { act: 'step'; kind: DossierStepKind }
  | { act: 'papers' | 'recommenders' | 'approval' }
  | { act: 'letter'; id: string }
  | { act: 'correct'; step: TakenStep }

function Head({ file }: { file: DossierFile }) {
  const { t, label } = useTexts()
  const { hrefTo, setParam } = usePlace()
  const { person, organization } = file
  return (
    <header className="sb-dossier-head">
      <p>
        <Link to={hrefTo(organization.id, 'dossiers')}>
          ← {t('dossier.back', { unit: organization.name })}
        </Link>
      </p>
      <h2>
        <button type="button" onClick={() => setParam({ person: person.id })}>
          {person.fullName}
        </button>
      </h2>
      <p>
        {t('person.born', { day: formatDay(person.birthDate) })} ·{' '}
        {t(person.female ? 'person.female' : 'person.male')} · {t('person.identity')}{' '}
        <IdentityNumber
          id={person.id}
          masked={person.identityNumber}
          mayReveal={person.viewerCanRevealIdentityNumber}
        />
      </p>
      <p>
        <strong>{label(STATE_LABELS, file.state)}</strong>{' '}
        {t('sources.since', { day: formatDay(file.since) })}
        {file.backfilled && ` · ${t('person.backfilled')}`}
      </p>
    </header>
  )
}

function Dialogs(props: {
  act: Act | null
  file: DossierFile
  needs: Parameters<typeof PapersDialog>[0]['needs']
  onClose: () => void
}) {
  const { act, file, needs, onClose } = props
  if (!act) return null
  return (
    <Suspense fallback={null}>
      {act.act === 'step' && <StepDialog file={file} kind={act.kind} onClose={onClose} />}
      {act.act === 'papers' && <PapersDialog file={file} needs={needs} onClose={onClose} />}
      {act.act === 'recommenders' && <RecommendersDialog file={file} onClose={onClose} />}
      {act.act === 'letter' && <LetterDialog file={file} letter={act.id} onClose={onClose} />}
      {act.act === 'approval' && <ApprovalDialog file={file} onClose={onClose} />}
      {act.act === 'correct' && <CorrectStepDialog file={file} step={act.step} onClose={onClose} />}
    </Suspense>
  )
}

function Dossier({ file }: { file: DossierFile }) {
  const { t } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const [act, setAct] = useState<Act | null>(null)
  const on = proposedDay(place.asOf, today, file.since)
  const { data, previousData, error, refetch } = useQuery(DossierStandingQuery, {
    variables: { id: file.id, on },
  })
  const standing = (data ?? previousData)?.dossier
  const remedy = (which: Remedy) => {
    const letter = file.letters.find(({ answeredOn }) => answeredOn === null)
    if (which !== 'letter') setAct({ act: which })
    else if (letter) setAct({ act: 'letter', id: letter.id })
  }
  return (
    <>
      <Head file={file} />
      <div className="sb-dossier">
        <div className="sb-dossier-way">
          {error && !standing && <ErrorState error={error} retry={() => void refetch()} />}
          {standing && (
            <NextBox
              file={file}
              standing={standing}
              on={on}
              onStep={(kind) => setAct({ act: 'step', kind })}
              onRemedy={remedy}
            />
          )}
          <FourDays file={file} />
          <Track file={file} />
        </div>
        <div className="sb-dossier-content">
          {standing && standing.deadlines.length > 0 && (
            <Box title={t('dossier.deadlines')} note={t('dossier.onDay', { day: formatDay(on) })}>
              <DeadlineList deadlines={standing.deadlines} on={on} />
            </Box>
          )}
          <PapersBox file={file} needs={standing?.paperNeeds ?? []} onAct={() => setAct({ act: 'papers' })} />
          <LettersBox file={file} onAnswer={(id) => setAct({ act: 'letter', id })} />
          <RecommendersBox file={file} onAct={() => setAct({ act: 'recommenders' })} />
          <ApprovalsBox file={file} onAct={() => setAct({ act: 'approval' })} />
          <Box title={t('dossier.history')}>
            <StepHistory file={file} onCorrect={(step) => setAct({ act: 'correct', step })} />
          </Box>
        </div>
      </div>
      <Dialogs act={act} file={file} needs={standing?.paperNeeds ?? []} onClose={() => setAct(null)} />
    </>
  )
}

/** A dossier on its way: what comes next, the way so far, papers, letters, votes, deadlines and every step. */
export function DossierPage() {
  const { params, setParam } = usePlace()
  const { dossierId = '' } = useParams()
  const { data, error, refetch } = useQuery(DossierQuery, { variables: { id: dossierId } })
  const failure = error && !data ? failureOf(error) : null
  const isClosed = failure?.reason?.key === 'LOOK_NEEDED'
  const [person, who] = [params.get('person'), params.get('who')]
  return (
    <div className="sb-page sb-dossier-page" aria-busy={!data && !error}>
      {isClosed && who && <OpenPerson id={who} />}
      {failure && !(isClosed && who) && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <TableSkeleton />}
      {data && <Dossier file={data.dossier} />}
      <Suspense fallback={null}>
        {person && <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />}
      </Suspense>
    </div>
  )
}
