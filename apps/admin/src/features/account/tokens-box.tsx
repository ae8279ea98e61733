import { PlusOutlined } from '@ant-design/icons'
import { useMutation } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { Box } from '../../components/box.js'
import { formatInstant } from '../../lib/format.js'
import { RevokeAccessTokenMutation, type OwnGrant, type OwnToken } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'
import { useGrantWords } from './grant-words.js'
import { SecretsDialog } from './secrets-dialog.js'
import { TokenDialog } from './token-dialog.js'

function useTokenWords() {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const grantWords = useGrantWords()
  return (token: OwnToken): string => {
    const until = token.revokedAt
      ? s('revokedOn', { at: formatInstant(token.revokedAt) })
      : s(token.active ? 'expires' : 'expired', { at: formatInstant(token.expiresAt) })
    const used = token.lastUsedAt ? s('used', { at: formatInstant(token.lastUsedAt) }) : s('never')
    return [grantWords(token.grant), token.anyOperation ? s('own') : '', until, used]
      .filter(Boolean)
      .join(' · ')
  }
}

function Line({ token }: { token: OwnToken }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const words = useTokenWords()
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const [revoke, { loading }] = useMutation(RevokeAccessTokenMutation)
  const run = async () => {
    await revoke({ variables: { id: token.id } })
    say(s('revoked'))
    await afterWrite()
  }
  return (
    <li className={token.active ? undefined : 'sb-account-over'}>
      <div>
        <strong>{token.name}</strong>
        <small className="sb-account-line">{words(token)}</small>
      </div>
      {token.active && (
        <Button
          size="small"
          loading={loading}
          aria-label={`${s('revoke')}: ${token.name}`}
          onClick={() => void run().catch(() => undefined)}
        >
          {s('revoke')}
        </Button>
      )}
    </li>
  )
}

/** Tokens by which scripts ask in one's name. */
export function TokensBox(props: { tokens: readonly OwnToken[]; grants: readonly OwnGrant[] }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [open, setOpen] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  const grants = props.grants.filter(({ active }) => active)
  return (
    <Box
      title={s('tokens')}
      note={s('tokensNote')}
      extra={
        grants.length > 0 && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
            {s('newToken')}
          </Button>
        )
      }
    >
      {props.tokens.length === 0 && <p className="sb-quiet">{s('noTokens')}</p>}
      <ul className="sb-account-list">
        {props.tokens.map((one) => (
          <Line key={one.id} token={one} />
        ))}
      </ul>
      {open && <TokenDialog grants={grants} onToken={setToken} onClose={() => setOpen(false)} />}
      {token && (
        <SecretsDialog
          title={s('tokenShown')}
          explain={s('tokenExplain')}
          secrets={[token]}
          onClose={() => setToken(null)}
        />
      )}
    </Box>
  )
}
