import { useApolloClient } from '@apollo/client/react'
import { codesOf, SPECIAL_DAYS, type SpecialDay } from '@seedbed/shared'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useTexts } from '../../app/i18n/i18n.js'
import { useNotice } from '../../app/notices.js'
import { DayField } from '../../components/day-field.js'
import { FailureText } from '../../components/error-state.js'
import type { ResultOf } from '../../gql/graphql.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { PreviewYearQuery, SetYearMutation, type SpecialDayRow, type WorkYear } from './rules-query.js'

type Preview = ResultOf<typeof PreviewYearQuery>['previewWorkYear']

function useCalendar(year: WorkYear, days: readonly SpecialDayRow[], source: string) {
  const client = useApolloClient()
  const afterWrite = useAfterWrite()
  const say = useNotice()
  const { t } = useTexts()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const input = {
    year: year.year,
    source,
    days: days.map(({ date, kind, name }) => ({ date, kind: kind as SpecialDay, name })),
  }
  const attempt = async (work: () => Promise<void>) => {
    setFailure(null)
    try {
      await work()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  const show = () =>
    attempt(async () => {
      const variables = { input }
      const { data } = await client.query({ query: PreviewYearQuery, variables, fetchPolicy: 'network-only' })
      setPreview(data?.previewWorkYear ?? null)
    })
  const save = () =>
    attempt(async () => {
      await client.mutate({
        mutation: SetYearMutation,
        variables: { input: { ...input, version: year.version } },
      })
      say(t('rules.yearSaved', { year: year.year }))
      await afterWrite()
    })
  return { failure, preview, show, save }
}

/** The special days of a year, one a line; the whole year is saved at once, after a look at what changes. */
export function CalendarEditor({ year }: { year: WorkYear }) {
  const { t, label } = useTexts()
  const [days, setDays] = useState<readonly SpecialDayRow[]>(year.days)
  const [source, setSource] = useState(year.source)
  const { failure, preview, show, save } = useCalendar(year, days, source)
  const change = (index: number, part: Partial<SpecialDayRow>) =>
    setDays(days.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <>
      <label className="sb-labelled">
        <span>{t('rules.source')}</span>
        <Input value={source} maxLength={200} onChange={(event) => setSource(event.target.value)} />
      </label>
      <ul className="sb-days">
        {days.map((one, index) => (
          <li key={index}>
            <DayField value={one.date} onChange={(date) => date && change(index, { date })} />
            <Select
              aria-label={t('rules.dayKind')}
              value={one.kind as SpecialDay}
              options={codesOf(SPECIAL_DAYS).map((value) => ({ value, label: label(SPECIAL_DAYS, value) }))}
              onChange={(kind: SpecialDay) => change(index, { kind })}
            />
            <Input
              aria-label={t('rules.dayName')}
              value={one.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <Button type="text" onClick={() => setDays(days.filter((_, at) => at !== index))}>
              {t('rules.dropDay')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="sb-bulk">
        <Button onClick={() => setDays([...days, { date: `${year.year}-12-31`, kind: 'HOLIDAY', name: '' }])}>
          {t('rules.addDay')}
        </Button>
        <Button onClick={() => void show()}>{t('rules.preview')}</Button>
        <Button type="primary" onClick={() => void save()}>
          {t('record.save')}
        </Button>
      </div>
      {preview && (
        <p role="status" className="sb-preview">
          {t('rules.yearPreview', {
            before: preview.workingDaysBefore ?? '–',
            after: preview.workingDaysAfter,
            added: preview.added.length,
            removed: preview.removed.length,
          })}
        </p>
      )}
      {failure && <Alert type="error" showIcon title={<FailureText failure={failure} />} role="alert" />}
    </>
  )
}
