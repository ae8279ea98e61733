import { Link } from 'react-router'
import { useTexts } from '../app/i18n/i18n.js'
import { EmptyState } from '../components/empty-state.js'

/** An address that leads nowhere, or (broken) a page that failed while it was drawn. */
export function NotFoundRoute({ broken = false }: { broken?: boolean }) {
  const { t } = useTexts()
  return (
    <main className="sb-alone">
      <EmptyState
        title={t(broken ? 'error.broken' : 'error.noPage')}
        hint={t(broken ? 'error.brokenHint' : 'error.noPageHint')}
        action={<Link to="/">{t('error.home')}</Link>}
      />
    </main>
  )
}
