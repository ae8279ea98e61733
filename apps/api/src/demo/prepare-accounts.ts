import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ConfigError, isLoopback, type Config } from '../config.js'
import type { RequestContext } from '../context.js'
import { anyAccounts } from '../features/accounts/account.service.js'
import { installationOf } from '../features/installation/installation.service.js'
import { prepareDemonstrationAccounts } from './accounts.js'

/** Where the text goes, and whether it is a terminal: only there passwords are shown. */
export interface Said {
  say(text: string): void
  terminal: boolean
}

/** A path below the working directory is told from there. */
function shown(file: string): string {
  const below = relative(process.cwd(), file)
  return below.startsWith('..') ? file : below
}

/**
 * Sees to it that somebody can sign in: with demonstration data by accounts of their own, else by saying which
 * command makes the first one. Demonstration data are not served to other machines (ConfigError).
 */
export async function prepareAccounts(
  ctx: RequestContext,
  config: Pick<Config, 'host' | 'dataDirectory'>,
  { say, terminal }: Said,
): Promise<void> {
  const { demonstration } = await installationOf(ctx)
  if (!demonstration) {
    if (!(await anyAccounts(ctx)))
      say(
        'Nobody can sign in yet. Make the first account, while this is not running: npm run -s seedbed -- create-admin',
      )
    return
  }
  if (!isLoopback(config.host))
    throw new ConfigError([
      'HOST must be 127.0.0.1, ::1 or localhost: this database holds the demonstration, which is for this machine only',
    ])
  const made = await prepareDemonstrationAccounts(ctx, config.dataDirectory)
  const file = made?.file ?? join(config.dataDirectory, 'accounts.txt')
  if (existsSync(file)) say(`Accounts and passwords: ${shown(file)}`)
  if (made && terminal) say(made.text)
}
