import { parseArgs } from 'node:util'
import { verify, type Finding } from '../features/verify/verify.service.js'
import { UsageError, type Command } from './command.js'
import { verifyAudit } from './verify-audit.js'
import { reading, writing } from './with-context.js'

const options = {
  rebuild: { type: 'boolean' },
  audit: { type: 'boolean' },
  head: { type: 'string' },
} as const

const line = ({ check, message }: Finding) => `${check}: ${message}`

/** Recomputes what is stored from nothing, and puts it right if asked to. */
export const verifyCommand: Command = {
  name: 'verify',
  summary: 'recompute tree, entries and balances, or the chain of the audit log, and report differences',
  usage: 'verify [--rebuild] | verify --audit [--head <number>:<hash>]',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
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
