import { lazy, Suspense, useState } from 'react'
import { Outlet } from 'react-router'
import { usePaletteKey } from './frame.js'
import { Header } from './header.js'
import { useTexts } from './i18n/i18n.js'
import { usePlace } from './use-place.js'
import './frame.css'

const Palette = lazy(async () => ({
  default: (await import('../features/organizations/palette.js')).Palette,
}))

/** The frame of pages that belong to no single unit: no tree beside them, no day and period above. */
export function OpenFrame() {
  const { t } = useTexts()
  const { params, setParam } = usePlace()
  const [openPalette] = useState(() => () => setParam({ dialog: 'search' }, true))
  usePaletteKey(openPalette)
  return (
    <div className="sb-frame sb-frame-open">
      <a className="sb-skip" href="#main">
        {t('frame.skip')}
      </a>
      <Header onSearch={openPalette} menu={null} instead={<span />} />
      <main id="main" className="sb-main" tabIndex={-1}>
        <Outlet />
      </main>
      {params.get('dialog') === 'search' && (
        <Suspense fallback={null}>
          <Palette onClose={() => setParam({ dialog: null }, true)} />
        </Suspense>
      )}
    </div>
  )
}
