import './lib/node-version.mjs'
import { BootstrapError, ensureDriver, ensurePackages } from './lib/bootstrap.mjs'
import { findMysqlServer, startMysqlServer } from './lib/mysql-server.mjs'
import { absent, after, check, runParts, step, vitest } from './lib/parts.mjs'
import { at, bin } from './lib/paths.mjs'
import { cleanUp, handleSignals } from './lib/processes.mjs'
import { ensureRequirements, findBrowser, findCompose } from './lib/requirements.mjs'

const isLong = process.argv.includes('--long')
const missingFails = process.env.CI === 'true'

/** Sizes of the random samples: fixed and small, or large with --long. */
const samples = isLong ? { FC_RUNS: '2000' } : {}
const sampling = { env: samples, timeout: (isLong ? 120 : 40) * 60_000 }
/** Days must not depend on the zone of the machine: each run of the API stands in another. */
const zoned = (TZ) => ({ ...sampling, env: { ...samples, TZ } })

async function composePart() {
  const compose = await findCompose()
  if (!compose) return absent('docker-compose.yml', 'no docker-compose here')
  const [command, ...leading] = compose
  const files = ['docker-compose.yml', 'docker-compose.dev.yml'].flatMap((file) => ['-f', at(file)])
  return check('docker-compose.yml', command, [...leading, ...files, 'config', '-q'])
}

async function mysqlPart() {
  const name = 'API on MariaDB/MySQL'
  const server = findMysqlServer()
  const run = (url) =>
    vitest(name, 'apps/api', ['--project', 'api-mysql'], {
      ...sampling,
      env: { ...samples, TEST_MYSQL_URL: url, TZ: 'America/New_York' },
    }).run()
  if (process.env.TEST_MYSQL_URL) return { name, run: () => run(process.env.TEST_MYSQL_URL) }
  if (!server) return absent(name, 'no server here')
  return {
    name,
    async run() {
      const { url, stop } = await startMysqlServer(server)
      return run(url).finally(stop)
    },
  }
}

function browserPart() {
  const browser = findBrowser()
  if (!browser) return absent('browser', 'no Chromium here')
  return vitest('browser', 'apps/e2e', [], { env: { CHROMIUM_PATH: browser }, timeout: 40 * 60_000 })
}

const BUILD = 'build and types'
const DRIVER = 'database driver'
const built = (part) => after([BUILD], part)
const ready = (part) => after([BUILD, DRIVER], part)

/** The longest first, so that both cores are busy to the end. */
async function parts() {
  const node = process.execPath
  const api = (name, project, zone) => vitest(name, 'apps/api', ['--project', project], zoned(zone))
  return [
    check(BUILD, bin('turbo'), ['run', 'build', 'types', '--output-logs=errors-only']),
    step(DRIVER, () => ensureDriver('stderr')),
    ready(await mysqlPart()),
    ready(browserPart()),
    ready(api('API on SQLite', 'api-sqlite', 'Pacific/Kiritimati')),
    check('lint', bin('eslint'), ['.', '--max-warnings=0']),
    built(vitest('screens', 'apps/admin')),
    ready(api('planted faults', 'faults', 'Asia/Ho_Chi_Minh')),
    built(check('lint with types', bin('oxlint'))),
    check('format', bin('prettier'), ['--check', '--log-level=warn', '.']),
    vitest('lint rules', 'scripts'),
    ready(api('rules of the API', 'rules', 'UTC')),
    built(vitest('rules in four zones', 'packages/shared')),
    ready(check('schema.graphql is current', node, [at('apps/api/dist/cli/print-schema.js'), '--check'])),
    ready(check('docs/import.md is current', node, [at('apps/api/dist/cli/print-import-doc.js'), '--check'])),
    built(check('script sizes', node, [at('apps/admin/scripts/check-sizes.mjs')])),
    await composePart(),
  ]
}

async function main() {
  const started = Date.now()
  await Promise.all([ensurePackages(), ensureRequirements()])
  const { passed, failed, failures, notRun } = await runParts(await parts(), { missingFails })
  await cleanUp()
  process.stdout.write(`\n${Math.round((Date.now() - started) / 1000)} s\n`)
  if (failures.length > 0) process.stdout.write(`Failed: ${failures.join('; ')}\n`)
  if (notRun.length > 0) process.stdout.write(`Not run: ${notRun.join('; ')}\n`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

handleSignals()
try {
  await main()
} catch (error) {
  await cleanUp()
  process.stderr.write(error instanceof BootstrapError ? `${error.message}\n` : `${error.stack}\n`)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}
