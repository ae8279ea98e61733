import { useState } from 'react'
import { failureOf, type Failure } from '../../lib/errors.js'

/** One step of the way in: it runs, and keeps why it was refused until the next try. */
export function useStep(run: (values: Record<string, string>) => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = (values: Record<string, string>) => {
    setBusy(true)
    setFailure(null)
    run(values)
      .catch((error: unknown) => setFailure(failureOf(error)))
      .finally(() => setBusy(false))
  }
  return { busy, failure, submit }
}
