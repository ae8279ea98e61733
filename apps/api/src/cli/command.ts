/** Where a command writes; a script reads `out`, a person also `error`. */
export interface CommandIo {
  out(text: string): void
  error(text: string): void
}

/** One command of the command line. */
export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  usage: string
  /** Answers with the exit code: 0 done, 1 refused or failed, 2 called wrongly. */
  run(args: string[], io: CommandIo): Promise<number>
}

/** The command was called wrongly; the message says how, and the usage follows. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
