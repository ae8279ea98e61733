import { useQuery } from '@apollo/client/react'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import { FindPersonsQuery } from './person-query.js'

/** Persons on record, found by name; several of them. */
export function KnownPersons(props: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, previousData, loading } = useQuery(FindPersonsQuery, {
    variables: { text: wanted },
    skip: wanted.length < 2,
  })
  return (
    <Select
      id={props.id}
      mode="multiple"
      value={props.value}
      onChange={props.onChange}
      loading={loading}
      placeholder={t('record.findPerson')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={t('record.findPerson')}
      options={((data ?? previousData)?.searchPersons ?? []).map((person) => ({
        value: person.id,
        label: `${person.fullName} · ${t('person.born', { day: formatDay(person.birthDate) })}`,
      }))}
    />
  )
}
