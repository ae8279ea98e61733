import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatInstant } from '../../lib/format.js'
import { useAccountWords } from './account-words.js'
import type { Account } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

function Row({ account, onOpen }: { account: Account; onOpen: (id: string) => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const words = useAccountWords()
  const active = account.grants.filter((grant) => grant.active)
  return (
    <tr className={account.disabledAt ? 'sb-account-over' : undefined}>
      <th scope="row">
        <button type="button" className="sb-name-button" onClick={() => onOpen(account.id)}>
          {account.name}
        </button>
        <small>{account.userName}</small>
      </th>
      <td data-label={s('rights')}>
        {active.length === 0 && <span className="sb-warn">{s('noRights')}</span>}
        {active.map((grant) => (
          <div key={grant.id}>
            {words.role(grant)} <small>{words.place(grant)}</small>
          </div>
        ))}
      </td>
      <td data-label={s('state')}>
        {words.state(account)}
        {account.secondFactor && <small> · {s('factor')}</small>}
      </td>
      <td data-label={s('lastSignIn')}>
        {account.lastSignInAt ? formatInstant(account.lastSignInAt) : <small>{s('neverIn')}</small>}
      </td>
    </tr>
  )
}

/** Accounts, one a line; a name opens the account. */
export function AccountRows(props: { accounts: readonly Account[]; onOpen: (id: string) => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  return (
    <table className="sb-accounts-table">
      <thead>
        <tr>
          <th scope="col">{s('person')}</th>
          <th scope="col">{s('rights')}</th>
          <th scope="col">{s('state')}</th>
          <th scope="col">{s('lastSignIn')}</th>
        </tr>
      </thead>
      <tbody>
        {props.accounts.map((account) => (
          <Row key={account.id} account={account} onOpen={props.onOpen} />
        ))}
      </tbody>
    </table>
  )
}
