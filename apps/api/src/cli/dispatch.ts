import { explain } from '../errors/explain.js'
import { UsageError, type Command, type CommandIo } from './command.js'

function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return ['Usage: npm run -s seedbed -- <command> [options]', '', ...lines].join('\n')
}

function isWrongCall(error: unknown): boolean {
  return (
    error instanceof UsageError ||
    String((error as { code?: unknown } | null)?.code).startsWith('ERR_PARSE_ARGS')
  )
}

/** Runs the command that the arguments name and answers with the exit code; never throws. */
export async function dispatch(commands: readonly Command[], argv: string[], io: CommandIo): Promise<number> {
  const [name, ...args] = argv
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help'
    ;(asked ? io.out : io.error)(
      asked ? help(commands) : `There is no command "${name}".\n\n${help(commands)}`,
    )
    return asked ? 0 : 2
  }
  if (args.includes('--help')) {
    io.out(`Usage: ${command.usage}`)
    return 0
  }
  try {
    return await command.run(args, io)
  } catch (error) {
    io.error(isWrongCall(error) ? `${(error as Error).message}\nUsage: ${command.usage}` : explain(error))
    return isWrongCall(error) ? 2 : 1
  }
}
