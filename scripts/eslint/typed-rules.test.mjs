import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, bin, root } from '../lib/paths.mjs'

const { rules } = JSON.parse(readFileSync(at('.oxlintrc.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'seedbed-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function oxlint(...args) {
  return new Promise((resolve) => {
    execFile(bin('oxlint'), args, { cwd: root }, (_, stdout) => resolve(stdout))
  })
}

const later = 'async function later(): Promise<number> {\n  await Promise.resolve()\n  return 1\n}\n'

/** For each rule of the configuration a text that it refuses. */
const refused = {
  'await-thenable': 'export async function x() {\n  await 1\n}',
  'no-array-delete': 'export const x = (list: number[]) => {\n  delete list[0]\n}',
  'no-base-to-string': 'export const x = (what: object) => String(what)',
  'no-duplicate-type-constituents': 'export type X = string | string',
  'no-floating-promises': `${later}export function x() {\n  later()\n}`,
  'no-for-in-array': 'export function x(list: number[]) {\n  for (const i in list) void i\n}',
  'no-implied-eval': "export const x = () => setTimeout('later()', 1)",
  'no-misused-promises': `${later}export const x = () => (later() ? 1 : 2)`,
  'no-redundant-type-constituents': 'export type X = unknown | string',
  'no-unsafe-argument': 'const y = (s: string) => s\nexport const x = (what: any) => y(what)',
  'no-unsafe-assignment': 'export function x(what: any) {\n  const y: string = what\n  return y\n}',
  'no-unsafe-call': 'export function x(what: any) {\n  what()\n}',
  'no-unsafe-member-access': 'export function x(what: any) {\n  void what.name\n}',
  'no-unsafe-return': 'export function x(what: any): string {\n  return what\n}',
  'no-unsafe-unary-minus': 'export function x(what: string) {\n  void -what\n}',
  'only-throw-error': "export function x() {\n  throw 'x'\n}",
  'prefer-promise-reject-errors': "export const x = () => Promise.reject('x')",
  'require-await': 'export async function x() {\n  return 1\n}',
  'restrict-plus-operands': 'export const x = (a: number, b: bigint) => a + b',
  'restrict-template-expressions': 'export const x = (what: { a: number }) => `${what}`',
  'switch-exhaustiveness-check':
    "export function x(sex: 'f' | 'm') {\n  switch (sex) {\n    case 'f':\n      return 1\n  }\n  return 2\n}",
}

const allowed = {
  'a number and a truth value in a text': 'export const x = (a: number, b: boolean) => `${a} ${b}`',
  'a promise that is waited for': `${later}export async function x() {\n  await later()\n}`,
}

let found

beforeAll(async () => {
  const texts = [...Object.values(refused), ...Object.values(allowed)]
  texts.forEach((text, at) => writeFileSync(join(folder, `text-${at}.ts`), `${text}\n`))
  const compilerOptions = { strict: true, target: 'ES2023', lib: ['ES2023', 'DOM'], types: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const { diagnostics } = JSON.parse(await oxlint('-c', at('.oxlintrc.json'), '-f', 'json', folder))
  found = new Map(texts.map((text) => [text, []]))
  for (const { filename, code } of diagnostics)
    found.get(texts[/text-(\d+)\.ts$/u.exec(filename)[1]]).push(/\((.+)\)/u.exec(code)[1])
})

describe('rules that need types', () => {
  it('are proved one by one', () => {
    expect(Object.keys(rules).map((rule) => rule.replace('typescript/', ''))).toEqual(Object.keys(refused))
  })
  it.each(Object.entries(refused))('%s bites', (rule, text) => {
    expect(found.get(text)).toContain(rule)
  })
  it.each(Object.entries(allowed))('allow %s', (_, text) => {
    expect(found.get(text)).toEqual([])
  })
  it('are asked of every package, of its tests too, and of no built file', async () => {
    const files = (await oxlint('--debug=files')).trim().split('\n')
    expect(files).toEqual(
      expect.arrayContaining([
        'apps/admin/src/main.tsx',
        'apps/api/src/main.ts',
        'apps/api/bench/main.ts',
        'apps/e2e/tests/screens.test.ts',
        'packages/shared/src/index.ts',
      ]),
    )
    expect(files.filter((file) => /(?:^|\/)dist|\.d\.ts$|node_modules/u.test(file))).toEqual([])
  })
})
