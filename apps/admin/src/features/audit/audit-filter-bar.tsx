import { useQuery } from '@apollo/client/react'
import { AUDIT_OUTCOMES, OPERATIONS } from '@seedbed/shared'
import { Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { useViewer } from '../../app/viewer.js'
import { DayField } from '../../components/day-field.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import { formatDay } from '../../lib/format.js'
import { FindPersonsQuery } from '../people/person-query.js'
import { FILTER_KEYS, type AuditFilter } from './audit-filter.js'
import { AUDIT_TEXTS } from './audit-texts.js'

interface Props {
  filter: AuditFilter
  /** What the unit and the person chosen are called, where a record says so. */
  names: { unit?: string | undefined; person?: string | undefined }
  onChange: (changes: Record<string, string | null>) => void
}

function PersonField({ filter, names, onChange }: Props) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, loading } = useQuery(FindPersonsQuery, {
    variables: { text: wanted },
    skip: wanted.length < 2,
  })
  const found = (wanted.length < 2 ? [] : (data?.searchPersons ?? [])).map((person) => ({
    value: person.id,
    label: `${person.fullName} · ${t('person.born', { day: formatDay(person.birthDate) })}`,
  }))
  const chosen = filter.person && { value: filter.person, label: names.person ?? s('thisPerson') }
  return (
    <Select
      allowClear
      aria-label={s('person')}
      value={filter.person}
      loading={loading}
      placeholder={s('person')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={s('findPerson')}
      options={chosen && !found.some(({ value }) => value === filter.person) ? [chosen, ...found] : found}
      onChange={(id: string | undefined) => onChange({ person: id ?? null })}
    />
  )
}

function WhatFields({ filter, onChange }: Props) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { label } = useTexts()
  return (
    <>
      <Select
        allowClear
        aria-label={s('operation')}
        placeholder={s('anyOperation')}
        value={filter.operation}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={Object.keys(OPERATIONS).map((name) => ({ value: name, label: label(OPERATIONS, name) }))}
        onChange={(name: string | undefined) => onChange({ operation: name ?? null })}
      />
      <Select
        allowClear
        aria-label={s('outcome')}
        placeholder={s('anyOutcome')}
        value={filter.outcome}
        options={Object.keys(AUDIT_OUTCOMES).map((name) => ({
          value: name,
          label: label(AUDIT_OUTCOMES, name),
        }))}
        onChange={(name: string | undefined) => onChange({ outcome: name ?? null })}
      />
    </>
  )
}

function DayFields({ filter, onChange }: Props) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { today } = useInstallation()
  return (['from', 'to'] as const).map((name) => (
    <label key={name} className="sb-audit-day">
      <span>{s(name)}</span>
      <DayField
        allowClear
        {...(filter[name] ? { value: filter[name] } : {})}
        max={today}
        onChange={(day) => onChange({ [name]: day ?? null })}
      />
    </label>
  ))
}

/** Whom, what, by whom, how it ended, and when: each condition narrows the log. */
export function AuditFilterBar(props: Props) {
  const s = useOwnTexts(AUDIT_TEXTS)
  const { today } = useInstallation()
  const { viewerCanReadPeople } = useViewer()
  const { filter, names, onChange } = props
  const isNarrowed = FILTER_KEYS.some((key) => filter[key])
  return (
    <div className="sb-audit-filter" role="search">
      <UnitTreeSelect
        at={today}
        title={s('atUnit')}
        value={filter.unit}
        name={names.unit ?? (filter.unit && '…')}
        onChange={(id) => onChange({ unit: id ?? null, ...(id ? {} : { below: null }) })}
      />
      <Checkbox
        disabled={!filter.unit}
        checked={filter.below}
        onChange={(event) => onChange({ below: event.target.checked ? '1' : null })}
      >
        {s('below')}
      </Checkbox>
      {viewerCanReadPeople && <PersonField {...props} />}
      <Input.Search
        key={filter.who}
        allowClear
        aria-label={s('who')}
        placeholder={s('who')}
        maxLength={200}
        defaultValue={filter.who}
        onSearch={(text) => onChange({ who: text.trim() || null })}
      />
      <WhatFields {...props} />
      <DayFields {...props} />
      <Button
        disabled={!isNarrowed}
        onClick={() => onChange(Object.fromEntries(FILTER_KEYS.map((key) => [key, null])))}
      >
        {s('clear')}
      </Button>
    </div>
  )
}
