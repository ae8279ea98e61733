import './lib/node-version.mjs'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { BootstrapError, ensureBuilt, ensureInstalled } from './lib/bootstrap.mjs'
import { at } from './lib/paths.mjs'
import { handleSignals } from './lib/processes.mjs'

const main = at('apps/api/dist/cli/main.js')
const releaseSignals = handleSignals()
try {
  await ensureInstalled('stderr')
  if (!existsSync(main)) await ensureBuilt('stderr')
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
releaseSignals()

// npm changes to the repository; file names on the command line are meant from where the caller stands.
if (process.env.npm_lifecycle_event === 'seedbed' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
process.argv[1] = main
await import(pathToFileURL(main).href)
