/** What drivers and sockets say when the database is away, overloaded or locked by someone else. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_NORMAL_SHUTDOWN',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
  'ER_CHECKREAD',
  'ER_STATEMENT_TIMEOUT',
  'ER_QUERY_TIMEOUT',
  'ER_QUERY_INTERRUPTED',
  'ER_UNKNOWN_COM_ERROR',
  'ER_OPTION_PREVENTS_STATEMENT',
])
/** The same where the driver knows no name: Galera not ready, MariaDB's statement time, MySQL's execution time. */
const numbers = new Set([1047, 1180, 1927, 1969, 3024, 3101])

const messages =
  /^(?:Pool is closed|Queue limit reached|Can't add new command when connection is in closed state)/u

interface Fault {
  code?: unknown
  errno?: unknown
  message?: unknown
  driverError?: unknown
  originalError?: unknown
  cause?: unknown
}

function saysUnavailable({ code, errno, message }: Fault): boolean {
  if (typeof code === 'string' && (codes.has(code) || /^SQLITE_(?:BUSY|LOCKED)/u.test(code))) return true
  if (typeof errno === 'number' && numbers.has(errno)) return true
  return typeof message === 'string' && messages.test(message)
}

/** Whether an error, or what it was made from, means that the database cannot answer now but may in a while. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const fault = error as Fault
  if (saysUnavailable(fault)) return true
  return [fault.driverError, fault.originalError, fault.cause].some((inner) =>
    isUnavailable(inner, depth + 1),
  )
}
