import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, bin } from './paths.mjs'
import { onCleanup, run } from './processes.mjs'

/**
 * A part of the tests: `name`, and `run`, which answers `{ passed, failed, text }` (counts of tests and what to show
 * when something failed) or `{ missing }` with what is not on this machine.
 */

const minutes = 60_000

/** A part that is one command: one check, passed when it ends with 0. */
export function check(name, command, args = [], options = {}) {
  return {
    name,
    async run() {
      const { code, text } = await run(command, args, { output: 'keep', timeout: 10 * minutes, ...options })
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, text }
    },
  }
}

function counts(reportFile) {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'))
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/**
 * A part that is a run of vitest in a package. A file that cannot be loaded counts as a failure, and so does a run
 * that fails without one.
 */
export function vitest(name, directory, args = [], { env = {}, timeout = 10 * minutes } = {}) {
  return {
    name,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'seedbed-report-'))
      const remove = () => rmSync(folder, { recursive: true, force: true })
      const forget = onCleanup(remove)
      const report = join(folder, 'report.json')
      const { code, text } = await run(
        bin('vitest'),
        ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        { cwd: at(directory), output: 'keep', timeout, env },
      )
      const { passed, failed } = counts(report)
      forget()
      remove()
      return { passed, failed: failed || (code === 0 ? 0 : 1), text }
    },
  }
}

/** A part that is a step of the bootstrap: counted when it fails. */
export function step(name, fn) {
  return {
    name,
    async run() {
      try {
        await fn()
        return {}
      } catch (error) {
        return { failed: 1, text: error.message }
      }
    },
  }
}

/** A part that needs something this machine does not have. */
export function absent(name, missing) {
  return { name, run: async () => ({ missing }) }
}

/** A part that begins when the parts of these names have ended, whatever came of them. */
export function after(names, part) {
  return { ...part, after: names }
}

/** More lanes than the two cores: tests with a browser or a database server wait for them a part of their time. */
const lanes = 3

/** Works off the parts in their order on the lanes; each takes the first that need not wait for another. */
async function runQueue(parts, report) {
  const waiting = [...parts]
  const running = new Map()
  const isOpen = (name) => running.has(name) || waiting.some((part) => part.name === name)
  const begin = async (part) => {
    const started = Date.now()
    report(part.name, await part.run(), (Date.now() - started) / 1000)
    running.delete(part.name)
  }
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < lanes ? waiting.findIndex((part) => !part.after?.some(isOpen)) : -1
    if (next >= 0) {
      const [part] = waiting.splice(next, 1)
      running.set(part.name, begin(part))
    } else if (running.size > 0) await Promise.race(running.values())
    else throw new Error(`Parts wait for each other: ${waiting.map(({ name }) => name).join(', ')}`)
  }
}

/**
 * Runs the parts, all of them whatever fails. Answers the sums and the names of what failed or could not run.
 */
export async function runParts(parts, { missingFails }) {
  const sum = { passed: 0, failed: 0, failures: [], notRun: [] }
  const report = (name, { missing, passed = 0, failed = 0, text = '' }, seconds) => {
    if (missing) {
      sum.notRun.push(`${name}: ${missing}`)
      if (missingFails) sum.failed += 1
    }
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) sum.failures.push(name)
    const mark = missing ? '–' : failed > 0 ? '✗' : '✓'
    const detail =
      missing ?? (failed > 0 ? `${passed} passed, ${failed} failed` : passed ? `${passed} passed` : 'done')
    process.stdout.write(
      `${failed > 0 ? `\n${text}\n` : ''}${mark} ${name}: ${detail} (${seconds.toFixed(1)} s)\n`,
    )
  }
  await runQueue(parts, report)
  return sum
}
