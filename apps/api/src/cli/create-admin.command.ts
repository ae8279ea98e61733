import { OPEN_END } from '@seedbed/shared'
import { parseArgs } from 'node:util'
import { newOneTimePassword } from '../auth/tokens.js'
import { today } from '../context.js'
import { installAccount, ONE_TIME_DAYS } from '../features/accounts/account.service.js'
import { UsageError, type Command } from './command.js'
import { writingOnRecord } from './with-context.js'

/** Makes a system administrator: the first one, or one more when all others have lost their way in. */
export const createAdminCommand: Command = {
  name: 'create-admin',
  summary: 'make a system administrator with a one-time password',
  usage: 'create-admin --user-name <name> [--name "<full name>"]',
  async run(args, io) {
    const options = { 'user-name': { type: 'string' }, name: { type: 'string' } } as const
    const { values } = parseArgs({ args, options, strict: true })
    const userName = values['user-name']
    if (!userName) throw new UsageError('--user-name is missing')
    const password = newOneTimePassword()
    const operation = { name: 'createAdmin', objectKind: 'Account', input: { userName, name: values.name } }
    await writingOnRecord(operation, (ctx) =>
      installAccount(
        ctx,
        {
          userName,
          name: values.name ?? userName,
          role: 'SYSTEM_ADMIN',
          organization: 0,
          from: today(ctx),
          to: OPEN_END,
        },
        { text: password, mustChange: true },
      ),
    )
    io.error(
      `${userName} can sign in with this password within ${ONE_TIME_DAYS} days, and must then choose another:`,
    )
    io.out(password)
    return 0
  },
}
