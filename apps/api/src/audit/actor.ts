import type { ActorKind } from '@seedbed/shared'

/** Who acts, as the audit log names them. */
export interface Actor {
  readonly kind: ActorKind
  /** Internal id of the account, also that of a token; null where there is none. */
  readonly account: number | null
  /** Name of the account, of the user at the command line, or of the part of the system. */
  readonly name: string
  /** The address the request came from; null where there is no request. */
  readonly origin: string | null
}

/** The system itself: the start, the demonstration. */
export const SYSTEM: Actor = { kind: 'SYSTEM', account: null, name: 'seedbed', origin: null }

/** Somebody who has not signed in, at an address. */
export function anonymous(origin: string | null): Actor {
  return { kind: 'ANONYMOUS', account: null, name: '', origin }
}

/** The user of the operating system who runs a command. */
export function commandActor(user: string): Actor {
  return { kind: 'COMMAND', account: null, name: user, origin: null }
}
