interface DriverFault {
  code?: unknown
  errno?: unknown
}

interface Fault {
  query?: unknown
  driverError?: DriverFault
  code?: unknown
}

/** The frames of a stack, without the message above them. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .join('\n')
}

/**
 * What of an error goes into the log. Drivers put values into their messages and TypeORM the parameters into its
 * errors; of those only the statement and the code are kept, so that nothing personal is logged.
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { query, driverError, code } = error as Fault
  const common = { type: error.name, stack: framesOf(error) }
  if (driverError) return { ...common, code: driverError.code, errno: driverError.errno, query }
  return { ...common, code, message: error.message }
}
