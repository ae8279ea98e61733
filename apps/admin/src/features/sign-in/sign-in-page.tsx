import { useEffect, useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Door } from './door.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'
import { Steps, type Stage } from './steps.js'

const titles = { SECOND_FACTOR: 'codeTitle', NEW_PASSWORD: 'newTitle', OPEN: 'title' } as const

/** The way in, at the address that was asked for. */
export function SignInPage({ stage, onDone }: { stage: Stage | undefined; onDone: () => Promise<void> }) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const [shown, setShown] = useState(stage)
  const title = s(titles[shown ?? 'OPEN'])
  useEffect(() => {
    document.title = `${title} · Vườn ươm`
  }, [title])
  return (
    <Door title={title} lead={shown ? undefined : s('lead')}>
      <Steps stage={stage} onStep={setShown} onDone={onDone} />
    </Door>
  )
}
