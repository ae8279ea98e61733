import { useQuery } from '@apollo/client/react'
import { ETHNIC_GROUPS, RELIGIONS, type Day } from '@seedbed/shared'
import { Form, Radio, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { FormFields, type FieldSpec } from '../../components/form-fields.js'
import { PurposeNote } from '../personal-data/purpose-note.js'
import { useUnit } from '../organizations/unit-context.js'
import { formatDay } from '../../lib/format.js'
import { FindPersonsQuery } from './person-query.js'

function options(list: Readonly<Record<string, string>>) {
  return Object.entries(list).map(([value, label]) => ({ value, label }))
}

/** What is asked of a person who is new to the records. */
export const PERSON_FIELDS: readonly FieldSpec[] = [
  { name: 'fullName', label: 'record.fullName', type: 'text', required: true },
  { name: 'birthDate', label: 'record.birthDate', type: 'day', required: true },
  {
    name: 'ethnicity',
    label: 'record.ethnicity',
    type: 'choice',
    options: options(ETHNIC_GROUPS),
    required: true,
  },
  { name: 'religion', label: 'record.religion', type: 'choice', options: options(RELIGIONS) },
  {
    name: 'identityNumber',
    label: 'record.identityNumber',
    type: 'text',
    pattern: { test: /^\d{12}$/u, message: 'record.identityRule' },
  },
]

/** Somebody on record, found by name; `known` are named without a search. */
export function KnownPerson({
  id,
  value,
  onChange,
  known = [],
}: {
  id?: string
  value?: string
  onChange?: (id: string) => void
  known?: ReadonlyArray<{ id: string; fullName: string }>
}) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, previousData, loading } = useQuery(FindPersonsQuery, {
    variables: { text: wanted },
    skip: wanted.length < 2,
  })
  const found = (data ?? previousData)?.searchPersons ?? []
  const named = known.filter((one, index) => known.findIndex((other) => other.id === one.id) === index)
  return (
    <Select
      id={id}
      value={value}
      onChange={onChange}
      loading={loading}
      placeholder={t('record.findPerson')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t('record.findPerson')}
      options={[
        ...named
          .filter((one) => found.every((person) => person.id !== one.id))
          .map((one) => ({ value: one.id, label: one.fullName })),
        ...found.map((person) => ({
          value: person.id,
          label: `${person.fullName} · ${t('person.born', { day: formatDay(person.birthDate) })}`,
        })),
      ]}
    />
  )
}

/** Someone on record, found by name, or someone new. */
export function PersonPicker({ today }: { today: Day }) {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  const isNew = Form.useWatch('isNewPerson', form) as boolean | undefined
  const { unit } = useUnit()
  return (
    <>
      <Form.Item name="isNewPerson" className="sb-wide" label={t('record.person')}>
        <Radio.Group
          options={[
            { value: false, label: t('record.knownPerson') },
            { value: true, label: t('record.newPerson'), disabled: !unit?.viewerCanRecordPeople },
          ]}
        />
      </Form.Item>
      {isNew ? (
        <>
          <PurposeNote code="MEMBERSHIP" />
          <FormFields fields={PERSON_FIELDS} at={today} today={today} />
          <Form.Item
            name="female"
            label={t('record.sex')}
            rules={[{ required: true, message: t('record.required') }]}
          >
            <Radio.Group
              options={[
                { value: true, label: t('person.female') },
                { value: false, label: t('person.male') },
              ]}
            />
          </Form.Item>
        </>
      ) : (
        <Form.Item
          name="personId"
          className="sb-wide"
          label={t('record.fullName')}
          rules={[{ required: true, message: t('record.required') }]}
        >
          <KnownPerson />
        </Form.Item>
      )}
    </>
  )
}
