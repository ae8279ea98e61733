import { LogoutOutlined, MoonOutlined, SearchOutlined, SunOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Language } from '../lib/format.js'
import { useTexts } from './i18n/i18n.js'
import { useSession } from './session.js'
import { usePreferences } from './preferences.js'

const PlaceControls = lazy(async () => ({
  default: (await import('./place-controls.js')).PlaceControls,
}))

const LANGUAGES: readonly Language[] = ['vi', 'en']

function Switches() {
  const { t } = useTexts()
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const { viewer, signOut } = useSession()
  const name = t(theme === 'dark' ? 'frame.light' : 'frame.dark')
  return (
    <div className="sb-switches">
      <div className="sb-language" role="group" aria-label={t('frame.language')}>
        {LANGUAGES.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => setLanguage(code)}
          >
            {code.toUpperCase()}
          </button>
        ))}
      </div>
      <Button
        title={name}
        type="text"
        aria-label={name}
        icon={theme === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      />
      <Button
        title={`${t('frame.signOut')}: ${viewer.name}`}
        type="text"
        aria-label={t('frame.signOut')}
        icon={<LogoutOutlined />}
        onClick={signOut}
      />
    </div>
  )
}

interface Props {
  onSearch: () => void
  menu: ReactNode
  /** What stands where day and period are chosen, on pages that have neither. */
  instead?: ReactNode
}

/** Brand, search, as-of day, period, language and theme. */
export function Header({ onSearch, menu, instead }: Props) {
  const { t } = useTexts()
  return (
    <header className="sb-header">
      {menu}
      <Link to="/" className="sb-brand">
        <span className="sb-mark" aria-hidden />
        Vườn ươm
      </Link>
      <button type="button" className="sb-search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <SearchOutlined aria-hidden />
        <span>{t('frame.search')}</span>
        <kbd>Ctrl+K</kbd>
      </button>
      <div className="sb-place">
        {instead ?? (
          <Suspense fallback={<span className="sb-place-wait" />}>
            <PlaceControls />
          </Suspense>
        )}
      </div>
      <Switches />
    </header>
  )
}
