import { pino } from 'pino'
import { ConfigError, readConfig } from '../src/config.js'
import { createContext } from '../src/context.js'
import { openDatabase, type OpenDatabase } from '../src/database/data-source.js'
import { migrate } from '../src/database/migrate.js'
import { buildApiSchema } from '../src/schema.js'
import { startServer } from '../src/server.js'
import { refuseDifferences } from './agreement.js'
import { BenchClient } from './client.js'
import { prepareGround, type Ground } from './database.js'
import { growHistories } from './histories.js'
import { load } from './load.js'
import { accessCosts } from './access.js'
import { openAccount } from './account.js'
import { inspectionCosts } from './inspection.js'
import { measure, type Probe } from './measure.js'
import { readOptions, type Options } from './options.js'
import { placesOf } from './places.js'
import { byKey, questionsOf, type Bench, type Question } from './questions.js'
import { tableOf } from './report.js'
import { TIMES, type Size } from './sizes.js'
import { setFilesOfTargets } from './targets.js'
import { growTree, type Forest } from './tree.js'

const clock = { now: () => new Date(`${TIMES.today}T12:00:00+07:00`) }
const say = (text: string) => void process.stdout.write(`${text}\n`)

interface Grown {
  size: Size
  forest: Forest
}

function probes(questions: readonly Question[], way: 'sql' | 'graphql'): Probe[] {
  return questions.flatMap(({ name, [way]: ask }) => (ask ? [{ name, ask }] : []))
}

async function measureOn(database: OpenDatabase, grown: Grown, options: Options): Promise<string> {
  const server = await startServer({
    config: { environment: 'production', adminDirectory: '/nonexistent', host: '127.0.0.1', port: 0 },
    database,
    schema: await buildApiSchema(),
    logger: pino({ level: 'silent' }),
    clock,
  })
  const client = new BenchClient(server.url, await openAccount(database, clock))
  try {
    const places = placesOf(grown.size, grown.forest)
    const bench: Bench = { ctx: createContext({ database, clock }), client }
    await refuseDifferences(client, places)
    const key = byKey(bench, { ...places[0], unit: grown.forest.root } as (typeof places)[number])
    const questions = questionsOf(bench, places)
    const sql = await measure(probes([key, ...questions], 'sql'), options)
    const graphql = await measure(probes([key, ...questions], 'graphql'), options)
    const access = await accessCosts({ database, clock }, places, options)
    const inspection = await inspectionCosts(bench, places, options)
    return `${tableOf(key, questions, { sql, graphql })}\n${access}\n${inspection}`
  } finally {
    client.close()
    await server.close()
  }
}

/**
 * Fills a database, and answers in how many seconds. The histories are let go of before anything is measured: half a
 * gigabyte that no server holds would weigh on every collection of garbage.
 */
async function fill(ground: Ground, { size, forest }: Grown): Promise<string> {
  await migrate(ground.config)
  const filling = await openDatabase(ground.config, { poolSize: 2, queryTimeout: 0 })
  const histories = growHistories(size, forest)
  const started = performance.now()
  await load(createContext({ database: filling, clock }), size, forest, histories)
  await filling.close()
  return ((performance.now() - started) / 1_000).toFixed(1)
}

async function runOn(ground: Ground, grown: Grown, options: Options): Promise<void> {
  const seconds = await fill(ground, grown)
  const database = await openDatabase(ground.config, { columnBytes: options.columnBytes })
  try {
    const table = await measureOn(database, grown, options)
    say(`\n${grown.size.label}; ${ground.engine}; loaded in ${seconds} s\n${table}`)
    say(await setFilesOfTargets(database, clock, grown.forest))
  } finally {
    await database.close()
  }
}

async function main(): Promise<void> {
  const { database: server, columnBytes } = readConfig()
  const options = readOptions(process.argv.slice(2), columnBytes)
  say(
    `Medians of ${options.repetitions} repetitions in turn, milliseconds and multiples of one row by its key.`,
  )
  for (const size of options.sizes) {
    const forest = growTree(size)
    const grown = { size, forest }
    for (const engine of options.engines) {
      const ground = await prepareGround(engine, server, size.name)
      if (!ground) continue
      try {
        await runOn(ground, grown, options)
      } finally {
        await ground.clear()
      }
    }
  }
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || !(error instanceof Error)
  process.stderr.write(`${plain ? String(error) : (error.stack ?? error.message)}\n`)
  process.exitCode = 1
})
