import { parseArgs } from 'node:util'
import { SeedbedError } from '../errors/errors.js'
import { checkReferenceFacts } from '../demo/check.js'
import { loadDemonstration } from '../demo/load.js'
import { installationOf } from '../features/installation/installation.service.js'
import { verify } from '../features/verify/verify.service.js'
import type { Command, CommandIo } from './command.js'
import { table } from './table.js'
import { writing } from './with-context.js'

async function check(io: CommandIo): Promise<number> {
  return writing(async (ctx) => {
    if (!(await installationOf(ctx)).demonstration)
      throw new SeedbedError('NOT_FOUND', 'The demonstration is not loaded: run the command demo')
    const rebuilt = await verify(ctx, { rebuild: true })
    for (const { check: what, message } of rebuilt) io.error(`rebuilt: ${what}: ${message}`)
    const results = await checkReferenceFacts(ctx)
    const rows = results.map(({ id, text, published, computed, agrees }) => [
      agrees ? '' : '!',
      id,
      text,
      published,
      computed,
    ])
    io.out(table([['', 'fact', 'text', 'published', 'computed'], ...rows]))
    const wrong = results.filter(({ agrees }) => !agrees).length
    io.out(`${results.length - wrong} of ${results.length} agree`)
    return wrong === 0 ? 0 : 1
  })
}

/** Loads the demonstration, or compares what it answers with what was published. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'load the demonstration data, or check them against the published figures',
  usage: 'demo [--check]',
  async run(args, io) {
    const { values } = parseArgs({ args, options: { check: { type: 'boolean' } }, strict: true })
    if (values.check) return check(io)
    const { lines } = await writing(loadDemonstration)
    io.out(`The demonstration is loaded: ${lines} lines.`)
    return 0
  },
}
