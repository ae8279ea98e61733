import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A stand-in for the way to the database: it can be cut, blocked (nothing passes, nothing fails) and mended. */
export class Proxy {
  private readonly sockets = new Set<Socket>()
  private blocked = false
  private server: Server
  port = 0

  constructor(
    private readonly targetHost: string,
    private readonly targetPort: number,
  ) {
    this.server = this.makeServer()
  }

  async open(): Promise<void> {
    this.blocked = false
    this.server = this.makeServer()
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.server.address() as AddressInfo).port
  }

  /** The database is gone: connections break, new ones are refused. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  /** The database hangs: connections stay, and new ones are accepted, but nobody answers. */
  block(): void {
    this.blocked = true
    for (const socket of this.sockets) socket.pause()
  }

  unblock(): void {
    this.blocked = false
    for (const socket of this.sockets) socket.resume()
  }

  private makeServer(): Server {
    return createServer((client) => {
      const target = connect(this.targetPort, this.targetHost)
      for (const [from, to] of [
        [client, target],
        [target, client],
      ] as const) {
        this.sockets.add(from)
        from.on('data', (chunk) => void to.write(chunk))
        from.on('error', () => to.destroy())
        from.on('close', () => {
          this.sockets.delete(from)
          to.destroy()
        })
        if (this.blocked) from.pause()
      }
    })
  }
}
