import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import type { SheetState } from './use-sheet.js'

const written = (amount: string, note: string) =>
  [amount === '' ? '–' : amount, note].filter(Boolean).join(' · ')

/** Rows that someone else has changed since they were read: before, theirs, mine, and which is to hold. */
export function ConflictPanel({ state }: { state: SheetState }) {
  const { t } = useTexts()
  const named = state.rows.map(({ row, ...typed }) => ({ ...typed, name: row.organization.name }))
  const rows = [...(state.own ? [state.own] : []), ...named].filter(({ id }) => state.theirs[id])
  if (rows.length === 0) return null
  const all = (keepMine: boolean) => rows.forEach(({ id }) => state.settle(id, keepMine))
  return (
    <section className="sb-box sb-conflicts" aria-label={t('conflict.title')} role="alert">
      <header className="sb-box-head">
        <h2>
          <WarningOutlined aria-hidden /> {t('conflict.title', { n: rows.length })}
          <small>{t('conflict.hint')}</small>
        </h2>
        <span>
          <Button size="small" onClick={() => all(true)}>
            {t('conflict.allMine')}
          </Button>{' '}
          <Button size="small" onClick={() => all(false)}>
            {t('conflict.allTheirs')}
          </Button>
        </span>
      </header>
      <div className="sb-scroll">
        <table className="sb-target-table">
          <thead>
            <tr>
              <th>{t('units.name')}</th>
              <th>{t('conflict.before')}</th>
              <th>{t('conflict.theirs')}</th>
              <th>{t('conflict.mine')}</th>
              <th>{t('conflict.keep')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, amount, note }) => {
              const { before, theirs } = state.theirs[id]!
              return (
                <tr key={id}>
                  <td>{name}</td>
                  <td>{written(before.amount, before.note)}</td>
                  <td>{written(theirs.amount, theirs.note)}</td>
                  <td>{written(amount, note)}</td>
                  <td>
                    <Button size="small" onClick={() => state.settle(id, true)}>
                      {t('conflict.takeMine')}
                    </Button>{' '}
                    <Button size="small" onClick={() => state.settle(id, false)}>
                      {t('conflict.takeTheirs')}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
