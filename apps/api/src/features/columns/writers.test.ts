import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const kept =
  '(?:ledger_entry|ledger_balance|ledger_profile_balance|ledger_year|organization_path|organization_version)'
const writes = new RegExp(
  `(?:INTO|UPDATE|DELETE FROM)\\s+${kept}\\b|(?:insertRows|addToRows|insertIdentified)\\(\\s*\\w+,\\s*'${kept}'`,
  'u',
)

/** Those whose callers say it: undoing an import, and taking back its acts on the tree. */
const saidByCallers = [
  'features/exchange/undo.repository.ts',
  'features/organizations/tree-undo.repository.ts',
]

it('whoever writes to what is kept in memory says so', () => {
  const files = (readdirSync(root, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('database/migrations/'),
  )
  const silent = files.filter((file) => {
    const text = readFileSync(`${root}${file}`, 'utf8')
    return writes.test(text) && !/\btouch(?:Units)?\(/u.test(text)
  })
  expect(silent.sort()).toEqual(saidByCallers)
})
