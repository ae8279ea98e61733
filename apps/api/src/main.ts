import { pino } from 'pino'
import { readConfig, type Config } from './config.js'
import { createContext } from './context.js'
import { openDatabase, type OpenDatabase } from './database/data-source.js'
import { migrate } from './database/migrate.js'
import { prepareDemonstration } from './demo/prepare.js'
import { explain } from './errors/explain.js'
import { loggable } from './errors/loggable.js'
import { expressAnew } from './features/verify/express-anew.service.js'
import { readSafelist } from './http/safelist.js'
import { buildApiSchema } from './schema.js'
import { startServer, type RunningServer } from './server.js'

const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })

async function start(config: Config, database: OpenDatabase): Promise<RunningServer> {
  await expressAnew(createContext({ database }))
  if (config.demonstration) await prepareDemonstration(createContext({ database }), say)
  const safelist = config.safelist === null ? null : readSafelist(config.safelist)
  return startServer({ config, database, schema: await buildApiSchema(), logger, safelist })
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Ends cleanly on Ctrl-C and SIGTERM; a second signal ends at once. */
function endOnSignal(end: () => Promise<void>): void {
  let ending = false
  const onSignal = (): void => {
    if (ending) process.exit(1)
    ending = true
    void end().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: loggable(error) }, 'could not end cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

async function main(): Promise<void> {
  const config = readConfig()
  await migrate(config.database)
  const database = await openDatabase(config.database)
  const server = await start(config, database).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  endOnSignal(async () => {
    await server.close()
    await database.close()
  })
  say(`Seedbed: ${server.url}`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
