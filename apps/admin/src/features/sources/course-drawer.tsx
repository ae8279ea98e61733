import { useApolloClient, useQuery } from '@apollo/client/react'
import { COURSE_RESULTS, codesOf, type CourseResult } from '@seedbed/shared'
import { Alert, Button, Drawer, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { useNotice } from '../../app/notices.js'
import { DayField } from '../../components/day-field.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState, FailureText } from '../../components/error-state.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { formatDay, shortName } from '../../lib/format.js'
import {
  CourseQuery,
  RecordResultsMutation,
  type CourseWithPeople,
  type Participant,
} from './courses-query.js'

interface Draft {
  attended: number
  result: CourseResult
  certificateNumber: string
}

type Drafts = Readonly<Record<string, Draft>>

function ResultFields(props: {
  one: Participant
  sessions: number
  draft: Draft | undefined
  onChange: (draft: Draft | undefined) => void
}) {
  const { t, label } = useTexts()
  const { one, sessions, draft } = props
  const change = (part: Partial<Draft>) =>
    props.onChange({ attended: sessions, result: 'PASSED', certificateNumber: '', ...draft, ...part })
  return (
    <div className="sb-result">
      <Select
        aria-label={t('courses.resultOf', { name: one.person.fullName })}
        placeholder={t('courses.result')}
        allowClear
        value={draft?.result}
        options={codesOf(COURSE_RESULTS).map((value) => ({ value, label: label(COURSE_RESULTS, value) }))}
        onChange={(result?: CourseResult) => (result ? change({ result }) : props.onChange(undefined))}
      />
      {draft && (
        <>
          <InputNumber
            aria-label={t('courses.attendedOf', { name: one.person.fullName })}
            min={0}
            max={sessions}
            precision={0}
            value={draft.attended}
            suffix={`/ ${sessions}`}
            onChange={(attended) => change({ attended: attended ?? 0 })}
          />
          {draft.result === 'PASSED' && (
            <Input
              aria-label={t('courses.numberOf', { name: one.person.fullName })}
              placeholder={t('courses.number')}
              maxLength={40}
              value={draft.certificateNumber}
              onChange={(event) => change({ certificateNumber: event.target.value })}
            />
          )}
        </>
      )}
    </div>
  )
}

function useRecord(course: CourseWithPeople | null | undefined, drafts: Drafts, onDone: () => void) {
  const client = useApolloClient()
  const afterWrite = useAfterWrite()
  const say = useNotice()
  const { t } = useTexts()
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (on: string) => {
    if (!course) return
    setSaving(true)
    setFailure(null)
    try {
      const results = Object.entries(drafts).map(([personId, { certificateNumber, ...draft }]) => ({
        personId,
        ...draft,
        ...(draft.result === 'PASSED' ? { certificateNumber } : {}),
      }))
      await client.mutate({
        mutation: RecordResultsMutation,
        variables: { input: { courseId: course.id, on, results } },
      })
      say(t('courses.recorded', { n: results.length }))
      onDone()
      await afterWrite()
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setSaving(false)
    }
  }
  return { save, saving, failure }
}

/** A course with everybody registered; results are entered for many and saved at once. */
export function CourseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, label } = useTexts()
  const { today } = useInstallation()
  const { data, error, refetch } = useQuery(CourseQuery, { variables: { id } })
  const [drafts, setDrafts] = useState<Drafts>({})
  const [on, setOn] = useState<string>()
  const course = data?.course
  const { save, saving, failure } = useRecord(course, drafts, () => setDrafts({}))
  const count = Object.keys(drafts).length
  const day = on ?? (course && course.endsOn < today ? course.endsOn : today)
  const setDraft = (person: string, draft: Draft | undefined) =>
    setDrafts(({ [person]: _, ...rest }) => (draft ? { ...rest, [person]: draft } : rest))
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={course?.name ?? t('courses.course')}
      className="sb-course"
    >
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {course && (
        <p>
          {formatDay(course.startsOn)} – {formatDay(course.endsOn)} ·{' '}
          {t('courses.sessionsOf', { n: course.sessions })} · {course.taken} / {course.places}
          {course.place ? ` · ${course.place}` : ''}
        </p>
      )}
      {course?.participants.length === 0 && (
        <EmptyState title={t('courses.nobody')} hint={t('courses.nobodyHint')} />
      )}
      <ul className="sb-participants">
        {course?.participants.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.person.fullName}</strong>
              <small>
                {shortName(one.organization.name)} · {formatDay(one.registeredOn)}
              </small>
            </span>
            {one.result ? (
              <span>
                {label(COURSE_RESULTS, one.result)} · {one.attended} / {course.sessions}
                {one.certificateNumber && <small>{one.certificateNumber}</small>}
              </span>
            ) : !course.organization.viewerCanRunCourses ? (
              <span className="sb-quiet">–</span>
            ) : (
              <ResultFields
                one={one}
                sessions={course.sessions}
                draft={drafts[one.person.id]}
                onChange={(draft) => setDraft(one.person.id, draft)}
              />
            )}
          </li>
        ))}
      </ul>
      {failure && <Alert type="error" showIcon title={<FailureText failure={failure} />} role="alert" />}
      {count > 0 && (
        <div className="sb-bulk">
          <DayField value={day} max={today} onChange={setOn} />
          <Button type="primary" loading={saving} onClick={() => void save(day)}>
            {t('courses.record', { n: count })}
          </Button>
        </div>
      )}
    </Drawer>
  )
}
