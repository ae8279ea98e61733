import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'

const running = new Set()
const cleanups = new Set()

/** Has `fn` run once when this process ends by a signal or by `cleanUp`; answers the function that forgets it. */
export function onCleanup(fn) {
  cleanups.add(fn)
  return () => cleanups.delete(fn)
}

/** Ends what was started and runs what was registered, newest first. */
export async function cleanUp() {
  for (const child of running) endGroup(child, 'SIGTERM')
  for (const fn of [...cleanups].reverse()) {
    cleanups.delete(fn)
    await fn()
  }
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
let ending = false

async function end(signal) {
  if (ending) return
  ending = true
  await cleanUp()
  process.exit(128 + constants.signals[signal])
}

/** From now on a signal first ends everything that was started; answers the function that takes this back. */
export function handleSignals() {
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}

/**
 * Runs a command in the repository and waits for it. `output`: 'show' on the terminal, 'stderr' all of it on standard
 * error, 'keep' in the answer. The command leads a process group of its own, so that it can be ended with its
 * children. Never throws: the answer has `code` (null for a signal or a command that is not there) and `text`.
 */
export function run(command, args, { cwd = root, env = {}, output = 'show', timeout = 0 } = {}) {
  const stdio = { show: 'inherit', stderr: ['ignore', 2, 2], keep: ['ignore', 'pipe', 'pipe'] }[output]
  return new Promise((resolve) => {
    const chunks = []
    const child = spawn(command, args, {
      cwd,
      stdio,
      detached: output !== 'show',
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
    })
    const timer = timeout && setTimeout(() => stopLate(child, chunks, timeout), timeout)
    const finish = (code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ code, text: Buffer.concat(chunks).toString() })
    }
    running.add(child)
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${command}: ${error.message}\n`))
      finish(null)
    })
    child.on('close', finish)
  })
}

function stopLate(child, chunks, timeout) {
  chunks.push(Buffer.from(`\nended after ${timeout / 1000} s without an answer\n`))
  endGroup(child, 'SIGKILL')
}
