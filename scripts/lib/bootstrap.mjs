import { existsSync } from 'node:fs'
import { fingerprint, note, noted } from './fingerprint.mjs'
import { at, bin, root } from './paths.mjs'
import { run } from './processes.mjs'

/** A step of the bootstrap failed; its output is on the terminal. */
export class BootstrapError extends Error {}

async function must(command, args, output, what) {
  const { code } = await run(command, args, { output })
  if (code !== 0)
    throw new BootstrapError(`${what} failed (${[command, ...args].join(' ').replace(`${root}/`, '')})`)
}

function lockFingerprint() {
  return `${fingerprint([at('package-lock.json')])} ${process.platform} ${process.arch} ${process.versions.modules}`
}

/** Notes that node_modules is what the lock file says, for whoever installed by hand. */
export function noteInstalled() {
  note('installed', lockFingerprint())
}

/** Installs the packages where the lock file or the version of Node changed since the last time. */
export async function ensureInstalled(output = 'show') {
  if (noted('installed') === lockFingerprint()) return
  process.stderr.write(
    'Installing the packages (once; a minute or two where a driver has to be compiled) …\n',
  )
  await must('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], output, 'Installing the packages')
  noteInstalled()
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
