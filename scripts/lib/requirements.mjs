import { existsSync, readFileSync } from 'node:fs'
import { findCommand } from './find.mjs'
import { findMysqlServer } from './mysql-server.mjs'
import { run } from './processes.mjs'

/** The browser: CHROMIUM_PATH, else Chromium or Chrome of this machine. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? named : undefined
  const found = findCommand('chromium', 'google-chrome-stable', 'google-chrome')
  const ofMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return found ?? (existsSync(ofMac) ? ofMac : undefined)
}

/** What checks a compose file: the command and its leading arguments. */
export async function findCompose() {
  const standalone = findCommand('docker-compose')
  if (standalone) return [standalone]
  const docker = findCommand('docker')
  if (!docker) return undefined
  const { code } = await run(docker, ['compose', 'version'], { output: 'keep' })
  return code === 0 ? [docker, 'compose'] : undefined
}

function distribution() {
  if (!existsSync('/etc/os-release')) return ''
  return readFileSync('/etc/os-release', 'utf8').match(/^ID=["']?(\w+)/mu)?.[1] ?? ''
}

const needs = [
  {
    name: 'a MariaDB or MySQL server',
    isThere: () => Boolean(process.env.TEST_MYSQL_URL) || findMysqlServer() !== undefined,
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    help: 'install mariadb-server or mysql-server, or give the address of a test server in TEST_MYSQL_URL',
  },
  {
    name: 'Chromium',
    isThere: () => findBrowser() !== undefined,
    packages: ['chromium', 'fonts-liberation'],
    notOn: 'ubuntu',
    help: 'install Chromium or Chrome and give its path in CHROMIUM_PATH (on Ubuntu the package chromium is only a stub)',
  },
  {
    name: 'docker-compose',
    isThere: async () => (await findCompose()) !== undefined,
    packages: ['docker-compose'],
    help: 'install docker-compose, or Docker with its compose plugin',
  },
]

async function missing() {
  const there = await Promise.all(needs.map((need) => need.isThere()))
  return needs.filter((_, index) => !there[index])
}

async function apt(...args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const { code, text } = await run('apt-get', args, { output: 'keep', env })
  if (code !== 0) process.stdout.write(text)
}

async function installWithApt(lists) {
  await apt('update', '-q')
  for (const packages of lists) {
    process.stdout.write(`Installing with apt-get: ${packages.join(' ')} …\n`)
    await apt('install', '-y', '-q', '--no-install-recommends', ...packages)
  }
}

/**
 * Sees that the server, the browser and the compose checker are there: as root on Debian and Ubuntu it installs what
 * is missing, elsewhere it says how to get it.
 */
export async function ensureRequirements() {
  const id = distribution()
  const before = await missing()
  const lists = before.filter((need) => need.notOn !== id).map((need) => need.packages)
  const mayInstall = process.getuid?.() === 0 && ['debian', 'ubuntu'].includes(id) && findCommand('apt-get')
  if (before.length > 0) process.stdout.write(`Missing: ${before.map(({ name }) => name).join(', ')}.\n`)
  if (lists.length > 0 && mayInstall) await installWithApt(lists)
  for (const { name, help } of before.length > 0 ? await missing() : [])
    process.stdout.write(`There is no ${name} here: ${help}.\n`)
}
