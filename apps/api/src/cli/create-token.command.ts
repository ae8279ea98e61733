import { addDays } from '@seedbed/shared'
import { parseArgs } from 'node:util'
import { today, type RequestContext } from '../context.js'
import { SeedbedError } from '../errors/errors.js'
import { addAccessToken } from '../features/accounts/access-token.service.js'
import { accountByUserName } from '../features/accounts/account.service.js'
import { grantsOf, type GrantRow } from '../features/accounts/grant.service.js'
import { UsageError, type Command } from './command.js'
import { writingOnRecord } from './with-context.js'

const text = { type: 'string' } as const
const options = {
  user: text,
  name: text,
  role: text,
  grant: text,
  days: text,
  'any-operation': { type: 'boolean', default: false },
} as const

/** The one grant that is meant: by its id, by its role, or the only one that has not ended. */
async function grantMeant(
  ctx: RequestContext,
  account: number,
  asked: { grant: string | undefined; role: string | undefined },
): Promise<GrantRow> {
  const grants = (await grantsOf(ctx, account)).filter(
    ({ uid, role, validTo }) =>
      validTo > today(ctx) &&
      (asked.grant === undefined || uid === asked.grant) &&
      (asked.role === undefined || role === asked.role),
  )
  const [grant, ...others] = grants
  if (!grant) throw new SeedbedError('NOT_FOUND', 'The account has no such grant')
  if (others.length === 0) return grant
  const list = grants.map(({ uid, role }) => `  ${uid}  ${role}`).join('\n')
  throw new UsageError(`The account has several grants: name one with --grant\n${list}`)
}

function daysOf(value: string | undefined): number {
  if (value === undefined) return 90
  if (!/^\d{1,3}$/u.test(value)) throw new UsageError('--days must be a whole number')
  return Number(value)
}

/** Makes a token for scripts by a grant of an account; the token is all that goes to standard output. */
export const createTokenCommand: Command = {
  name: 'create-token',
  summary: 'make an access token for scripts by a grant of an account',
  usage:
    'create-token --user <user name> --name <what it is for> [--role <role>] [--grant <id>] [--days 90] [--any-operation]',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const { user, name, grant, role } = values
    if (!user) throw new UsageError('--user is missing')
    if (!name) throw new UsageError('--name is missing')
    const days = daysOf(values.days)
    const input = { user, name, role, days, anyOperation: values['any-operation'] }
    const operation = { name: 'createAccessToken', objectKind: 'AccessToken', input }
    const made = await writingOnRecord(operation, async (ctx) => {
      const account = await accountByUserName(ctx, user)
      const { uid } = await grantMeant(ctx, account.id, { grant, role })
      const lastDay = addDays(today(ctx), days)
      return addAccessToken(ctx, account.id, {
        name,
        grantId: uid,
        lastDay,
        anyOperation: values['any-operation'],
      })
    })
    io.error(
      `Send it as "Authorization: Bearer …". It works until ${made.row.expiresAt}; it is shown this once:`,
    )
    io.out(made.token)
    return 0
  },
}
