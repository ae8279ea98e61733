import { Agent, request } from 'node:http'

/** Asks a GraphQL server over one connection that stays open. */
export class BenchClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** The answer as text; an answer with errors is thrown. A connection that was closed while idle is opened again. */
  async ask(query: string, variables: Record<string, unknown>): Promise<string> {
    const body = JSON.stringify({ query, variables })
    return this.post(body).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') return this.post(body)
      throw error
    })
  }

  private post(body: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${this.token}`,
    }
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.url}/graphql`,
        { method: 'POST', headers, agent: this.agent },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            if (answer.statusCode === 200 && !text.includes('"errors"')) resolve(text)
            else reject(new Error(`The server answered ${answer.statusCode ?? 0}: ${text.slice(0, 500)}`))
          })
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
