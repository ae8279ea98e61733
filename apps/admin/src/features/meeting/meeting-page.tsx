import { WarningOutlined } from '@ant-design/icons'
import { useQuery } from '@apollo/client/react'
import { minDay } from '@seedbed/shared'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { DayField } from '../../components/day-field.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState, FailureText } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { formatInstant } from '../../lib/format.js'
import { OutcomeList } from '../dossiers/outcome-list.js'
import { RuleNotes } from '../dossiers/rule-notes.js'
import { NEW_DOCUMENT, useDocument } from '../dossiers/use-document.js'
import { actsOf, agendaOf, type MeetingDraft } from './meeting-draft.js'
import { Count, ListPart, MentorPart, VotePart } from './meeting-parts.js'
import { MeetingQuery, type MeetingUnit } from './meeting-query.js'
import { MeetingSheet } from './meeting-sheet.js'
import { useMeetingDraft, useRecording } from './use-meeting.js'
import '../dossiers/dossiers.css'
import '../sources/sources.css'
import './meeting.css'

interface Part {
  draft: MeetingDraft
  change: (next: MeetingDraft) => void
}

/** The day, how many there were, and the resolution, once for everything that the meeting decided. */
function Attendance({ draft, change, mayFile }: Part & { mayFile: boolean }) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const count = (
    name: 'officialMembers' | 'present' | 'temporarilyAway' | 'exemptedAbsent',
    label: string,
  ) => <Count label={label} value={draft[name]} onChange={(value) => change({ ...draft, [name]: value })} />
  return (
    <Box title={t('meeting.attendance')}>
      <div className="sb-meeting-numbers">
        <label className="sb-labelled">
          <span>{t('meeting.on')}</span>
          <DayField
            value={draft.on}
            max={today}
            onChange={(on) => change({ ...draft, on: on ?? draft.on })}
          />
        </label>
        {count('officialMembers', t('meeting.officialMembers'))}
        {count('present', t('dossier.votes.present'))}
        {mayFile && (
          <label className="sb-labelled">
            <span>{t('meeting.resolution')}</span>
            <Input
              maxLength={80}
              value={draft.resolution ?? ''}
              onChange={({ target }) => change({ ...draft, resolution: target.value || undefined })}
            />
          </label>
        )}
      </div>
      <details className="sb-folded">
        <summary>{t('dossier.votes.seldom')}</summary>
        <div className="sb-meeting-numbers">
          {count('temporarilyAway', t('dossier.votes.temporarilyAway'))}
          {count('exemptedAbsent', t('dossier.votes.exemptedAbsent'))}
        </div>
      </details>
    </Box>
  )
}

function Restored({ at, onForget }: { at: string; onForget: () => void }) {
  const { t } = useTexts()
  return (
    <Alert
      type="info"
      role="status"
      title={t('meeting.restored', { at: formatInstant(at) })}
      action={<Button onClick={onForget}>{t('meeting.forget')}</Button>}
    />
  )
}

function Meeting({ unit }: { unit: MeetingUnit }) {
  const { t } = useTexts()
  const { place, unitId, hrefTo } = usePlace()
  const { today } = useInstallation()
  const say = useNotice()
  const { draft, change, restoredAt, forget } = useMeetingDraft(unitId, minDay(place.asOf, today))
  const [isNoticed, setNoticed] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSaving, setSaving] = useState(false)
  const { outcomes, sent, record } = useRecording()
  const { options, idOf } = useDocument()
  const agenda = agendaOf(unit, draft.on)
  const acts = actsOf(draft, agenda)
  const isQuiet = Object.values(agenda).every(({ length }: { length: number }) => length === 0)
  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      const number = draft.resolution?.trim()
      const paper = { documentId: number ? NEW_DOCUMENT : undefined, number, signedOn: draft.on }
      const documentId = await idOf(paper, t('meeting.resolutionTitle', { unit: unit.name }))
      if (await record(acts, draft, documentId, change)) {
        say(t('meeting.saved'))
        forget()
      }
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <div className="sb-toolbar">
        <h2 className="sb-meeting-title">{t('meeting.title', { unit: unit.name })}</h2>
        <Button onClick={() => window.print()}>{t('meeting.print')}</Button>
        <Link to={hrefTo(unitId, 'dossiers')}>{t('dossier.back', { unit: unit.name })}</Link>
      </div>
      {restoredAt && !isNoticed && (
        <Restored
          at={restoredAt}
          onForget={() => {
            setNoticed(true)
            forget()
          }}
        />
      )}
      {isQuiet && sent.length === 0 && (
        <EmptyState title={t('meeting.quiet')} hint={t('meeting.quietHint')} />
      )}
      {!isQuiet && (
        <>
          <Attendance
            draft={draft}
            change={change}
            mayFile={options.some(({ value }) => value === NEW_DOCUMENT)}
          />
          <ListPart draft={draft} change={change} rows={agenda.toList} />
          <MentorPart draft={draft} change={change} rows={agenda.toMentor} />
          <VotePart
            draft={draft}
            change={change}
            letter="C"
            title={t('meeting.admission')}
            rows={agenda.toAdmit}
          />
          <VotePart
            draft={draft}
            change={change}
            letter="D"
            title={t('meeting.recognition')}
            rows={agenda.toRecognize}
          />
          {agenda.toAdmit.length > 0 && <RuleNotes kind="CELL_VOTE" on={draft.on} />}
          {failure && (
            <Alert
              type="error"
              role="alert"
              showIcon
              icon={<WarningOutlined />}
              title={<FailureText failure={failure} />}
            />
          )}
          <Button
            type="primary"
            size="large"
            loading={isSaving}
            disabled={acts.length === 0}
            onClick={() => void save()}
          >
            {t('meeting.save', { n: acts.length })}
          </Button>
        </>
      )}
      {sent.length > 0 && (
        <Box title={t('meeting.results')}>
          <OutcomeList
            people={sent.map(({ key, name, kind }) => ({ id: key, name, note: t(`meeting.kind.${kind}`) }))}
            outcomes={outcomes}
          />
        </Box>
      )}
      <MeetingSheet name={unit.name} agenda={agenda} />
    </>
  )
}

/** The meeting of a cell as one form with many effects: the list, mentors, and a vote for each person. */
export function MeetingPage() {
  const { t } = useTexts()
  const { place, unitId } = usePlace()
  const { data, previousData, error, refetch } = useQuery(MeetingQuery, {
    variables: { id: unitId, at: place.asOf },
  })
  const unit = (data ?? previousData)?.organization
  const mayRecord = unit?.holdsMembers && unit.viewerCanPrepareDossiers
  return (
    <div className="sb-page sb-meeting">
      {error && !unit && <ErrorState error={error} retry={() => void refetch()} />}
      {!unit && !error && <TableSkeleton />}
      {unit && !mayRecord && <EmptyState title={t('meeting.onlyCells')} hint={t('record.onlyCells')} />}
      {unit && mayRecord && <Meeting unit={unit} />}
    </div>
  )
}
