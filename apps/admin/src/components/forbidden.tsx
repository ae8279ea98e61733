import { LockOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../app/i18n/i18n.js'

/** In place of a page that the viewer may not see: what it is, and whom to ask. */
export function Forbidden({ what, action }: { what: string; action?: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="sb-state sb-forbidden" role="alert">
      <p className="sb-state-title">
        <LockOutlined aria-hidden /> {t('forbidden.title', { what })}
      </p>
      <p className="sb-state-hint">{t('forbidden.hint')}</p>
      <p>{action ?? <Link to="/">{t('forbidden.home')}</Link>}</p>
    </div>
  )
}
