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

/** Several parts one after the other, as one lane beside another. */
async function runLane(parts, report) {
  for (const part of parts) {
    const started = Date.now()
    const result = await part.run()
    report(part.name, result, (Date.now() - started) / 1000)
  }
}

/**
 * Runs the stages one after the other, the lanes of a stage side by side, all of it whatever fails. Answers the sums
 * and the names of what failed or could not run.
 */
export async function runStages(stages, { missingFails }) {
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
  for (const lanes of stages) await Promise.all(lanes.map((parts) => runLane(parts, report)))
  return sum
}
