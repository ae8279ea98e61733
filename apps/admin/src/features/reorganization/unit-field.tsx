import { useQuery } from '@apollo/client/react'
import { searchKey, type Day } from '@seedbed/shared'
import { Select } from 'antd'
import { createContext, use, useDeferredValue, useState } from 'react'
import { graphql } from '../../gql/graphql.js'
import { pathOf } from '../../lib/search-organizations.js'
import type { NewUnit } from './reorganization-query.js'
import type { Choice, KnownUnit } from './unit-choice.js'
import { useWords } from './use-words.js'

const FindUnitsQuery = graphql(`
  query FindUnits($text: String!, $at: Date!) {
    searchOrganizations(text: $text, at: $at, first: 20) {
      id
      at
      name
      code
      tier
      kind
      sector
      ancestors {
        id
        at
        name
      }
    }
  }
`)

/** Where units are looked for: the tree of the day before, and what the reorganization founds. */
export const UnitSource = createContext<{ at: Day; founded: ReadonlyMap<string, NewUnit> } | null>(null)

interface Option extends Choice {
  note: string
}

function useOptions(text: string, foundedToo: boolean) {
  const { w } = useWords()
  const source = use(UnitSource)
  if (!source) throw new Error('UnitSource is missing')
  const skip = text.length < 2
  const { data, previousData, loading } = useQuery(FindUnitsQuery, {
    variables: { text, at: source.at },
    skip,
  })
  const found: readonly KnownUnit[] = skip ? [] : ((data ?? previousData)?.searchOrganizations ?? [])
  const fresh = foundedToo
    ? [...source.founded.values()].filter(({ name, code }) =>
        searchKey(`${name} ${code}`).includes(searchKey(text)),
      )
    : []
  const options: Option[] = [
    ...fresh.map(({ ref, name, code }) => ({
      value: `ref:${ref}`,
      label: name,
      note: w('unit.founded', { code }),
    })),
    ...found.map(({ id, name, code, ancestors }) => ({
      value: `id:${id}`,
      label: name,
      note: [code, pathOf(ancestors)].filter(Boolean).join(' · '),
    })),
  ]
  return { options, found, loading, skip }
}

interface CommonProps {
  id?: string
  /** Units that the reorganization founds can be chosen too. */
  foundedToo?: boolean
  title?: string
  /** What is known of a unit that was picked. */
  onKnown?: (unit: KnownUnit) => void
}

interface OneProps extends CommonProps {
  value?: Choice
  onChange?: (unit: Choice | undefined) => void
}

interface ManyProps extends CommonProps {
  value?: Choice[]
  onChange?: (units: Choice[]) => void
}

const plain = ({ value, label }: Choice): Choice => ({ value, label })

function useField({ foundedToo = false, onKnown }: CommonProps) {
  const { w } = useWords()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { options, found, loading, skip } = useOptions(wanted, foundedToo)
  const tell = (value: string | undefined) => {
    const unit = found.find(({ id }) => `id:${id}` === value)
    if (unit) onKnown?.(unit)
  }
  const common = {
    allowClear: true,
    labelInValue: true as const,
    loading,
    options,
    placeholder: w('unit.find'),
    showSearch: { filterOption: false, onSearch: setText },
    notFoundContent: skip ? w('unit.type') : w('unit.none', { text: wanted }),
    optionRender: ({ data }: { data: Option }) => (
      <span className="sb-unit-option">
        {data.label}
        <small>{data.note}</small>
      </span>
    ),
  }
  return { common, tell }
}

/** One unit, found by a few letters of its name or by its code. */
export function UnitField({ id, title, value, onChange, ...props }: OneProps) {
  const { common, tell } = useField(props)
  return (
    <Select<Choice, Option>
      id={id}
      aria-label={title}
      {...common}
      value={value}
      onChange={(choice) => {
        onChange?.(choice ? plain(choice) : undefined)
        tell(choice?.value)
      }}
    />
  )
}

/** Several units, found the same way. */
export function UnitsField({ id, title, value, onChange, ...props }: ManyProps) {
  const { common, tell } = useField(props)
  return (
    <Select<Choice[], Option>
      id={id}
      aria-label={title}
      mode="multiple"
      {...common}
      value={value}
      onChange={(choices) => {
        onChange?.(choices.map(plain))
        tell(choices.at(-1)?.value)
      }}
    />
  )
}
