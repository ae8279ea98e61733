import { spawn, type ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { inherited } from '../environment.js'

export const repository = fileURLToPath(new URL('../../../', import.meta.url))

/** `npm start` without npm, and the built server alone. */
export const START = 'scripts/start.mjs'
export const SERVER = 'apps/api/dist/main.js'

/** The system runs nothing but what the build of the web application wrote down. */
export const SAFELISTED = { GRAPHQL_SAFELIST: 'on' }

/** How a system ended. */
export interface Ending {
  code: number | null
  seconds: number
  portFree: boolean
}

/** A started system. */
export interface System {
  url: string
  /** Seconds from the start to the address on the terminal. */
  seconds: number
  stop: (signal?: NodeJS.Signals) => Promise<Ending>
}

function portIsFree(url: string): Promise<boolean> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', () => resolve(true))
  })
}

/** Resolves with the address that the process prints; rejects with all it said when it ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /http:\/\/[\w.:[\]-]+/u.exec(said)?.[0]
      if (url) resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', (code) => reject(new Error(`the system ended with ${code}:\n${said}`)))
  })
}

/** Starts the built system on a free port over a data directory, and waits for its address. */
export async function startSystem(
  script: string,
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<System> {
  const started = Date.now()
  const child = spawn(process.execPath, [script], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, PORT: '0', SEEDBED_DATA_DIR: dataDirectory, ...settings },
  })
  const url = await addressOf(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> => {
    const asked = Date.now()
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    const code = child.exitCode ?? (await exited)
    clearTimeout(late)
    return { code, seconds: (Date.now() - asked) / 1000, portFree: await portIsFree(url) }
  }
  return { url, seconds: (Date.now() - started) / 1000, stop }
}
