import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { ErrorState } from '../../components/error-state.js'
import { PageSkeleton } from '../../components/skeletons.js'
import { OwnAccountQuery } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'
import { FactorBox } from './factor-box.js'
import { PasswordBox } from './password-box.js'
import { RightsBox } from './rights-box.js'
import { SessionsBox } from './sessions-box.js'
import { TokensBox } from './tokens-box.js'
import './account.css'

/** One's own account: rights, password, second factor, sessions and tokens. */
export function AccountPage() {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const { data, error, refetch } = useQuery(OwnAccountQuery)
  const title = s('title')
  useEffect(() => {
    document.title = `${title} · Vườn ươm`
  }, [title])
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const { viewer } = data
  return (
    <div className="sb-page sb-plain-page">
      <h1>
        {viewer.name} <small>{s('signsInAs', { name: viewer.userName })}</small>
      </h1>
      <RightsBox grants={viewer.grants} />
      <div className="sb-grid-2">
        <PasswordBox />
        <FactorBox isOn={viewer.secondFactor} codesLeft={viewer.recoveryCodesLeft} />
      </div>
      <SessionsBox sessions={viewer.sessions} />
      <TokensBox tokens={viewer.accessTokens} grants={viewer.grants} />
    </div>
  )
}
