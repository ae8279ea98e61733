/** How far a sign-in has come: what is left is a second factor, or a password of one's own. */
export type SignInStage = 'SECOND_FACTOR' | 'NEW_PASSWORD' | 'OPEN'

/** Who asks: the system itself or a command, nobody yet, an account in a session, or a script with a token. */
export type Viewer =
  | { readonly kind: 'SYSTEM' }
  | { readonly kind: 'NOBODY' }
  | {
      readonly kind: 'ACCOUNT'
      readonly account: number
      readonly session: number
      readonly stage: SignInStage
    }
  | {
      readonly kind: 'TOKEN'
      readonly account: number
      readonly token: number
      readonly anyOperation: boolean
    }

export const SYSTEM_VIEWER: Viewer = { kind: 'SYSTEM' }
export const NOBODY: Viewer = { kind: 'NOBODY' }
