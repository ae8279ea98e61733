import { LeftOutlined } from '@ant-design/icons'
import { TARGET_RULES } from '@seedbed/shared'
import { Button } from 'antd'
import { Link } from 'react-router'
import { usePlace } from '../../app/use-place.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { reorganizationsHref } from '../../lib/place.js'
import { reorganizationHref, VIEWS, type View } from './reorganization-href.js'
import { canChange, type Header } from './reorganization-query.js'
import { StatusTag } from './status-tag.js'
import { useWords } from './use-words.js'

/** An instant as the day and time of this place: "01/07/2025 08:15". */
function formatInstant(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${formatDay(day)} ${two(at.getHours())}:${two(at.getMinutes())}`
}

function Facts({ header }: { header: Header }) {
  const { w, label } = useWords()
  const facts: Array<[string, string]> = [
    [w('header.effectiveOn'), formatDay(header.effectiveOn)],
    [w('header.unit'), header.organization?.name ?? '–'],
    [
      w('header.basis'),
      header.decisionNumber
        ? [
            header.decisionNumber,
            header.signedOn && w('header.signedAt', { day: formatDay(header.signedOn) }),
            header.signatory && w('header.by', { name: header.signatory }),
          ]
            .filter(Boolean)
            .join(', ')
        : w('header.noDecision'),
    ],
    [w('header.targetRule'), label(TARGET_RULES, header.targetRule)],
    ...(header.appliedAt
      ? [[w('header.appliedAt'), formatInstant(header.appliedAt)] as [string, string]]
      : []),
    ...(header.undoneAt ? [[w('header.undoneAt'), formatInstant(header.undoneAt)] as [string, string]] : []),
  ]
  return (
    <dl className="sb-reorg-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {header.note && (
        <div className="sb-reorg-note">
          <dt>{w('note')}</dt>
          <dd>{header.note}</dd>
        </div>
      )}
    </dl>
  )
}

function Actions({ header }: { header: Header }) {
  const { w } = useWords()
  const { setParam } = usePlace()
  const open = (dialog: string) => () => setParam({ dialog })
  if (header.status === 'UNDONE' || !header.organization?.viewerCanReorganize) return null
  if (header.status === 'APPLIED') return <Button onClick={open('undo')}>{w('undo.open')}</Button>
  return (
    <>
      <Button onClick={open('delete')}>{w('delete.open')}</Button>
      <Button onClick={open('header')}>{w('header.change')}</Button>
      <Button type="primary" disabled={header.operationCount === 0} onClick={open('apply')}>
        {w('apply.open')}
      </Button>
    </>
  )
}

/** What the reorganization rests on, how far it has come, and what can be done with it. */
export function WorkbenchHeader({ reorganization, view }: { reorganization: Header; view: View }) {
  const { w, language } = useWords()
  const { params } = usePlace()
  const counts = { operations: ` (${formatCount(reorganization.operationCount, language)})` } as Partial<
    Record<View, string>
  >
  const views = canChange(reorganization) ? VIEWS : (['operations'] as const)
  return (
    <header className="sb-box sb-reorg-header">
      <Link className="sb-reorg-back" to={reorganizationsHref(params)}>
        <LeftOutlined aria-hidden /> {w('list.back')}
      </Link>
      <div className="sb-reorg-title">
        <h1>{reorganization.title}</h1>
        <StatusTag status={reorganization.status} />
        <div className="sb-reorg-actions">
          <Actions header={reorganization} />
        </div>
      </div>
      <Facts header={reorganization} />
      <nav className="sb-tabs" aria-label={w('views')}>
        {views.map((name) => (
          <Link
            key={name}
            to={reorganizationHref(params, reorganization.id, { view: name })}
            aria-current={name === view ? 'page' : undefined}
          >
            {w(`view.${name}`)}
            {counts[name]}
          </Link>
        ))}
      </nav>
    </header>
  )
}
