import './lib/node-version.mjs'
import { BootstrapError, ensureBuilt, ensureInstalled } from './lib/bootstrap.mjs'
import { at, root } from './lib/paths.mjs'
import { handleSignals } from './lib/processes.mjs'
import { pathToFileURL } from 'node:url'

process.chdir(root)
const releaseSignals = handleSignals()
try {
  await ensureInstalled()
  await ensureBuilt()
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
releaseSignals()

await import(pathToFileURL(at('apps/api/dist/main.js')).href)
