import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Door } from './door.js'
import { SIGN_IN_TEXTS } from './sign-in-texts.js'
import { Steps } from './steps.js'

interface Props {
  viewer: { name: string; userName: string }
  onDone: () => Promise<void>
}

/** Closes the door over all that is on screen until the same person has signed in again. */
export function SignInAgain({ viewer, onDone }: Props) {
  const s = useOwnTexts(SIGN_IN_TEXTS)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector<HTMLElement>('input[type="password"]')?.focus()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="sb-door-dialog"
      aria-label={s('againTitle')}
      onCancel={(event) => event.preventDefault()}
    >
      <Door title={s('againTitle')} lead={s('againLead')}>
        <Steps userName={viewer.userName} onDone={onDone} />
        <p className="sb-door-help">
          {s('otherPerson', { name: viewer.name })}{' '}
          <Button size="small" onClick={() => window.location.reload()}>
            {s('reload')}
          </Button>
        </p>
      </Door>
    </dialog>
  )
}
