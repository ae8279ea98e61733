import { Outlet } from 'react-router'
import { HeaderBar } from './header.js'
import { useTexts } from './i18n/i18n.js'
import './frame.css'

/** The frame of pages that belong to no unit: the bar above, the page below. */
export function PlainFrame() {
  const { t } = useTexts()
  return (
    <div className="sb-frame sb-frame-plain">
      <a className="sb-skip" href="#main">
        {t('frame.skip')}
      </a>
      <HeaderBar>
        <span className="sb-place" />
      </HeaderBar>
      <main id="main" className="sb-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
