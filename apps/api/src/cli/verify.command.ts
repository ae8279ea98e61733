import { isDay } from '@seedbed/shared'
import { parseArgs } from 'node:util'
import { today } from '../context.js'
import { checkFigures } from '../features/inspection/consistency.service.js'
import { verify, type Finding } from '../features/verify/verify.service.js'
import { UsageError, type Command, type CommandIo } from './command.js'
import { verifyAudit } from './verify-audit.js'
import { reading, writing } from './with-context.js'

const options = {
  rebuild: { type: 'boolean' },
  audit: { type: 'boolean' },
  head: { type: 'string' },
  figures: { type: 'boolean' },
  'as-of': { type: 'string' },
} as const

const line = ({ check, message }: Finding) => `${check}: ${message}`

interface Asked {
  rebuild?: boolean
  audit?: boolean
  head?: string
  'as-of'?: string
}

/** Figures of the year up to a day, today unless said, that contradict each other. */
async function verifyFigures(io: CommandIo, asked: Asked): Promise<number> {
  if (asked.rebuild || asked.audit || asked.head !== undefined)
    throw new UsageError('--figures goes with --as-of alone')
  const day = asked['as-of']
  if (day !== undefined && !isDay(day)) throw new UsageError('--as-of must be a day, YYYY-MM-DD')
  const found = await reading((ctx) => checkFigures(ctx, day ?? today(ctx)))
  if (found.length === 0) {
    io.out('The figures agree with each other.')
    return 0
  }
  for (const finding of found) io.error(line(finding))
  io.error(`${found.length} contradictions; look into each, nothing of this is rebuilt`)
  return 1
}

/** Recomputes what is stored from nothing, and puts it right if asked to. */
export const verifyCommand: Command = {
  name: 'verify',
  summary:
    'recompute tree, entries and balances, the chain of the audit log, or whether figures agree with each other, and report differences',
  usage: 'verify [--rebuild] | verify --figures [--as-of <day>] | verify --audit [--head <number>:<hash>]',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    if (values.figures) return verifyFigures(io, values)
    if (values['as-of'] !== undefined) throw new UsageError('--as-of goes with --figures')
    if (values.audit) {
      if (values.rebuild) throw new UsageError('What is on record is never rebuilt')
      return verifyAudit(io, values.head)
    }
    if (values.head !== undefined) throw new UsageError('--head goes with --audit')
    const found = values.rebuild
      ? await writing((ctx) => verify(ctx, { rebuild: true }))
      : await reading((ctx) => verify(ctx))
    if (found.length === 0) {
      io.out('Everything agrees.')
      return 0
    }
    for (const finding of found) io.error(line(finding))
    if (!values.rebuild) {
      io.error(`${found.length} differences; verify --rebuild puts right what can be recomputed`)
      return 1
    }
    const left = await reading((ctx) => verify(ctx))
    io.out(`${found.length} differences, ${left.length} left after rebuilding`)
    for (const finding of left) io.error(line(finding))
    return left.length === 0 ? 0 : 1
  },
}
