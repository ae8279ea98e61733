import { existsSync } from 'node:fs'

/** The browser that is driven: CHROMIUM_PATH, else Debian's. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

if (!existsSync(chromiumPath))
  throw new Error(
    `There is no browser at ${chromiumPath}: install Chromium and give its path in CHROMIUM_PATH`,
  )

const passedOver = new Set([
  'NODE_ENV',
  'NODE_OPTIONS',
  'VITEST',
  'DATABASE_URL',
  'SEEDBED_DEMO',
  'HOST',
  'GRAPHQL_SAFELIST',
])

/** What a started system inherits: this process's environment without what would change its configuration. */
export const inherited: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !passedOver.has(name) && !name.startsWith('VITEST_')),
)
