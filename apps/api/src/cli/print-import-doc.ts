import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { importDocument } from './import-doc.js'

const file = fileURLToPath(new URL('../../../../docs/import.md', import.meta.url))
const printed = importDocument()

if (!process.argv.includes('--check')) writeFileSync(file, printed)
else if (readFileSync(file, 'utf8') !== printed) {
  process.stderr.write('docs/import.md is stale: run `npm run import-doc -w @seedbed/api` after a build\n')
  process.exitCode = 1
}
