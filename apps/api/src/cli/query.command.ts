import {
  isDay,
  READY_QUESTIONS,
  readyQuery,
  type OrganizationQuery,
  type PersonQuery,
  type ReadyCode,
} from '@seedbed/shared'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { today, type RequestContext } from '../context.js'
import { answeredPersons, answeredUnits } from '../features/inspection/answered.service.js'
import { organizationQueryOf, personQueryOf } from '../features/inspection/query-shape.js'
import { savedByName } from '../features/inspection/saved-by-name.service.js'
import { UsageError, type Command } from './command.js'
import { csv } from './csv.js'
import { table } from './table.js'
import { reading } from './with-context.js'

const text = { type: 'string' } as const
const options = {
  saved: text,
  owner: text,
  file: text,
  ready: text,
  'as-of': text,
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
} as const

type Asked = { about: 'UNITS'; query: OrganizationQuery } | { about: 'PERSONS'; query: PersonQuery }

/** A file holds a question about units or, where it names a subject, about persons. */
function shaped(value: unknown, about?: string): Asked {
  const isPersons =
    about === 'PERSONS' || (about === undefined && Object.hasOwn(Object(value) as object, 'subject'))
  return isPersons
    ? { about: 'PERSONS', query: personQueryOf(value) }
    : { about: 'UNITS', query: organizationQueryOf(value) }
}

function parsed(name: string): unknown {
  try {
    return JSON.parse(readFileSync(name, 'utf8'))
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`)
  }
}

async function askedOf(
  ctx: RequestContext,
  values: { saved?: string; owner?: string; file?: string; ready?: string; 'as-of'?: string },
): Promise<Asked> {
  const { saved, owner, file, ready } = values
  const asOf = values['as-of'] ?? today(ctx)
  if (!isDay(asOf)) throw new UsageError('--as-of must be a day, YYYY-MM-DD')
  if (saved !== undefined) {
    const row = await savedByName(ctx, saved, owner ?? null)
    return shaped(JSON.parse(row.body), row.about)
  }
  if (file !== undefined) return shaped(parsed(file))
  if (ready === undefined || !Object.hasOwn(READY_QUESTIONS, ready))
    throw new UsageError(`--ready is one of ${Object.keys(READY_QUESTIONS).join(', ')}`)
  return readyQuery(ready as ReadyCode, asOf)
}

/** Asks a question of inspection at the command line, over everything. */
export const queryCommand: Command = {
  name: 'query',
  summary: 'ask a saved, a ready-made or a written question about units or persons',
  usage:
    'query (--saved <name> [--owner <user name>] | --file <question.json> | --ready <code> [--as-of <day>]) [--json | --csv]',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const sources = [values.saved, values.file, values.ready].filter((one) => one !== undefined)
    if (sources.length !== 1) throw new UsageError('Name one of --saved, --file and --ready')
    if (values.json && values.csv) throw new UsageError('--json or --csv, not both')
    const answer = await reading(async (ctx) => {
      const asked = await askedOf(ctx, values)
      return asked.about === 'UNITS' ? answeredUnits(ctx, asked.query) : answeredPersons(ctx, asked.query)
    })
    if (values.json) io.out(JSON.stringify(answer, null, 2))
    else if (values.csv) io.out(csv([answer.columns, ...answer.rows]))
    else io.out(table([answer.columns, ...answer.rows]))
    return 0
  },
}
