import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ShareBar } from '../../components/bars.js'
import type { CrossCategory, CrossCell, CrossTab } from './composition-query.js'
import { cellParam } from './composition-state.js'

/** A number of the crossing, leading to the people behind it; what is covered leads nowhere. */
function Count({ cell, name }: { cell: CrossCell; name: string }) {
  const { t } = useTexts()
  const { params } = usePlace()
  if (cell.count === null || cell.count === 0)
    return <span title={cell.count === null ? t('cross.covered') : undefined}>{cell.text}</span>
  const next = new URLSearchParams(params)
  next.set('cell', cellParam(cell))
  return (
    <Link to={{ search: next.toString() }} aria-label={`${name}: ${cell.text}`} title={cell.share.text}>
      {cell.text}
    </Link>
  )
}

const nameOf = ({ label, labelEn }: CrossCategory, language: string) => (language === 'vi' ? label : labelEn)

interface Props {
  tab: CrossTab
  /** Name of the attribute of the rows. */
  by: string
}

/** By one attribute: numbers, bars and shares. */
function OneWay({ tab, by }: Props) {
  const { t, language } = useTexts()
  return (
    <table className="sb-plain sb-cross">
      <thead>
        <tr>
          <th scope="col">{by}</th>
          <th scope="col" className="sb-num">
            {t('cross.persons')}
          </th>
          <th scope="col" aria-hidden />
          <th scope="col" className="sb-num">
            {t('cross.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tab.rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">{nameOf(row, language)}</th>
            <td className="sb-num">
              <Count cell={{ ...row.total, column: null }} name={nameOf(row, language)} />
            </td>
            <td className="sb-cross-bar">
              <ShareBar value={row.total.share.value} muted={row.code === 'UNKNOWN'} />
            </td>
            <td className="sb-num">{row.total.share.text}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('cross.total')}</th>
          <td className="sb-num">
            <Count cell={tab.total} name={t('cross.total')} />
          </td>
          <td />
          <td className="sb-num">{tab.total.share.text}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** By two attributes: every cell, with the totals of rows and columns. */
function TwoWay({ tab, by }: Props) {
  const { t, language } = useTexts()
  const width = tab.columns.length
  return (
    <table className="sb-plain sb-cross">
      <thead>
        <tr>
          <th scope="col">{by}</th>
          {tab.columns.map((column) => (
            <th key={column.code} scope="col" className="sb-num">
              {nameOf(column, language)}
            </th>
          ))}
          <th scope="col" className="sb-num">
            {t('cross.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tab.rows.map((row, index) => (
          <tr key={row.code}>
            <th scope="row">{nameOf(row, language)}</th>
            {tab.cells.slice(index * width, (index + 1) * width).map((cell, place) => {
              const column = tab.columns[place]
              const name = `${nameOf(row, language)}, ${column ? nameOf(column, language) : ''}`
              return (
                <td key={column?.code} className={`sb-num ${cell.count === 0 ? 'sb-cross-none' : ''}`}>
                  <Count cell={cell} name={name} />
                </td>
              )
            })}
            <td className="sb-num sb-cross-total">
              <Count cell={row.total} name={nameOf(row, language)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('cross.total')}</th>
          {tab.columns.map((column) => (
            <td key={column.code} className="sb-num">
              <Count cell={column.total} name={nameOf(column, language)} />
            </td>
          ))}
          <td className="sb-num">
            <Count cell={tab.total} name={t('cross.total')} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The crossing as a table; wide ones scroll within themselves. */
export function CrossTable(props: Props) {
  const { t } = useTexts()
  return (
    <div className="sb-scroll" tabIndex={0} role="region" aria-label={t('chart.table')}>
      {props.tab.columns.length === 0 ? <OneWay {...props} /> : <TwoWay {...props} />}
    </div>
  )
}
