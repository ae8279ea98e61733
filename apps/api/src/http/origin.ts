import type { Request } from 'express'

/** The address a request came from; an IPv4 address in IPv6 form is shortened to it. */
export function originOf(request: Request): string | null {
  return request.ip?.replace(/^::ffff:(?=[\d.]+$)/iu, '') ?? null
}
