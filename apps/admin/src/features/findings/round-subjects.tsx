import { SUBJECT_RESULTS, SUBJECT_STATES } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { formatDay, shortName } from '../../lib/format.js'
import { FindingDialog } from './finding-dialog.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import type { Round, Subject } from './rounds-query.js'
import { AddSubjectsDialog, OpenPersonDialog, SubjectDialog } from './subject-dialogs.js'

const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))

type Act = 'set' | 'finding' | 'open'

function useNameOf() {
  const s = useOwnTexts(INSPECTION_TEXTS)
  return ({ isPerson, person, organization }: Subject): string =>
    isPerson ? (person?.fullName ?? s('somebody')) : (organization?.name ?? '')
}

function Line({ subject, open, onAct }: { subject: Subject; open: boolean; onAct: (act: Act) => void }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const nameOf = useNameOf()
  const { isPerson, person, organization, state, result, concludedOn, words } = subject
  return (
    <li className="sb-subject">
      <div>
        <strong>{nameOf(subject)}</strong>
        {isPerson && organization && <small> {shortName(organization.name)}</small>}
        <small className="sb-subject-state">
          {[
            label(SUBJECT_STATES, state),
            result && label(SUBJECT_RESULTS, result),
            concludedOn && formatDay(concludedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {words && <p>{words}</p>}
      </div>
      {open && (
        <div className="sb-finding-acts">
          {isPerson && person && (
            <Button size="small" onClick={() => onAct('open')}>
              {s('openPerson')}
            </Button>
          )}
          <Button size="small" onClick={() => onAct('set')}>
            {s('setSubject')}
          </Button>
          <Button size="small" onClick={() => onAct('finding')}>
            {s('add')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Doing(props: { round: Round; subject: Subject; act: Act; onClose: () => void }) {
  const { round, subject, act, onClose } = props
  const { setParam } = usePlace()
  const nameOf = useNameOf()
  const { person, organization } = subject
  if (act === 'set') return <SubjectDialog round={round} subject={subject} onClose={onClose} />
  if (act === 'open' && person)
    return (
      <OpenPersonDialog
        roundId={round.id}
        person={person}
        onOpened={() => setParam({ person: person.id })}
        onClose={onClose}
      />
    )
  const about =
    subject.isPerson && person ? { personId: person.id } : { organizationId: organization?.id ?? '' }
  return <FindingDialog about={about} name={nameOf(subject)} roundId={round.id} onClose={onClose} />
}

/** Subjects of a round with how far the work on each has come, and what can be done about it. */
export function RoundSubjects({ round }: { round: Round }) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { params, setParam } = usePlace()
  const [doing, setDoing] = useState<{ subject: Subject; act: Act } | null>(null)
  const [adding, setAdding] = useState(false)
  const open = round.closedOn === null
  const person = params.get('person')
  return (
    <Box
      title={s('subjects')}
      extra={open && <Button onClick={() => setAdding(true)}>{s('addSubjects')}</Button>}
    >
      {round.subjects.length === 0 && <EmptyState title={s('noSubjects')} />}
      <ul className="sb-finding-list">
        {round.subjects.map((subject) => (
          <Line key={subject.id} subject={subject} open={open} onAct={(act) => setDoing({ subject, act })} />
        ))}
      </ul>
      {adding && <AddSubjectsDialog roundId={round.id} onClose={() => setAdding(false)} />}
      {doing && <Doing round={round} {...doing} onClose={() => setDoing(null)} />}
      <Suspense fallback={null}>
        {person && <PersonDrawer id={person} onClose={() => setParam({ person: null })} />}
      </Suspense>
    </Box>
  )
}
