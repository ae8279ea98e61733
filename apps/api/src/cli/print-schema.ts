import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildApiSchema, printContract } from '../schema.js'

const file = fileURLToPath(new URL('../../schema.graphql', import.meta.url))
const printed = printContract(await buildApiSchema())

if (!process.argv.includes('--check')) writeFileSync(file, printed)
else if (readFileSync(file, 'utf8') !== printed) {
  process.stderr.write('apps/api/schema.graphql is stale: run `npm run schema -w apps/api` after a build\n')
  process.exitCode = 1
}
