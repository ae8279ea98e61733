import '../../lib/reason-words.js'
import { useState } from 'react'
import { CodeStep } from './code-step.js'
import { NewPasswordStep } from './new-password-step.js'
import { PasswordStep } from './password-step.js'

export type Stage = 'SECOND_FACTOR' | 'NEW_PASSWORD' | 'OPEN'

/** What every step is told: where to say how far one has come. */
export interface StepProps {
  onStage: (stage: Stage) => Promise<void>
}

interface Props {
  /** The step to begin with; absent: user name and password. */
  stage?: Stage | undefined
  /** The only account that may sign in here; absent: anybody. */
  userName?: string
  /** Tells the step on screen. */
  onStep?: (stage: Stage | undefined) => void
  onDone: () => Promise<void>
}

/** The steps of the way in, one at a time. */
export function Steps({ stage: first, userName, onStep, onDone }: Props) {
  const [stage, setStage] = useState(first)
  const show = (next: Stage | undefined) => {
    setStage(next)
    onStep?.(next)
  }
  const onStage = async (next: Stage) => (next === 'OPEN' ? onDone() : show(next))
  if (stage === 'SECOND_FACTOR') return <CodeStep onStage={onStage} onBack={() => show(undefined)} />
  if (stage === 'NEW_PASSWORD') return <NewPasswordStep onStage={onStage} />
  return <PasswordStep onStage={onStage} {...(userName ? { userName } : {})} />
}
