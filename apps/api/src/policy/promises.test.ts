import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const text = readFileSync(`${root}docs/security.md`, 'utf8')

it('are kept by files that exist, wherever docs/security.md names one', () => {
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs))`/gu)].map(([, name]) => name ?? '')
  const missing = named.filter(
    (name) => !existsSync(root + name) && !existsSync(`${root}apps/api/test/${name}`),
  )
  expect(missing).toEqual([])
  expect(named.length).toBeGreaterThan(40)
})

it('each name a test', () => {
  const promises = (text.split('## What is promised')[1] ?? '').split('\n## ')[0] ?? ''
  const silent = promises.split('\n').filter((line) => /^\d\. /u.test(line) && !line.includes('Tests: '))
  expect(silent).toEqual([])
})
