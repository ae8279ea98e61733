import mysql, { type Pool, type PoolConnection, type PoolOptions } from 'mysql2'

type QueryCallback = (error: NodeJS.ErrnoException | null, ...rest: unknown[]) => void
type ConnectionCallback = (error: NodeJS.ErrnoException | null, connection?: PoolConnection) => void

function discard(connection: PoolConnection): void {
  connection.destroy()
  ;(connection as unknown as { stream: { destroy(): void } }).stream.destroy()
}

/** A connection whose server does not answer is thrown away; else the next request would wait behind it. */
function discardOnTimeout(connection: PoolConnection): void {
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown
  const guarded = (...args: unknown[]) => {
    const callback = args.pop() as QueryCallback
    return query(...args, (error: NodeJS.ErrnoException | null, ...rest: unknown[]) => {
      if (error?.code === 'PROTOCOL_SEQUENCE_TIMEOUT') discard(connection)
      callback(error, ...rest)
    })
  }
  connection.query = guarded as typeof connection.query
}

/** Nobody waits longer than this for a connection; one that comes too late goes back to the pool. */
function limitWaiting(pool: Pool, milliseconds: number): void {
  const getConnection = pool.getConnection.bind(pool) as (callback: ConnectionCallback) => void
  const limited = (callback: ConnectionCallback) => {
    let waiting = true
    const timer = setTimeout(() => {
      waiting = false
      callback(Object.assign(new Error('No connection to the database in time'), { code: 'ETIMEDOUT' }))
    }, milliseconds)
    getConnection((error, connection) => {
      clearTimeout(timer)
      if (waiting) callback(error, connection)
      else connection?.release()
    })
  }
  pool.getConnection = limited as typeof pool.getConnection
}

/**
 * mysql2 as TypeORM wants it, with `settings` as the first statement of every connection, no connection that hangs
 * kept, and no request that waits for one longer than `patience` milliseconds.
 */
export function driverWith(settings: string, patience: number) {
  return {
    createPool(options: PoolOptions): Pool {
      const pool = mysql.createPool(options)
      limitWaiting(pool, patience)
      pool.on('connection', (connection) => {
        discardOnTimeout(connection)
        connection.on('error', () => undefined)
        connection.query({ sql: settings, timeout: patience }, [], () => undefined)
      })
      return pool
    },
  }
}
