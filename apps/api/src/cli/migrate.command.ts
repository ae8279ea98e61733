import { parseArgs } from 'node:util'
import { readConfig } from '../config.js'
import { migrate } from '../database/migrate.js'
import type { Command } from './command.js'

/** Brings the tables of the database up to this version; refuses while a server runs on the embedded one. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the tables of the database up to this version',
  usage: 'migrate',
  async run(args, io) {
    parseArgs({ args, options: {}, strict: true })
    const done = await migrate(readConfig().database)
    io.out(done.length === 0 ? 'The database is up to date.' : done.map((name) => `Done: ${name}`).join('\n'))
    return 0
  },
}
