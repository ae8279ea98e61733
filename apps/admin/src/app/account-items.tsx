import { useApolloClient, useMutation } from '@apollo/client/react'
import { Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../gql/graphql.js'
import { dropDraftsOf } from '../lib/drafts.js'
import { useOwnTexts } from './i18n/own-texts.js'
import { usePreferences } from './preferences.js'
import { usePhone } from './use-media.js'
import { useSession } from './viewer.js'

const SignOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`)

const TEXTS = {
  own: { vi: 'Tài khoản của tôi', en: 'My account' },
  accounts: { vi: 'Quản lý tài khoản', en: 'Accounts' },
  personalData: { vi: 'Dữ liệu cá nhân', en: 'Personal data' },
  audit: { vi: 'Nhật ký', en: 'Audit log' },
  dark: { vi: 'Giao diện tối', en: 'Dark theme' },
  light: { vi: 'Giao diện sáng', en: 'Light theme' },
  language: { vi: 'English', en: 'Tiếng Việt' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
} as const

function useSignOut() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const { ask, viewer } = useSession()
  const [signOut] = useMutation(SignOutMutation)
  return async () => {
    await signOut().catch(() => undefined)
    dropDraftsOf(viewer.id)
    await client.clearStore()
    await navigate('/', { replace: true })
    await ask()
  }
}

function useItems() {
  const s = useOwnTexts(TEXTS)
  const phone = usePhone()
  const { viewer } = useSession()
  const { theme } = usePreferences()
  const item = (key: keyof typeof TEXTS) => ({ key, label: s(key) })
  return [
    { key: 'who', disabled: true, label: `${viewer.name} · ${viewer.userName}` },
    item('own'),
    ...(viewer.viewerCanAdministerAccounts ? [item('accounts')] : []),
    ...(viewer.viewerCanReadPeople ? [item('personalData')] : []),
    ...(viewer.viewerCanReadAudit ? [item('audit')] : []),
    ...(phone ? [item(theme === 'dark' ? 'light' : 'dark'), item('language')] : []),
    { type: 'divider' as const },
    item('signOut'),
  ]
}

/** The list under the name: own account, what the viewer administers, and the way out. */
export function AccountItems({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(true)
  const navigate = useNavigate()
  const signOut = useSignOut()
  const items = useItems()
  const { language, setLanguage, setTheme } = usePreferences()
  const acts: Record<string, () => void> = {
    own: () => void navigate('/account'),
    accounts: () => void navigate('/accounts'),
    personalData: () => void navigate('/personal-data'),
    audit: () => void navigate('/audit'),
    dark: () => setTheme('dark'),
    light: () => setTheme('light'),
    language: () => setLanguage(language === 'vi' ? 'en' : 'vi'),
    signOut: () => void signOut(),
  }
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      autoFocus
      menu={{ items, onClick: ({ key }) => (setOpen(false), acts[key]?.()) }}
    >
      {children}
    </Dropdown>
  )
}
