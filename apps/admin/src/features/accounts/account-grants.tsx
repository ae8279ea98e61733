import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useAccountWords } from './account-words.js'
import type { Account, AccountGrant } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { EndGrantDialog } from './end-grant-dialog.js'
import { GrantDialog } from './grant-dialog.js'

/** The grants of an account, those in force first; each below the viewer can be ended. */
export function AccountGrants({ account }: { account: Account }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const words = useAccountWords()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<AccountGrant | null>(null)
  const sorted = account.grants.toSorted((a, b) => Number(b.active) - Number(a.active))
  return (
    <section aria-label={s('grants')}>
      <h3 className="sb-accounts-head">
        {s('grants')}
        {account.viewerCanAdminister && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {s('addGrant')}
          </Button>
        )}
      </h3>
      <ul className="sb-accounts-grants">
        {sorted.map((grant) => (
          <li key={grant.id} className={grant.active ? undefined : 'sb-account-over'}>
            <div>
              <strong>{words.role(grant)}</strong> {words.place(grant)}
              <small>{words.days(grant)}</small>
            </div>
            {grant.viewerCanEnd && (
              <Button
                size="small"
                aria-label={`${s('endGrant')}: ${words.grant(grant)}`}
                onClick={() => setEnding(grant)}
              >
                {s('endGrant')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <GrantDialog account={account} onClose={() => setAdding(false)} />}
      {ending && <EndGrantDialog account={account} grant={ending} onClose={() => setEnding(null)} />}
    </section>
  )
}
