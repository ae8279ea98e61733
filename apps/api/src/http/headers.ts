import type { RequestHandler } from 'express'
import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { SeedbedError } from '../errors/errors.js'
import { runWithRequestId } from '../graphql/request-id.js'
import { isLoopback } from '../config.js'

/** Everything of this request runs with one id, which is also in the answer. */
export const requestId: RequestHandler = (_request, response, next) => {
  const id = uuid()
  response.setHeader('X-Request-Id', id)
  runWithRequestId(id, next)
}

const common = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Headers of every answer; answers that hold data are never stored. A page or script loosens what it must. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    ...common,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  })
  next()
}

/** Two years during which a browser that came by HTTPS comes by nothing else; only where it can. */
export function strictTransport(https: boolean): RequestHandler {
  return (_request, response, next) => {
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    next()
  }
}

/** A nonce and the policy under which the page of the web application runs: nothing from outside. */
export function pagePolicy(): { nonce: string; policy: string } {
  const nonce = randomBytes(16).toString('base64url')
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  return { nonce, policy }
}

/** The name in a Host header and its port, 80 if none is given. */
function splitHost(header: string): { name: string; port: number } | undefined {
  const match = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/iu.exec(header)
  return match
    ? { name: (match[1] ?? '').toLowerCase().replace(/^\[|\]$/gu, ''), port: Number(match[2] ?? 80) }
    : undefined
}

/**
 * Refuses requests under a name that is not this server's (403): a page of a stranger whose name was made to point
 * here could else read everything (DNS rebinding).
 */
export function hostCheck(configuredHost: string, origin: URL | null): RequestHandler {
  return (request, _response, next) => {
    if (origin !== null && request.headers.host?.toLowerCase() === origin.host) return next()
    const host = splitHost(request.headers.host ?? '')
    const known = host && (isLoopback(host.name) || host.name === configuredHost)
    if (known && host.port === request.socket.localPort) return next()
    next(new SeedbedError('FORBIDDEN', 'This server does not answer under that name'))
  }
}
