import { useApolloClient } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useNotice } from '../../app/notices.js'
import { Box } from '../../components/box.js'
import { FailureText } from '../../components/error-state.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { formatInstant } from '../../lib/format.js'
import { EndOtherSessionsMutation, EndSessionMutation, type OwnAccount } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'
import { agentName } from './agent.js'

type Session = OwnAccount['sessions'][number]

function useEnding() {
  const client = useApolloClient()
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (id: string | null) => {
    setFailure(null)
    try {
      if (id === null) await client.mutate({ mutation: EndOtherSessionsMutation })
      else await client.mutate({ mutation: EndSessionMutation, variables: { id } })
      say(s('ended'))
      await afterWrite()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return { run, failure }
}

function Line({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const name = agentName(session.agent) ?? s('unknownAgent')
  const details = [
    session.address,
    s('started', { at: formatInstant(session.startedAt) }),
    s('seen', { at: formatInstant(session.seenAt) }),
  ]
  return (
    <li>
      <div>
        <strong>{name}</strong> {session.current && <small>({s('thisSession')})</small>}
        <small className="sb-account-line">{details.filter(Boolean).join(' · ')}</small>
      </div>
      {!session.current && (
        <Button size="small" onClick={onEnd} aria-label={`${s('end')}: ${name}`}>
          {s('end')}
        </Button>
      )}
    </li>
  )
}

/** Where one has signed in; any but this one can be ended. */
export function SessionsBox({ sessions }: { sessions: readonly Session[] }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const { run, failure } = useEnding()
  return (
    <Box
      title={s('sessions')}
      extra={
        sessions.length > 1 && (
          <Button size="small" onClick={() => void run(null)}>
            {s('endOthers')}
          </Button>
        )
      }
    >
      {failure && (
        <p role="alert" className="sb-warn">
          <FailureText failure={failure} />
        </p>
      )}
      <ul className="sb-account-list">
        {sessions.map((session) => (
          <Line key={session.id} session={session} onEnd={() => void run(session.id)} />
        ))}
      </ul>
    </Box>
  )
}
