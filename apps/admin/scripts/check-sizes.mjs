import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** Goal G8, in kB of gzip (1 kB = 1000 bytes, as Vite prints them). */
const LIMITS = { entry: 250, overview: 420 }

/** What is fetched, beside the entry, until the overview of a unit is usable; the chart comes apart. */
const FIRST_SCREEN = [
  'src/features/organizations/organization-tree.tsx',
  'src/app/place-controls.tsx',
  'src/routes/overview.tsx',
]
const CHART = 'src/features/figures/trend-chart.tsx'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

function readManifest() {
  try {
    return JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'))
  } catch {
    console.error('No build to measure: run `npm run build` first.')
    process.exit(2)
  }
}

const manifest = readManifest()

/** Every chunk that a chunk needs at once: itself and its static imports. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is not in the manifest; was it renamed or folded into another chunk?`)
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of chunk.imports ?? []) closure(imported, seen)
  return seen
}

const sizes = new Map()
function gzipSize(key) {
  const { file } = manifest[key]
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`${dist}${file}`), { level: 9 }).length)
  return sizes.get(file)
}

function total(keys) {
  const scripts = [...new Set(keys)].filter((key) => manifest[key].file.endsWith('.js'))
  return scripts.reduce((sum, key) => sum + gzipSize(key), 0) / 1000
}

const entry = closure(Object.keys(manifest).find((key) => manifest[key].isEntry))
const overview = FIRST_SCREEN.reduce((keys, key) => closure(key, keys), new Set(entry))
const chart = [...closure(CHART)].filter((key) => !overview.has(key))

const faults = []
function report(name, size, limit) {
  console.log(`${name.padEnd(34)} ${size.toFixed(1).padStart(6)} kB${limit ? ` of ${limit}` : ''}`)
  if (limit && size > limit) faults.push(`${name}: ${size.toFixed(1)} kB is more than ${limit} kB`)
}
report('entry with its static imports', total(entry), LIMITS.entry)
report('until the overview is usable', total(overview), LIMITS.overview)
report('chart, apart', total(chart))
if (overview.has(CHART)) faults.push('the chart is part of the first screen')
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
