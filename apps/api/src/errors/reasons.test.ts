import { REASONS } from '@seedbed/shared'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('every reason that is given is among the reasons in both languages, and every one of those is given', () => {
  const sources = ['..', '../../../../packages/shared/src/'].map((path) => new URL(path, import.meta.url))
  const texts = sources.flatMap((source) =>
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.ts$/u.test(name))
      .map((name) => readFileSync(new URL(name, source), 'utf8')),
  )
  const given = texts.flatMap((text) =>
    [...text.matchAll(/(?:\breason|new Refusal)\(\s*'([A-Z_]+)'/gu)].map(([, key]) => key),
  )
  expect([...new Set(given)].sort()).toEqual(Object.keys(REASONS).sort())
})
