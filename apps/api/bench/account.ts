import { addDays, OPEN_END } from '@seedbed/shared'
import { createContext, today, type Clock } from '../src/context.js'
import type { Database } from '../src/database/database.js'
import { addAccessToken } from '../src/features/accounts/access-token.service.js'
import { installAccount } from '../src/features/accounts/account.service.js'
import { grantsOf } from '../src/features/accounts/grant.service.js'

/** The token of an account that reads everything. */
export async function openAccount(database: Database, clock: Clock): Promise<string> {
  const ctx = createContext({ database, clock })
  const account = await installAccount(
    ctx,
    {
      userName: 'bench',
      name: 'Bench',
      role: 'INSPECTOR',
      organization: 0,
      from: today(ctx),
      to: OPEN_END,
    },
    { text: 'only for the bench', mustChange: false },
  )
  const [grant] = await grantsOf(ctx, account.id)
  const asked = {
    name: 'bench',
    grantId: grant?.uid ?? '',
    lastDay: addDays(today(ctx), 1),
    anyOperation: true,
  }
  return (await addAccessToken(ctx, account.id, asked)).token
}
