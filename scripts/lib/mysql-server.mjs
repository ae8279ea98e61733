import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCommand } from './find.mjs'
import { onCleanup, run } from './processes.mjs'

/**
 * The database server of this machine: the path of mariadbd or mysqld, if there is one with what it takes to make a
 * data directory (Debian packs MariaDB's my_print_defaults with the client).
 */
export function findMysqlServer() {
  const server = findCommand('mariadbd', 'mysqld')
  return findInstaller() && !findCommand('my_print_defaults') ? undefined : server
}

function findInstaller() {
  return findCommand('mariadb-install-db', 'mysql_install_db')
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Root must be named: the server refuses to run as root by accident. */
const asUser = process.getuid?.() === 0 ? ['--user=root'] : []

async function initialise(server, dataDirectory) {
  const installer = findInstaller()
  const common = ['--no-defaults', `--datadir=${dataDirectory}`, ...asUser]
  const { code, text } = installer
    ? await run(installer, [...common, '--auth-root-authentication-method=normal', '--skip-test-db'], {
        output: 'keep',
      })
    : await run(server, [...common, '--initialize-insecure'], { output: 'keep' })
  if (code !== 0) throw new Error(`the data directory of the test database cannot be made:\n${text}`)
}

function serverOptions(folder, port, bufferPool) {
  return [
    '--no-defaults',
    ...asUser,
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'server.sock')}`,
    `--pid-file=${join(folder, 'server.pid')}`,
    `--log-error=${join(folder, 'server.log')}`,
    `--init-file=${join(folder, 'init.sql')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--max-connections=200',
    '--character-set-server=utf8mb4',
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-doublewrite=0',
    `--innodb-buffer-pool-size=${bufferPool}`,
  ]
}

/** Whether a MySQL server greets on the port. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (value) => {
      socket.destroy()
      resolve(value)
    }
    socket.setTimeout(500, () => answer(false))
    socket.once('error', () => answer(false))
    socket.once('data', () => answer(true))
    socket.once('close', () => answer(false))
  })
}

async function untilReady(child, port, folder) {
  const deadline = Date.now() + 60_000
  while (!(await greets(port))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(
        `the test database does not start:\n${readFileSync(join(folder, 'server.log'), 'utf8')}`,
      )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function stopper(child, folder) {
  return async () => {
    const ended = new Promise((resolve) =>
      child.exitCode === null ? child.once('exit', resolve) : resolve(),
    )
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
    await ended
    clearTimeout(late)
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Starts a database server of our own: new temporary data, a free port on 127.0.0.1, nothing of the machine's own
 * configuration. Answers its URL (without a database name) and `stop`, which also removes the data; a signal stops it
 * as well.
 */
export async function startMysqlServer(server, { bufferPool = '256M' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'seedbed-mysql-'))
  let child
  const stop = async () => {
    forget()
    await (child ? stopper(child, folder)() : rmSync(folder, { recursive: true, force: true }))
  }
  const forget = onCleanup(stop)
  try {
    await initialise(server, join(folder, 'data'))
    const password = randomBytes(12).toString('hex')
    const account = `'seedbed'@'127.0.0.1'`
    writeFileSync(
      join(folder, 'init.sql'),
      `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO ${account} WITH GRANT OPTION;\n`,
      { mode: 0o600 },
    )
    const port = await freePort()
    child = spawn(server, serverOptions(folder, port, bufferPool), { stdio: 'ignore', detached: true })
    await untilReady(child, port, folder)
    return { url: `mysql://seedbed:${password}@127.0.0.1:${port}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
