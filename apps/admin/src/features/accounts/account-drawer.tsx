import { useQuery } from '@apollo/client/react'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatInstant } from '../../lib/format.js'
import { AccountActs, type Act } from './account-acts.js'
import { AccountGrants } from './account-grants.js'
import { useAccountWords } from './account-words.js'
import { AccountQuery, type Account, type Slip } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

function Facts({ account }: { account: Account }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const words = useAccountWords()
  const facts = [
    [s('userName'), account.userName],
    [s('state'), words.state(account)],
    [s('lastSignIn'), account.lastSignInAt ? formatInstant(account.lastSignInAt) : s('neverIn')],
  ]
  return (
    <dl className="sb-account-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Buttons({ account, onAct }: { account: Account; onAct: (act: Act) => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  if (!account.viewerCanAdminister) return <p className="sb-quiet">{s('notYours')}</p>
  return (
    <div className="sb-accounts-buttons">
      {!account.disabledAt && <Button onClick={() => onAct('newSlip')}>{s('newSlip')}</Button>}
      <Button onClick={() => onAct('rename')}>{s('rename')}</Button>
      {account.secondFactor && <Button onClick={() => onAct('reset')}>{s('reset')}</Button>}
      <Button onClick={() => onAct(account.disabledAt ? 'let' : 'disable')}>
        {s(account.disabledAt ? 'let' : 'disable')}
      </Button>
    </div>
  )
}

interface Props {
  id: string
  onSlip: (slip: Slip) => void
  onClose: () => void
}

/** One account: what it may do where, and what can be done to it. */
export function AccountDrawer({ id, onSlip, onClose }: Props) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { data, error, refetch } = useQuery(AccountQuery, { variables: { id } })
  const [act, setAct] = useState<Act | null>(null)
  const account = data?.account
  return (
    <Drawer open onClose={onClose} size={520} title={account?.name ?? s('title')}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3, 4].map((row) => <Bone key={row} width={`${60 + row * 8}%`} />)}
      {data && !account && <EmptyState title={s('missing')} />}
      {account && (
        <>
          <Facts account={account} />
          <Buttons account={account} onAct={setAct} />
          <AccountGrants account={account} />
          {act && <AccountActs act={act} account={account} onSlip={onSlip} onClose={() => setAct(null)} />}
        </>
      )}
    </Drawer>
  )
}
