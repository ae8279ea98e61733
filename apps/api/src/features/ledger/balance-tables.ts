/** Tables of balances: stock carried from year to year, and by what besides the year it lies. */
export const BALANCE_KEYS = {
  ledger_balance: ['organization', 'basis'],
  ledger_profile_balance: ['organization', 'basis', 'profile', 'birth_month', 'joined_month'],
} as const satisfies Record<string, readonly string[]>

export type BalanceTable = keyof typeof BALANCE_KEYS

export const BALANCE_TABLES = Object.keys(BALANCE_KEYS) as BalanceTable[]
