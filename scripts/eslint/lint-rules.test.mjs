import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { root } from '../lib/paths.mjs'

const checked = new Set([
  'boundaries/dependencies',
  'seedbed/file-names',
  'no-restricted-syntax',
  'no-restricted-imports',
])
const eslint = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => checked.has(ruleId) })

/** What lint says of a text that would stand at this path. */
async function faults(path, text) {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: `${root}/${path}` })
  return result.messages.map(({ ruleId, message }) => ruleId ?? message)
}

const features = 'apps/api/src/features'
const named = (source) => `import { thing } from '${source}'`

const refused = [
  ['a resolver that imports a repository', `${features}/people/person.resolver.ts`, './person.repository.js'],
  ['a resolver that imports SQL', `${features}/people/person.resolver.ts`, '../../database/sql.js'],
  ['a service that imports a resolver', `${features}/people/person.service.ts`, './person.resolver.js'],
  ['a repository that imports a service', `${features}/people/person.repository.ts`, './person.service.js'],
  [
    'a feature that imports the repository of one above',
    `${features}/ledger/x.service.ts`,
    '../organizations/tree.repository.js',
  ],
  [
    'a feature that imports the resolver of one above',
    `${features}/ledger/x.service.ts`,
    '../people/person.resolver.js',
  ],
  [
    'a feature that imports a service of one below',
    `${features}/people/x.service.ts`,
    '../ledger/ledger.service.js',
  ],
  ['the first feature that imports the last', `${features}/documents/x.ts`, '../exchange/import-format.js'],
  [
    'a dynamic import of one below',
    `${features}/people/x.service.ts`,
    '../ledger/ledger.service.js',
    (source) => `export const late = import('${source}')`,
  ],
  [
    'an export from one below',
    `${features}/people/x.service.ts`,
    '../ledger/ledger.service.js',
    (source) => `export { thing } from '${source}'`,
  ],
  [
    'a type from one below',
    `${features}/people/x.service.ts`,
    '../ledger/ledger.service.js',
    (source) => `import type { Thing } from '${source}'`,
  ],
  [
    'the database that imports a service',
    'apps/api/src/database/x.ts',
    '../features/people/person.service.js',
  ],
  ['an error that imports a feature', 'apps/api/src/errors/x.ts', '../features/people/person.service.js'],
  ['a feature that imports the demonstration', `${features}/people/x.service.ts`, '../../demo/prepare.js'],
  ['packages/shared that imports the API', 'packages/shared/src/x.ts', '../../../apps/api/src/context.js'],
  ['the web application that imports the API', 'apps/admin/src/lib/x.ts', '../../../api/src/context.js'],
  ['the API that imports the web application', 'apps/api/src/x.ts', '../../admin/src/app/theme.js'],
  ['a browser test that imports the API', 'apps/e2e/x.ts', '../api/src/context.js'],
  [
    'a component that imports a feature',
    'apps/admin/src/components/x.tsx',
    '../features/organizations/organization-tree.js',
  ],
  ['lib that imports a component', 'apps/admin/src/lib/x.ts', '../components/x.js'],
  [
    'a feature of the web application that imports a route',
    'apps/admin/src/features/figures/x.tsx',
    '../../routes/overview.js',
  ],
]

const allowed = [
  ['a resolver that imports its service', `${features}/people/person.resolver.ts`, './person.service.js'],
  ['a service that imports its repository', `${features}/people/person.service.ts`, './person.repository.js'],
  [
    'a service that imports a service above',
    `${features}/ledger/x.service.ts`,
    '../organizations/tree.service.js',
  ],
  [
    'a resolver that imports an entity above',
    `${features}/membership/x.resolver.ts`,
    '../people/person.entity.js',
  ],
  [
    'a service that opens a transaction',
    `${features}/people/person.service.ts`,
    '../../database/transaction.js',
  ],
  ['the list of entities', 'apps/api/src/database/entities.ts', '../features/people/person.entity.js'],
  [
    'the demonstration that imports a feature',
    'apps/api/src/demo/x.ts',
    '../features/exchange/import.service.js',
  ],
  ['a route that imports a feature', 'apps/admin/src/routes/x.tsx', '../features/figures/x.js'],
  [
    'a test of the web application that reads the contract',
    'apps/admin/src/testing/x.ts',
    '../../../api/schema.graphql?raw',
  ],
  ['the API that imports packages/shared', `${features}/people/x.ts`, '@seedbed/shared'],
]

describe('import direction', () => {
  it.each(refused)('refuses %s', async (_, path, source, write = named) => {
    expect(await faults(path, write(source))).toEqual(['boundaries/dependencies'])
  })
  it.each(allowed)('allows %s', async (_, path, source) => {
    expect(await faults(path, named(source))).toEqual([])
  })
})

describe('manners', () => {
  it.each([
    [
      'the environment outside the configuration',
      'apps/api/src/x.ts',
      'export const port = process.env.PORT',
      'no-restricted-syntax',
    ],
    [
      'the environment by index',
      'apps/api/src/x.ts',
      "export const port = process['env']['PORT']",
      'no-restricted-syntax',
    ],
    [
      'the environment taken apart',
      'apps/api/src/x.ts',
      'export const { env } = process',
      'no-restricted-syntax',
    ],
    [
      'the environment by name',
      'apps/api/src/x.ts',
      "import { env } from 'node:process'",
      'no-restricted-imports',
    ],
    [
      'the environment in a test',
      'apps/api/test/x.test.ts',
      'export const runs = process.env.FC_RUNS',
      'no-restricted-syntax',
    ],
    ['a default export', 'apps/admin/src/lib/x.ts', 'export default 1', 'no-restricted-syntax'],
    [
      'a test that runs alone',
      'apps/api/test/x.test.ts',
      "it.only('runs', () => undefined)",
      'no-restricted-syntax',
    ],
    [
      'a test that does not run',
      'apps/api/test/x.test.ts',
      "describe.skip('x', () => undefined)",
      'no-restricted-syntax',
    ],
    ['a file in camel case', 'apps/api/src/personList.ts', 'export const x = 1', 'seedbed/file-names'],
    [
      'a file in Pascal case',
      'apps/admin/src/components/Tree.tsx',
      'export const x = 1',
      'seedbed/file-names',
    ],
  ])('refuses %s', async (_, path, text, rule) => {
    expect(await faults(path, text)).toEqual([rule])
  })
  it.each([
    [
      'the environment in the configuration',
      'apps/api/src/config.ts',
      'export const port = process.env.PORT',
    ],
    ['a default export of a configuration', 'apps/api/vitest.config.ts', 'export default {}'],
    ['a file with a role', 'apps/api/src/features/people/person-list.service.test.ts', 'export const x = 1'],
  ])('allows %s', async (_, path, text) => {
    expect(await faults(path, text)).toEqual([])
  })
})
