import './lib/node-version.mjs'
import { parseArgs } from 'node:util'
import { BootstrapError, ensureBuilt, ensureInstalled } from './lib/bootstrap.mjs'
import { at, bin } from './lib/paths.mjs'
import { cleanUp, handleSignals, run } from './lib/processes.mjs'

/** Sends random requests to the API: `npm run fuzz -- --requests 1000000 --seed 7`; as in `npm test` without options. */
async function main() {
  const { values } = parseArgs({ options: { requests: { type: 'string' }, seed: { type: 'string' } } })
  await ensureInstalled('stderr')
  await ensureBuilt('stderr')
  const env = { FUZZ_REQUESTS: values.requests ?? '1000', FUZZ_SEED: values.seed ?? '1' }
  const args = ['run', '--project', 'api-sqlite', 'test/fuzz']
  const { code } = await run(bin('vitest'), args, { cwd: at('apps/api'), env, output: 'show' })
  return code ?? 1
}

handleSignals()
try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(error instanceof BootstrapError ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
} finally {
  await cleanUp()
}
