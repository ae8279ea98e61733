import { useState } from 'react'
import { useEffect } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useViewer } from '../../app/viewer.js'
import { Forbidden } from '../../components/forbidden.js'
import { AccountDrawer } from './account-drawer.js'
import { AccountList } from './account-list.js'
import type { Slip } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { NewAccounts } from './new-accounts.js'
import { Slips } from './slips.js'
import './accounts.css'

/** Who can sign in below the viewer, what they may do, and new accounts with their slips. */
export function AccountsPage() {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { viewerCanAdministerAccounts } = useViewer()
  const [isMaking, setMaking] = useState(false)
  const [slips, setSlips] = useState<readonly Slip[] | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const title = s('title')
  useEffect(() => {
    document.title = `${title} · Vườn ươm`
  }, [title])
  if (!viewerCanAdministerAccounts) return <Forbidden what={s('forbidden')} />
  if (slips) return <Slips slips={slips} onClose={() => setSlips(null)} />
  if (isMaking)
    return (
      <NewAccounts
        onCancel={() => setMaking(false)}
        onSlips={(fresh) => {
          setMaking(false)
          setSlips(fresh)
        }}
      />
    )
  return (
    <div className="sb-page sb-plain-page">
      <h1>{title}</h1>
      <AccountList onOpen={setShown} onMake={() => setMaking(true)} />
      {shown && (
        <AccountDrawer
          id={shown}
          onClose={() => setShown(null)}
          onSlip={(slip) => {
            setShown(null)
            setSlips([slip])
          }}
        />
      )}
    </div>
  )
}
