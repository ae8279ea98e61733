import { SearchOutlined } from '@ant-design/icons'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'react-router'
import { AccountMenu } from './account-menu.js'
import { useTexts } from './i18n/i18n.js'
import { Switches } from './switches.js'

const PlaceControls = lazy(async () => ({
  default: (await import('./place-controls.js')).PlaceControls,
}))

/** The bar above every page: brand at its head, language, theme and account at its end. */
export function HeaderBar({ menu, children }: { menu?: ReactNode; children: ReactNode }) {
  return (
    <header className="sb-header">
      {menu}
      <Link to="/" className="sb-brand">
        <span className="sb-mark" aria-hidden />
        Vườn ươm
      </Link>
      {children}
      <Switches />
      <AccountMenu />
    </header>
  )
}

interface Props {
  onSearch: () => void
  menu: ReactNode
  /** What stands where day and period are chosen, on pages that have neither. */
  instead?: ReactNode
}

/** Brand, search, as-of day, period, language, theme and account. */
export function Header({ onSearch, menu, instead }: Props) {
  const { t } = useTexts()
  return (
    <HeaderBar menu={menu}>
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
    </HeaderBar>
  )
}
