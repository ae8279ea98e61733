import type { RequestHandler } from 'express'
import { SeedbedError } from '../errors/errors.js'

/** Whether an Origin header names the host that was asked; "null" and what is no address do not. */
function isSame(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}

/**
 * Refuses what a browser sends for a page of another site (403), whatever it sends with it. Browsers say where a
 * request comes from by Sec-Fetch-Site, older ones by Origin; scripts send neither.
 */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const allowed =
    site === undefined
      ? origin === undefined || isSame(origin, host)
      : site === 'same-origin' || site === 'none'
  if (allowed) return next()
  next(new SeedbedError('FORBIDDEN', 'Pages of other sites may not ask'))
}
