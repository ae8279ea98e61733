import { useQuery } from '@apollo/client/react'
import { Modal } from 'antd'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { searchKey } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePreferences } from '../../app/preferences.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { graphql } from '../../gql/graphql.js'
import { formatDay } from '../../lib/format.js'
import { TABS } from '../../lib/place.js'
import { SearchOrganizationsQuery, pathOf } from '../../lib/search-organizations.js'
import { mayOpen, useUnit } from './unit-context.js'
import './palette.css'

const SearchPersonsQuery = graphql(`
  query SearchPersons($text: String!) {
    searchPersons(text: $text, first: 6) {
      id
      fullName
      birthDate
    }
  }
`)

interface Choice {
  key: string
  group: string
  title: string
  note?: string
  run: () => void
}

function useCommands(): Choice[] {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { unitId, hrefTo, setParam } = usePlace()
  const { unit } = useUnit()
  const mayRecord = unit?.viewerCanRecordMembership || unit?.viewerCanRecordSources
  const { theme, language, setTheme, setLanguage } = usePreferences()
  const command = (key: string, title: string, act: () => void): Choice => ({
    key,
    group: t('palette.commands'),
    title,
    run: () => {
      setParam({ dialog: null }, true)
      act()
    },
  })
  return [
    ...TABS.filter((tab) => mayOpen(tab, unit)).map((tab) => ({
      key: tab,
      group: t('palette.screens'),
      title: t(`tab.${tab}`),
      run: () => void navigate(hrefTo(unitId, tab)),
    })),
    ...(mayRecord
      ? [
          {
            key: 'record',
            group: t('palette.commands'),
            title: t('record.open'),
            run: () => void navigate(hrefTo(unitId, 'admissions', { dialog: 'record' })),
          },
        ]
      : []),
    command('theme', t(theme === 'dark' ? 'frame.light' : 'frame.dark'), () =>
      setTheme(theme === 'dark' ? 'light' : 'dark'),
    ),
    command('language', t('palette.language'), () => setLanguage(language === 'vi' ? 'en' : 'vi')),
  ]
}

function useChoices(text: string): Choice[] {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { place, unitId, hrefTo } = usePlace()
  const { viewerCanReadPeople } = useViewer()
  const skip = text.length < 2
  const units = useQuery(SearchOrganizationsQuery, { variables: { text, at: place.asOf, first: 12 }, skip })
  const persons = useQuery(SearchPersonsQuery, { variables: { text }, skip: skip || !viewerCanReadPeople })
  const commands = useCommands().filter(({ title }) => searchKey(title).includes(searchKey(text)))
  if (skip) return commands
  return [
    ...((units.data ?? units.previousData)?.searchOrganizations ?? []).map((unit) => ({
      key: unit.id,
      group: t('palette.units'),
      title: unit.name,
      note: pathOf(unit.ancestors),
      run: () => void navigate(hrefTo(unit.id)),
    })),
    ...((persons.data ?? persons.previousData)?.searchPersons ?? []).map((person) => ({
      key: person.id,
      group: t('palette.persons'),
      title: person.fullName,
      note: t('person.born', { day: formatDay(person.birthDate) }),
      run: () => void navigate(hrefTo(unitId, 'admissions', { person: person.id })),
    })),
    ...commands,
  ]
}

/** Reaches any unit, person, screen or command by typing a few letters without accents. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const choices = useChoices(useDeferredValue(text.trim()))
  const current = Math.min(active, choices.length - 1)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && choices.length > 0) {
      event.preventDefault()
      setActive((current + step + choices.length) % choices.length)
    }
    if (event.key === 'Enter') choices[current]?.run()
  }
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) field.current?.focus()
      }}
      className="sb-palette"
      width={620}
      title={<span className="sb-visually-hidden">{t('frame.search')}</span>}
      styles={{ header: { margin: 0 } }}
    >
      <input
        autoFocus
        ref={field}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={choices[current] ? `palette-${choices[current].key}` : undefined}
        aria-label={t('frame.search')}
        placeholder={t('frame.search')}
        value={text}
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.results')}>
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`palette-${choice.key}`}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setActive(index)}
            onClick={choice.run}
            ref={(row) => {
              if (index === current) row?.scrollIntoView?.({ block: 'nearest' })
            }}
          >
            <span>{choice.title}</span>
            <small>{choice.note ?? choice.group}</small>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="sb-palette-none">{t('palette.none', { text })}</p>}
    </Modal>
  )
}
