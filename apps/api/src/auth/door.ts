/** How long a sign-in lasts. */
export interface SessionLimits {
  /** Minutes without a request after which it ends. */
  readonly idleMinutes: number
  /** Hours after which it ends whatever happens. */
  readonly absoluteHours: number
}

export const DEFAULT_SESSION_LIMITS: SessionLimits = { idleMinutes: 60, absoluteHours: 12 }

/** The door by which a request came: where from, and how its browser is given a token or loses it. */
export interface Door {
  readonly address: string | null
  readonly agent: string | null
  readonly limits: SessionLimits
  give(token: string): void
  take(): void
}
