import { useApolloClient, useQuery } from '@apollo/client/react'
import {
  SUBJECT_RESULTS,
  SUBJECT_STATES,
  type Day,
  type SubjectResult,
  type SubjectState,
} from '@seedbed/shared'
import { Form, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { FormDialog } from '../../components/form-dialog.js'
import { formatDay } from '../../lib/format.js'
import { SearchOrganizationsQuery, pathOf } from '../../lib/search-organizations.js'
import { FindPersonsQuery } from '../people/person-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import {
  AddSubjectsMutation,
  OpenPersonInRoundMutation,
  SetSubjectMutation,
  type Round,
  type Subject,
} from './rounds-query.js'

interface FieldProps {
  id?: string
  value?: { value: string; label: string }[]
  onChange?: (chosen: { value: string; label: string }[]) => void
}

function UnitsField({ at, ...props }: FieldProps & { at: Day }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, previousData } = useQuery(SearchOrganizationsQuery, {
    variables: { text: wanted, at, first: 20 },
    skip: wanted.length < 2,
  })
  const found = (data ?? previousData)?.searchOrganizations ?? []
  return (
    <Select
      {...props}
      mode="multiple"
      labelInValue
      placeholder={t('record.findUnit')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t('record.findUnit')}
      options={found.map((unit) => ({ value: unit.id, label: `${unit.name} · ${pathOf(unit.ancestors)}` }))}
    />
  )
}

function PersonsField(props: FieldProps) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, previousData } = useQuery(FindPersonsQuery, {
    variables: { text: wanted },
    skip: wanted.length < 2,
  })
  const found = (data ?? previousData)?.searchPersons ?? []
  return (
    <Select
      {...props}
      mode="multiple"
      labelInValue
      placeholder={t('record.findPerson')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t('record.findPerson')}
      options={found.map((person) => ({
        value: person.id,
        label: `${person.fullName} · ${t('person.born', { day: formatDay(person.birthDate) })}`,
      }))}
    />
  )
}

const idsOf = (chosen: unknown): string[] => ((chosen ?? []) as { value: string }[]).map(({ value }) => value)

/** Takes up units and persons in a round. */
export function AddSubjectsDialog({ roundId, onClose }: { roundId: string; onClose: () => void }) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { place } = usePlace()
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={s('addSubjects')}
      form={form}
      savedText={s('subjectsAdded')}
      onSave={({ organizationIds, personIds }) => {
        const input = { roundId, organizationIds: idsOf(organizationIds), personIds: idsOf(personIds) }
        return client.mutate({ mutation: AddSubjectsMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <Form.Item name="organizationIds" className="sb-wide" label={s('units')}>
        <UnitsField at={place.asOf} />
      </Form.Item>
      <Form.Item name="personIds" className="sb-wide" label={s('members')}>
        <PersonsField />
      </Form.Item>
    </FormDialog>
  )
}

/** Writes how far the work on a subject has come. */
export function SubjectDialog(props: { round: Round; subject: Subject; onClose: () => void }) {
  const { round, subject, onClose } = props
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const state = Form.useWatch('state', form) as SubjectState | undefined
  const supervised = round.kind === 'THEMATIC_SUPERVISION'
  const results = (Object.keys(SUBJECT_RESULTS) as SubjectResult[]).filter(
    (one) => !supervised || (one !== 'VIOLATION' && one !== 'DISCIPLINE'),
  )
  return (
    <FormDialog
      title={`${s('setSubject')} · ${subject.person?.fullName ?? subject.organization?.name ?? ''}`}
      form={form}
      initial={{
        state: subject.state === 'PLANNED' ? 'CONCLUDED' : subject.state,
        result: subject.result ?? undefined,
        on: subject.concludedOn ?? today,
        words: subject.words ?? undefined,
      }}
      savedText={s('subjectSet')}
      onSave={({ state: next, result, on, words }) => {
        const concluded = next === 'CONCLUDED'
        const input = {
          id: subject.id,
          version: subject.version,
          state: next as SubjectState,
          ...(concluded && result ? { result: result as SubjectResult } : {}),
          ...(concluded && typeof on === 'string' ? { on } : {}),
          ...(typeof words === 'string' && words !== '' ? { words } : {}),
        }
        return client.mutate({ mutation: SetSubjectMutation, variables: { input } })
      }}
      onClose={onClose}
    >
      <Form.Item name="state" label={s('state')}>
        <Select
          options={(Object.keys(SUBJECT_STATES) as SubjectState[]).map((value) => ({
            value,
            label: label(SUBJECT_STATES, value),
          }))}
        />
      </Form.Item>
      {(state === undefined || state === 'CONCLUDED') && (
        <>
          <Form.Item name="result" label={s('result')} rules={[{ required: true, message: s('required') }]}>
            <Select options={results.map((value) => ({ value, label: label(SUBJECT_RESULTS, value) }))} />
          </Form.Item>
          <Form.Item name="on" label={s('concludedOn')}>
            <DayField max={today} />
          </Form.Item>
        </>
      )}
      <Form.Item name="words" className="sb-wide" label={s('subjectWords')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}

/** Opens a person within a round, for a reason that goes on record with it. */
export function OpenPersonDialog(props: {
  roundId: string
  person: { id: string; fullName: string }
  onOpened: () => void
  onClose: () => void
}) {
  const { roundId, person, onOpened, onClose } = props
  const s = useOwnTexts(INSPECTION_TEXTS)
  const client = useApolloClient()
  const [form] = Form.useForm()
  return (
    <FormDialog
      title={`${s('openPerson')} · ${person.fullName}`}
      explain={s('openPersonExplain')}
      form={form}
      saveText={s('openPerson')}
      savedText={s('opened')}
      onSave={async ({ reason }) => {
        const input = { roundId, personId: person.id, reason: String(reason).trim() }
        await client.mutate({ mutation: OpenPersonInRoundMutation, variables: { input } })
        onOpened()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        className="sb-wide"
        label={s('reason')}
        rules={[{ required: true, whitespace: true, min: 10, message: s('reasonShort') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
