import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { failureOf, type Failure } from '../../lib/errors.js'

/** One change at a time: whether it is under way, and why it was refused. What is on screen asks again in any case. */
export function useChange() {
  const afterWrite = useAfterWrite()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (change: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      await change()
      return true
    } catch (error) {
      setFailure(failureOf(error))
      return false
    } finally {
      await afterWrite()
      setBusy(false)
    }
  }
  return { busy, failure, run }
}
