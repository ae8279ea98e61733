import type { Request, Response } from 'express'

/** On HTTPS the browser itself keeps the cookie to this host, to all its paths and to encrypted connections. */
const nameOf = (secure: boolean): string => (secure ? '__Host-seedbed' : 'seedbed')

/** The token in the session cookie, or null. */
export function sessionToken(request: Request, secure: boolean): string | null {
  const start = `${nameOf(secure)}=`
  const pair = (request.headers.cookie ?? '').split(/;\s*/u).find((part) => part.startsWith(start))
  const value = pair?.slice(start.length) ?? ''
  return /^[\w-]{20,100}$/u.test(value) ? value : null
}

/** The token of a script, or null: `Authorization: Bearer …`. One that has no such form is nobody's. */
export function bearerToken(request: Request): string | null {
  const header = request.headers.authorization
  if (header === undefined) return null
  return /^Bearer ([\w-]{20,100})$/iu.exec(header)?.[1] ?? ''
}

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const

/** Gives the browser its token; the cookie ends with the browser, the session at the latest by its limits. */
export function giveToken(response: Response, token: string, secure: boolean): void {
  response.cookie(nameOf(secure), token, attributes(secure))
}

/** Takes the token back. */
export function takeToken(response: Response, secure: boolean): void {
  response.clearCookie(nameOf(secure), attributes(secure))
}
