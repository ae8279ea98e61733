import { existsSync } from 'node:fs'
import { fingerprint, note, noted } from './fingerprint.mjs'
import { at, bin, root } from './paths.mjs'
import { run } from './processes.mjs'

/** A step of the bootstrap failed; its output is on the terminal. */
export class BootstrapError extends Error {}

async function must(command, args, output, what, env = {}) {
  const { code } = await run(command, args, { output, env })
  if (code !== 0)
    throw new BootstrapError(`${what} failed (${[command, ...args].join(' ').replace(`${root}/`, '')})`)
}

function lockFingerprint() {
  return `${fingerprint([at('package-lock.json')])} ${process.platform} ${process.arch} ${process.versions.modules}`
}

/** Notes that node_modules is what the lock file says, for whoever installed by hand. */
export function noteInstalled() {
  note('installed', lockFingerprint())
  note('compiled', lockFingerprint())
}

/** Installs the packages where the lock file or the version of Node changed since the last time, without compiling. */
export async function ensurePackages(output = 'show') {
  if (noted('installed') === lockFingerprint()) return
  process.stderr.write('Installing the packages …\n')
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  await must('npm', ['ci', ...flags], output, 'Installing the packages')
  noteInstalled()
  note('compiled', '')
}

/** As SQLite itself is compiled by default; the driver's own -O3 takes half as long again to compile. */
const compilerFlags = { CFLAGS: '-O2', CXXFLAGS: '-O1' }

/** Fetches or compiles the driver of the embedded database, the one package that is not ready as it comes. */
export async function ensureDriver(output = 'show') {
  if (noted('compiled') === lockFingerprint()) return
  process.stderr.write('Preparing the database driver (a minute where it has to be compiled) …\n')
  await must('npm', ['rebuild', 'better-sqlite3'], output, 'Preparing the database driver', compilerFlags)
  note('compiled', lockFingerprint())
}

/** Both. */
export async function ensureInstalled(output = 'show') {
  await ensurePackages(output)
  await ensureDriver(output)
}

const products = ['packages/shared/dist/index.js', 'apps/api/dist/main.js', 'apps/admin/dist/index.html']

function sourceFingerprint() {
  const files = ['package-lock.json', 'package.json', 'turbo.json', 'tsconfig.base.json'].map((file) =>
    at(file),
  )
  return fingerprint(files, [at('packages'), at('apps')])
}

/** Builds where the sources changed since the last time. */
export async function ensureBuilt(output = 'show') {
  const sources = sourceFingerprint()
  if (noted('built') === sources && products.every((product) => existsSync(at(product)))) return
  process.stderr.write('Building …\n')
  await must(bin('turbo'), ['run', 'build', '--output-logs=errors-only'], output, 'Building')
  note('built', sources)
}
