import { fileURLToPath } from 'node:url'

/** Features of the API in the order of dependence: each may use the services of those before it. */
const order = [
  'documents',
  'organizations',
  'accounts',
  'groups',
  'rules',
  'working-days',
  'people',
  'ledger',
  'membership',
  'personal-data',
  'sources',
  'courses',
  'dossiers',
  'targets',
  'terms',
  'columns',
  'figures',
  'declared',
  'comparison',
  'unit-counts',
  'due',
  'bottlenecks',
  'quality',
  'forecast',
  'completion',
  'worksheet',
  'balance-sheet',
  'statement',
  'reorganization',
  'exchange',
  'audit',
  'inspection',
  'rounds',
  'findings',
  'verify',
]

/** Features that any other may use and that use none. */
const besides = ['installation']

const folder = (type, pattern, capture = []) => ({ type, pattern, capture, partialMatch: false })

const elements = [
  folder('shared', 'packages/shared'),
  folder('api-feature', 'apps/api/src/features/*', ['feature']),
  folder('api-database', 'apps/api/src/database'),
  folder('api-platform', 'apps/api/src/(graphql|errors|policy|http|auth|audit)'),
  folder('api-outside', 'apps/api/(test|bench|src/cli|src/demo)'),
  folder('api', 'apps/api'),
  folder('admin-app', 'apps/admin/src/app'),
  folder('admin-routes', 'apps/admin/src/routes'),
  folder('admin-feature', 'apps/admin/src/features/*', ['feature']),
  folder('admin-components', 'apps/admin/src/components'),
  folder('admin-lib', 'apps/admin/src/(lib|gql)'),
  folder('admin', 'apps/admin'),
  folder('e2e', 'apps/e2e'),
]

const category = (name, pattern) => ({ category: name, pattern })

const files = [
  category('test', '**/*.test.{ts,tsx}'),
  category('resolver', '**/*.resolver.ts'),
  category('service', '**/*.service.ts'),
  category('repository', '**/*.repository.ts'),
  category('entity', '**/*.entity.ts'),
  category('sql', 'apps/api/src/database/{sql,database,data-source,sqlite,mysql}.ts'),
]

const kind = (...types) => ({ element: { types: { anyOf: types } } })
const file = (...categories) => ({ file: { categories: { anyOf: categories } } })

function refuse(from, to, message) {
  return { from, disallow: { to }, message }
}

/** A feature may use the services of those above it, with the types they speak, and nothing else of another. */
function featurePolicies(feature) {
  const others = [...order, ...besides].filter((other) => other !== feature)
  const above = order.slice(0, Math.max(order.indexOf(feature), 0))
  const below = others.filter((other) => !above.includes(other) && !besides.includes(other))
  const from = { element: { type: 'api-feature', captured: { feature } } }
  const features = (names) => ({ type: 'api-feature', captured: { feature: names } })
  return [
    refuse(
      from,
      { element: features(below) },
      `${feature} stands above this feature in the order ${order.join(', ')}: it may not use it`,
    ),
    refuse(
      from,
      { element: features(others), ...file('repository', 'resolver') },
      'Another feature is used through its service, never through its repository or resolver',
    ),
  ]
}

const layers = [
  refuse(file('resolver'), file('repository', 'sql'), 'A resolver calls a service; SQL is the repository’s'),
  refuse(file('service'), file('resolver'), 'A service knows nothing of resolvers'),
  refuse(file('repository'), file('resolver', 'service'), 'A repository knows only the database'),
  refuse(file('entity'), file('resolver', 'service', 'repository'), 'An entity is data and nothing else'),
  refuse(kind('api-database'), kind('api-feature', 'api-outside'), 'The database knows no feature'),
  refuse(
    kind('api-platform'),
    kind('api-feature', 'api-outside'),
    'What all features share knows none of them',
  ),
  refuse(
    kind('api-feature'),
    kind('api-outside'),
    'A feature knows nothing of commands, demonstration and tests',
  ),
]

const shared = [
  refuse(
    kind('shared'),
    { element: { type: '!shared' } },
    'packages/shared imports nothing of the applications',
  ),
]

const api = [
  ...layers,
  refuse(
    { element: { type: '(api|api-*)' } },
    { element: { type: '(admin|admin-*|e2e)' } },
    'The API knows nothing of the web application',
  ),
]

const e2e = [
  refuse(
    kind('e2e'),
    { element: { type: '(api|api-*|admin|admin-*)' } },
    'Browser tests see the built system only',
  ),
]

const admin = [
  refuse(
    { element: { type: '(admin|admin-*)' } },
    { element: { type: '(api|api-*|e2e)' } },
    'The web application speaks to the API over GraphQL only',
  ),
  refuse(
    kind('admin-lib'),
    kind('admin-app', 'admin-routes', 'admin-feature', 'admin-components'),
    'lib stands below everything',
  ),
  refuse(
    kind('admin-components'),
    kind('admin-routes', 'admin-feature'),
    'A component knows no feature and no route',
  ),
  refuse(kind('admin-feature'), kind('admin-routes'), 'A feature knows nothing of routes'),
]

/** Entities are declared by their features and listed in one file of the database. */
const entityList = {
  from: { file: { path: 'apps/api/src/database/entities.ts' } },
  allow: { to: file('entity') },
}

/** The schema is the contract: the tests of the web application read it. */
const contract = {
  from: kind('admin'),
  allow: { to: { file: { path: 'apps/api/schema.graphql' } } },
}

/** Which part may import which: settings and rule for eslint-plugin-boundaries. */
export const boundarySettings = {
  'boundaries/elements': elements,
  'boundaries/files': files,
  'boundaries/legacy-warnings': false,
  'boundaries/root-path': fileURLToPath(new URL('../../', import.meta.url)),
  'import/resolver': { [fileURLToPath(new URL('./resolver.cjs', import.meta.url))]: {} },
}

function below(path, policies) {
  const options = { default: 'allow', checkInternals: true, policies }
  return { files: [`${path}/**`], rules: { 'boundaries/dependencies': ['error', options] } }
}

/** The policies by folder: a file is asked those of its own only, which takes a third of the time of asking all. */
export const boundaryConfigs = [
  below('packages/shared', shared),
  below('apps/e2e', e2e),
  below('apps/admin', [...admin, contract]),
  below('apps/api', [...api, entityList]),
  ...[...order, ...besides].map((feature) =>
    below(`apps/api/src/features/${feature}`, [...featurePolicies(feature), ...api]),
  ),
]
