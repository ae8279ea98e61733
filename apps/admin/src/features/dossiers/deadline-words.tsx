import { CheckOutlined, ClockCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { DEADLINE_STATES, DOSSIER_DEADLINES, daysBetween, type Day } from '@seedbed/shared'
import type { ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatCount, formatDay } from '../../lib/format.js'
import type { Deadline } from './dossier-query.js'

type State = Deadline['state']

const SIGNS: Record<State, ReactNode> = {
  OVERDUE: <WarningOutlined aria-hidden />,
  LATE: <WarningOutlined aria-hidden />,
  UNKNOWN: <WarningOutlined aria-hidden />,
  WARN: <ClockCircleOutlined aria-hidden />,
  OPEN: null,
  MET: <CheckOutlined aria-hidden />,
}

/** How a deadline stands, with a sign and in words; never by its colour alone. */
export function DeadlineWords(props: { state: State; dueOn: Day | null; metOn?: Day | null; on: Day }) {
  const { t, label, language } = useTexts()
  const { state, dueOn, metOn = null, on } = props
  const days = dueOn ? daysBetween(on, dueOn) : 0
  const count = formatCount(Math.abs(days), language)
  const rest =
    metOn !== null || !dueOn
      ? ''
      : days < 0
        ? t('dossier.daysOver', { n: count })
        : t('dossier.daysLeft', { n: count })
  return (
    <span className={`sb-due sb-due-${state.toLowerCase()}`}>
      {SIGNS[state]} {label(DEADLINE_STATES, state)}
      {dueOn && <> · {t('dossier.dueOn', { day: formatDay(dueOn) })}</>}
      {rest && <> · {rest}</>}
      {metOn !== null && <> · {t('dossier.metOn', { day: formatDay(metOn) })}</>}
    </span>
  )
}

const ORDER: readonly State[] = ['OVERDUE', 'WARN', 'UNKNOWN', 'OPEN', 'LATE', 'MET']
type Short = Pick<Deadline, 'state' | 'dueOn' | 'metOn' | 'kind'>

/** The deadlines that still run, the most pressing first. */
export function pressing<One extends Short>(deadlines: readonly One[]): One[] {
  return deadlines
    .filter(({ metOn }) => metOn === null)
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1),
    )
}

/** Every deadline of a dossier with its rule, the pressing ones first. */
export function DeadlineList({ deadlines, on }: { deadlines: readonly Deadline[]; on: Day }) {
  const { t, label, language } = useTexts()
  const sorted = [...pressing(deadlines), ...deadlines.filter(({ metOn }) => metOn !== null)]
  return (
    <ul className="sb-facts-list">
      {sorted.map((one) => (
        <li key={`${one.kind} ${one.about ?? ''} ${one.beginsOn}`}>
          <strong>
            {label(DOSSIER_DEADLINES, one.kind)}
            {one.about ? ` (${one.about})` : ''}
          </strong>
          <br />
          <DeadlineWords state={one.state} dueOn={one.dueOn} metOn={one.metOn} on={on} />
          {one.extended && <> · {t('dossier.extended')}</>}
          <small>
            {t('dossier.countedFrom', { day: formatDay(one.beginsOn) })}
            {one.regulation ? ` · ${one.regulation}${one.article ? `, ${one.article}` : ''}` : ''}
            {one.problem ? ` · ${one.problem[language]}` : ''}
          </small>
        </li>
      ))}
    </ul>
  )
}
