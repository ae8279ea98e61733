import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import type { Rounding } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { figureOf, formatCount, formatSigned, type FigureValue } from '../../lib/format.js'
import { addsUp, columnLabel, isGross } from './units-columns.js'

interface Props {
  name: string
  columns: readonly string[]
  total: readonly FigureValue[]
  own: readonly FigureValue[]
  rounding: Rounding
}

/** How much of the unit's target its children carry: a difference is worth saying, and no fault. */
function Allotment({ total, own }: Pick<Props, 'total' | 'own'>) {
  const { t, language } = useTexts()
  const allotted = figureOf(total, 'target')?.numerator ?? 0
  const assigned = figureOf(own, 'target')?.numerator ?? 0
  if (allotted === assigned || assigned === 0) return null
  const params = {
    allotted: formatCount(allotted, language),
    assigned: formatCount(assigned, language),
    n: formatCount(Math.abs(assigned - allotted), language),
  }
  return (
    <span className="sb-warn">
      {t(allotted < assigned ? 'units.unallotted' : 'units.overallotted', params)}{' '}
    </span>
  )
}

/** Says whether the totals row equals the unit's own figures, and by how much each column differs if not. */
export function TotalsLine({ name, columns, total, own, rounding }: Props) {
  const { t, language } = useTexts()
  const value = (figures: readonly FigureValue[], id: string) => figureOf(figures, id)?.numerator ?? 0
  const agrees = (id: string) => value(total, id) === value(own, id)
  const differing = columns.filter(addsUp).filter((id) => !agrees(id))
  const named = columns.filter((id) => id === 'admitted' || (id === 'target' && agrees(id)))
  const shown = (named.length > 0 ? named : columns.filter(addsUp).slice(0, 2)).map(
    (id) =>
      `${columnLabel(id, language).toLocaleLowerCase(language)} ${formatCount(value(own, id), language)}`,
  )
  const differences = differing.map((id) =>
    t('units.difference', {
      label: columnLabel(id, language),
      total: formatCount(value(total, id), language),
      own: formatCount(value(own, id), language),
      difference: formatSigned(value(total, id) - value(own, id), language),
    }),
  )
  const rounded = t(rounding.mode === 'TRUNCATE' ? 'units.truncated' : 'units.halfUp', {
    n: rounding.decimals,
  })
  return (
    <p className="sb-foot-line" role="status">
      {differing.length === 0 ? (
        <>
          <CheckOutlined aria-hidden />
          {t('units.agrees', { unit: name, figures: shown.join(', ') })}
        </>
      ) : (
        <span className="sb-foot-differs">
          <WarningOutlined aria-hidden />
          {t('units.differs', { unit: name, figures: differences.join('; ') })}
        </span>
      )}{' '}
      {columns.includes('target') && <Allotment total={total} own={own} />}
      {rounded}
      {columns.some((id) => isGross(id) && id !== 'reorganized') && ` ${t('units.gross')}`}
    </p>
  )
}
