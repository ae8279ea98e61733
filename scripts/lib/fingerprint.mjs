import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { at, root } from './paths.mjs'

const passedOver = /^(?:node_modules|dist(?:-.*)?|coverage|screenshots|e2e|\..*|.*\.d\.ts|.*\.test\.tsx?)$/u

function* filesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (passedOver.test(entry.name)) continue
    const path = join(directory, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else yield path
  }
}

/** One hash over the named files and everything below the named directories that a build reads. */
export function fingerprint(files, directories = []) {
  const hash = createHash('sha256')
  const below = directories.filter(existsSync).flatMap((directory) => [...filesBelow(directory)])
  for (const path of [...files, ...below].sort())
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  return hash.digest('hex')
}

const noteOf = (name) => at('node_modules', '.seedbed', name)

/** The fingerprint that was noted when the step of this name last succeeded. */
export function noted(name) {
  return existsSync(noteOf(name)) ? readFileSync(noteOf(name), 'utf8') : undefined
}

/** Notes that the step of this name succeeded for this fingerprint; empty: it has to run again. */
export function note(name, value) {
  mkdirSync(dirname(noteOf(name)), { recursive: true })
  writeFileSync(noteOf(name), value)
}
