import { Link } from 'react-router'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { figureOf, formatCount, formatDay, formatSigned, type FigureValue } from '../../lib/format.js'
import { addDays } from '@seedbed/shared'

const flows: ReadonlyArray<{ id: string; sign: 1 | -1; optional?: boolean }> = [
  { id: 'broughtForward', sign: 1, optional: true },
  { id: 'newlyAdmitted', sign: 1 },
  { id: 'readmitted', sign: 1 },
  { id: 'restored', sign: 1, optional: true },
  { id: 'transferredIn', sign: 1 },
  { id: 'transferredOut', sign: -1 },
  { id: 'removed', sign: -1 },
  { id: 'died', sign: -1 },
  { id: 'reorganized', sign: 1, optional: true },
]

/** Opening + in − out = closing. */
export function BalanceBox({ figures }: { figures: readonly FigureValue[] }) {
  const { t, language } = useTexts()
  const { question, unitId, hrefTo } = usePlace()
  const value = (id: string) => figureOf(figures, id)?.numerator ?? 0
  return (
    <Box
      title={t('balance.title')}
      extra={
        <Link className="sb-link-button" to={hrefTo(unitId, 'balance')}>
          {t('balance.whole')}
        </Link>
      }
    >
      <table className="sb-balance">
        <tbody>
          <tr className="sb-balance-end">
            <th scope="row">{t('balance.opening', { day: formatDay(addDays(question.from, -1)) })}</th>
            <td>{formatCount(value('membersAtStart'), language)}</td>
          </tr>
          {flows
            .filter(({ id, optional }) => !optional || value(id) !== 0)
            .map(({ id, sign }) => (
              <tr key={id}>
                <th scope="row">{t(`balance.${id}` as TextKey)}</th>
                <td>{formatSigned(sign * value(id), language)}</td>
              </tr>
            ))}
          <tr className="sb-balance-end">
            <th scope="row">{t('balance.closing', { day: formatDay(question.asOf) })}</th>
            <td data-figure="members">{formatCount(value('members'), language)}</td>
          </tr>
        </tbody>
      </table>
    </Box>
  )
}
