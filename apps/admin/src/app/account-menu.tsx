import { UserOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from './i18n/i18n.js'
import { useViewer } from './viewer.js'

const AccountItems = lazy(async () => ({ default: (await import('./account-items.js')).AccountItems }))

/** Who has signed in; opens what belongs to the account. The list is fetched when it is asked for. */
export function AccountMenu() {
  const { t } = useTexts()
  const viewer = useViewer()
  const [asked, setAsked] = useState(false)
  const button = (
    <Button
      type="text"
      className="sb-account"
      icon={<UserOutlined />}
      aria-label={t('frame.account', { name: viewer.name })}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      <span className="sb-account-name">{viewer.name}</span>
    </Button>
  )
  if (!asked) return button
  return (
    <Suspense fallback={button}>
      <AccountItems>{button}</AccountItems>
    </Suspense>
  )
}
