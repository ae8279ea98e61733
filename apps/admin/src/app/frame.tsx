import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, Outlet, useSearchParams } from 'react-router'
import { Forbidden } from '../components/forbidden.js'
import { mayOpen, UnitProvider, useUnit } from '../features/organizations/unit-context.js'
import { UnitHeader } from '../features/organizations/unit-header.js'
import { failureOf } from '../lib/errors.js'
import { PLACE_KEYS, TABS, writePlace } from '../lib/place.js'
import { Header } from './header.js'
import { useTexts } from './i18n/i18n.js'
import { useMedia } from './use-media.js'
import { usePlace } from './use-place.js'
import './frame.css'

const OrganizationTree = lazy(async () => ({
  default: (await import('../features/organizations/organization-tree.js')).OrganizationTree,
}))
const TreeDrawer = lazy(async () => ({
  default: (await import('../features/organizations/tree-drawer.js')).TreeDrawer,
}))
const Palette = lazy(async () => ({
  default: (await import('../features/organizations/palette.js')).Palette,
}))

/** The address always carries day and period, so that a copied one shows the same view. */
function useCanonicalAddress() {
  const [params, setParams] = useSearchParams()
  const { place } = usePlace()
  useEffect(() => {
    const canonical = writePlace(params, place)
    if (PLACE_KEYS.some((key) => canonical.get(key) !== params.get(key)))
      setParams(canonical, { replace: true })
  }, [params, place, setParams])
}

/** Ctrl+K opens the search, wherever one is. */
export function usePaletteKey(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open()
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
}

/** The page of the unit, or in its place that it is not for the viewer. */
function UnitPage() {
  const { t } = useTexts()
  const { unitId, tab, hrefTo } = usePlace()
  const { unit, error } = useUnit()
  if (error && !unit && failureOf(error).code === 'NOT_FOUND') return <Forbidden what={t('forbidden.unit')} />
  const other = TABS.find((name) => mayOpen(name, unit))
  return (
    <>
      <UnitHeader />
      {mayOpen(tab, unit) ? (
        <Outlet key={unitId} />
      ) : (
        <Forbidden
          what={t('forbidden.tab', { tab: t(`tab.${tab}`), unit: unit?.name ?? '' })}
          action={other && <Link to={hrefTo(unitId, other)}>{t(`tab.${other}`)}</Link>}
        />
      )}
    </>
  )
}

/** Tree on the left, the unit on the right, day and period above everything. */
export function Frame() {
  const { t } = useTexts()
  const { unitId, params, setParam } = usePlace()
  const narrow = useMedia('(max-width: 960px)')
  const [drawerOf, setDrawerOf] = useState<string | null>(null)
  const [openPalette] = useState(() => () => setParam({ dialog: 'search' }, true))
  useCanonicalAddress()
  usePaletteKey(openPalette)
  const menu = (
    <Button
      type="text"
      icon={<MenuOutlined />}
      aria-label={t('frame.openTree')}
      onClick={() => setDrawerOf(unitId)}
    />
  )
  return (
    <UnitProvider>
      <div className="sb-frame">
        <a className="sb-skip" href="#main">
          {t('frame.skip')}
        </a>
        <Header onSearch={openPalette} menu={narrow ? menu : null} />
        {narrow ? (
          drawerOf === unitId && (
            <Suspense fallback={null}>
              <TreeDrawer onClose={() => setDrawerOf(null)} />
            </Suspense>
          )
        ) : (
          <nav className="sb-sider" aria-label={t('tree.title')}>
            <Suspense fallback={<div className="sb-tree-wait" aria-busy="true" />}>
              <OrganizationTree />
            </Suspense>
          </nav>
        )}
        <main id="main" className="sb-main" tabIndex={-1}>
          <UnitPage />
        </main>
        {params.get('dialog') === 'search' && (
          <Suspense fallback={null}>
            <Palette onClose={() => setParam({ dialog: null }, true)} />
          </Suspense>
        )}
      </div>
    </UnitProvider>
  )
}
