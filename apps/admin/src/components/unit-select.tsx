import { useQuery } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../app/i18n/i18n.js'
import { SearchOrganizationsQuery, pathOf } from '../lib/search-organizations.js'

interface Props {
  id?: string
  value?: string
  onChange?: (id: string | undefined) => void
  at: Day
  cellsOnly?: boolean
  /** What the unit chosen is called, where it was not found by typing. */
  name?: string
  /** What the field is called, where no form names it. */
  title?: string
}

/** A unit found by typing a few letters, on the day asked for. */
export function UnitSelect({ id, value, onChange, at, cellsOnly, name, title }: Props) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { data, previousData, loading } = useQuery(SearchOrganizationsQuery, {
    variables: { text: wanted, at, first: 20 },
    skip: wanted.length < 2,
  })
  const found = (data ?? previousData)?.searchOrganizations ?? []
  const options = found
    .filter((unit) => !cellsOnly || unit.holdsMembers)
    .map((unit) => ({ value: unit.id, label: `${unit.name} · ${pathOf(unit.ancestors)}` }))
  const known = value && name && !options.some((option) => option.value === value)
  return (
    <Select
      id={id}
      aria-label={title}
      value={value}
      onChange={onChange}
      allowClear
      loading={loading}
      placeholder={t('record.findUnit')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={wanted.length < 2 ? t('record.findUnit') : t('tree.noMatch', { text: wanted })}
      options={known ? [{ value, label: name }, ...options] : options}
    />
  )
}
