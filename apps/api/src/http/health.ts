import type { RequestHandler } from 'express'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '../database/database.js'
import { retryAfter } from '../errors/format-error.js'

const patience = 2_500

async function answers(database: Database): Promise<boolean> {
  const abort = new AbortController()
  try {
    const asked = database.reader.query('SELECT 1').then(() => true)
    return await Promise.race([asked, sleep(patience, false, { signal: abort.signal })])
  } catch {
    return false
  } finally {
    abort.abort()
  }
}

/** GET /health: 200 when the database answers, 503 with Retry-After when it does not within 2.5 seconds. */
export function health(database: Database): RequestHandler {
  return async (_request, response) => {
    if (await answers(database)) {
      response.json({ status: 'ok' })
      return
    }
    response.status(503).set('Retry-After', String(retryAfter)).json({ status: 'unavailable' })
  }
}
