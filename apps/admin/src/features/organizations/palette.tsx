import { useQuery } from '@apollo/client/react'
import { Modal } from 'antd'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { addDays, searchKey } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePreferences } from '../../app/preferences.js'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { graphql } from '../../gql/graphql.js'
import { formatDay } from '../../lib/format.js'
import { reorganizationsHref, TABS } from '../../lib/place.js'
import { pathOf, SearchOrganizationsQuery, SearchUnitHistoryQuery } from '../../lib/search-organizations.js'
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
  const { unitId, params, hrefTo, setParam } = usePlace()
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
  const ofUnit = [
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
  ]
  return [
    ...(unitId ? ofUnit : []),
    {
      key: 'reorganizations',
      group: t('palette.screens'),
      title: t('frame.reorganizations'),
      run: () => void navigate(reorganizationsHref(params)),
    },
    command('theme', t(theme === 'dark' ? 'frame.light' : 'frame.dark'), () =>
      setTheme(theme === 'dark' ? 'light' : 'dark'),
    ),
    command('language', t('palette.language'), () => setLanguage(language === 'vi' ? 'en' : 'vi')),
  ]
}

/** Old names and codes, and units of other days: "Điện Phương → Phường Điện Bàn, từ 1/7/2025". */
function useFormer(text: string, skip: boolean, living: ReadonlySet<string>): Choice[] {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { place, hrefTo } = usePlace()
  const { data, previousData } = useQuery(SearchUnitHistoryQuery, {
    variables: { text, at: place.asOf },
    skip,
  })
  const hits = skip ? [] : ((data ?? previousData)?.searchUnitHistory ?? [])
  return hits
    .filter(({ organization, until }) => until !== null || !living.has(organization.id))
    .map(({ name, until, organization, now }, index) => {
      const [heir] = now
      const names = now.map((unit) => unit.name).join(', ')
      const there = hrefTo(organization.id).replace(/asOf=[^&]+/u, `asOf=${organization.at}`)
      return {
        key: `former-${index}`,
        group: t('palette.formerNames'),
        title: heir ? t('palette.former', { old: name, now: names }) : name,
        note: until
          ? heir
            ? t('palette.since', { day: formatDay(addDays(until, 1)) })
            : t('palette.ended', { day: formatDay(until) })
          : undefined,
        run: () => void navigate(heir ? hrefTo(heir.id) : there),
      }
    })
}

function useChoices(text: string): Choice[] {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { place, unitId, hrefTo } = usePlace()
  const { viewerCanReadPeople } = useViewer()
  const skip = text.length < 2
  const units = useQuery(SearchOrganizationsQuery, { variables: { text, at: place.asOf, first: 12 }, skip })
  const persons = useQuery(SearchPersonsQuery, {
    variables: { text },
    skip: skip || !unitId || !viewerCanReadPeople,
  })
  const commands = useCommands().filter(({ title }) => searchKey(title).includes(searchKey(text)))
  const found = skip ? [] : ((units.data ?? units.previousData)?.searchOrganizations ?? [])
  const former = useFormer(text, skip, new Set(found.map(({ id }) => id)))
  if (skip) return commands
  return [
    ...found.map((unit) => ({
      key: unit.id,
      group: t('palette.units'),
      title: unit.name,
      note: pathOf(unit.ancestors),
      run: () => void navigate(hrefTo(unit.id)),
    })),
    ...former,
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
