'use strict'
const { existsSync } = require('node:fs')
const { builtinModules } = require('node:module')
const { dirname, join } = require('node:path')

/** Resolves imports as TypeScript does: "./x.js" is x.ts or x.tsx, "@seedbed/shared" its source. */
const root = dirname(dirname(__dirname))
const endings = ['.ts', '.tsx', '/index.ts']

exports.interfaceVersion = 2
exports.resolve = (source, file) => {
  if (source.startsWith('node:') || builtinModules.includes(source)) return { found: true, path: null }
  if (source === '@seedbed/shared') return { found: true, path: join(root, 'packages/shared/src/index.ts') }
  if (!source.startsWith('.')) return { found: true, path: join(root, 'node_modules', source) }
  const target = join(dirname(file), source.replace(/\?\w+$/u, ''))
  const stem = target.replace(/\.jsx?$/u, '')
  const path = [target, ...endings.map((ending) => stem + ending)].find(
    (candidate) => /\.\w+$/u.test(candidate) && existsSync(candidate),
  )
  return { found: true, path: path ?? `${stem}.ts` }
}
