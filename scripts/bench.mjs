import './lib/node-version.mjs'
import { BootstrapError, ensureBuilt, ensureInstalled } from './lib/bootstrap.mjs'
import { findMysqlServer, startMysqlServer } from './lib/mysql-server.mjs'
import { at, bin } from './lib/paths.mjs'
import { cleanUp, handleSignals, run } from './lib/processes.mjs'

/** The server that is measured: TEST_MYSQL_URL, else a private one; none where there is no server. */
async function mysqlUrl() {
  if (process.env.TEST_MYSQL_URL) return process.env.TEST_MYSQL_URL
  const server = findMysqlServer()
  if (!server) process.stderr.write('There is no MariaDB or MySQL server here: only SQLite is measured.\n')
  return server && (await startMysqlServer(server, { bufferPool: '1G' })).url
}

/** As `npm start` starts the server: an answer of a thousand figures does not survive a collection of garbage. */
const youngSpace = '--max-semi-space-size=32'

/** Names the databases of this run; the bench creates and drops only such. */
function benchDatabase(server) {
  const url = new URL(server)
  url.pathname = `/seedbed_test_bench_${process.pid}`
  return url.href
}

async function main() {
  await ensureInstalled('stderr')
  await ensureBuilt('stderr')
  const built = await run(bin('tsc'), ['-p', at('apps/api/tsconfig.bench.json')], { output: 'stderr' })
  if (built.code !== 0) throw new BootstrapError('Building the bench failed')
  const url = process.argv.includes('sqlite') ? undefined : await mysqlUrl()
  const args = process.argv.slice(2)
  const name = args[0] === 'reorganize' ? 'reorganize' : 'main'
  const main = at(`apps/api/dist-bench/bench/${name}.js`)
  const { code } = await run(process.execPath, [youngSpace, main, ...args.slice(name === 'main' ? 0 : 1)], {
    env: { NODE_ENV: 'production', DATABASE_URL: url ? benchDatabase(url) : '' },
  })
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
