import { useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { Bone } from '../../components/skeletons.js'
import { failureOf } from '../../lib/errors.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { TABS } from '../../lib/place.js'
import { mayOpen, useUnit, type Unit } from './unit-context.js'

/** A day after the end of the unit leads to its last day, where its figures are. */
function useReopenAtEnd(error: unknown) {
  const { place, setPlace } = usePlace()
  const until = error ? failureOf(error).until : undefined
  useEffect(() => {
    if (until && until < place.asOf) setPlace({ ...place, asOf: until }, true)
  }, [until, place, setPlace])
}

function EndedBanner({ unit }: { unit: Unit }) {
  const { t } = useTexts()
  const { place, hrefTo } = usePlace()
  if (unit.validTo !== place.asOf) return null
  return (
    <p className="sb-banner" role="status">
      {t('unit.ended', { day: formatDay(unit.validTo) })}{' '}
      {unit.becameOf[0] && t('unit.became', { day: formatDay(unit.becameOf[0].on) })}{' '}
      {unit.becameOf.map(({ organization: { id, at, name }, extent }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={hrefTo(id).replace(/asOf=[^&]+/u, `asOf=${at}`)}>{name}</Link>
          {extent === 'PART' && ` (${t('unit.part')})`}
        </span>
      ))}
    </p>
  )
}

function Breadcrumb({ unit }: { unit: Unit | undefined }) {
  const { t } = useTexts()
  const { hrefTo, tab } = usePlace()
  return (
    <nav className="sb-crumbs" aria-label={t('unit.path')}>
      {unit?.ancestors.map((ancestor) => (
        <span key={ancestor.id}>
          <Link to={hrefTo(ancestor.id, tab)}>{ancestor.name}</Link>
          <i aria-hidden>›</i>
        </span>
      ))}
      <h1>{unit ? unit.name : <Bone width={180} height={16} />}</h1>
    </nav>
  )
}

function Facts({ unit }: { unit: Unit }) {
  const { t, language } = useTexts()
  const { demonstration } = useInstallation()
  const members = unit.figures?.[0]?.numerator
  const facts = [
    unit.holdsMembers ? null : t('unit.children', { n: formatCount(unit.childCount, language) }),
    unit.holdsMembers ? null : t('unit.cells', { n: formatCount(unit.cellCount, language) }),
    unit.figures ? t('unit.membersAtStart', { n: formatCount(members, language) }) : null,
  ]
  return (
    <div className="sb-facts">
      {demonstration && (
        <details className="sb-demo">
          <summary>{t('frame.demonstration')}</summary>
          <p>{t('frame.demonstrationNote')}</p>
        </details>
      )}
      {facts.filter(Boolean).join(' · ')}
    </div>
  )
}

/** Where one is: the path down to the unit, what it is made of, and its tabs. */
export function UnitHeader() {
  const { t } = useTexts()
  const { unitId, tab, hrefTo } = usePlace()
  const navigate = useNavigate()
  const { unit, error } = useUnit()
  useReopenAtEnd(error)
  const open = TABS.filter((name) => mayOpen(name, unit))
  useEffect(() => {
    document.title = unit ? `${unit.name} · Vườn ươm` : 'Vườn ươm'
  }, [unit])
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    const shown = tabs.current?.querySelector<HTMLElement>('[aria-current]')
    if (tabs.current && shown) tabs.current.scrollLeft = shown.offsetLeft - tabs.current.offsetWidth / 3
  }, [tab])
  const move = (event: React.KeyboardEvent, step: number) => {
    event.preventDefault()
    const next = open[(open.indexOf(tab) + step + open.length) % open.length]
    if (!next) return
    void navigate(hrefTo(unitId, next))
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <>
      <div className="sb-unit-head">
        <Breadcrumb unit={unit} />
        {unit && <Facts unit={unit} />}
        <nav
          ref={tabs}
          className="sb-tabs"
          aria-label={t('unit.tabs')}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') move(event, 1)
            if (event.key === 'ArrowLeft') move(event, -1)
          }}
        >
          {open.map((name) => (
            <Link
              key={name}
              id={`tab-${name}`}
              to={hrefTo(unitId, name)}
              aria-current={name === tab ? 'page' : undefined}
            >
              {t(`tab.${name}`)}
            </Link>
          ))}
        </nav>
      </div>
      {unit && <EndedBanner unit={unit} />}
    </>
  )
}
