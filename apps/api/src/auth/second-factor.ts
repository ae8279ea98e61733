import { Secret, TOTP } from 'otpauth'

const period = 30

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Seedbed', label, secret: Secret.fromBase32(secret), digits: 6, period })
}

/** A new secret of 160 bits, in base 32 as authenticators want it typed. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What an authenticator reads from a picture. */
export function totpUri(secret: string, userName: string): string {
  return totpOf(secret, userName).toString()
}

/**
 * The time step to which a code belongs, now or one step beside; null when it is wrong, or not later than the step
 * that was used last: a code works once.
 */
export function totpStepOf(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/u.test(code)) return null
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1_000 / period) + delta
  return step > lastStep ? step : null
}
