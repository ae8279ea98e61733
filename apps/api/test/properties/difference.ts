import type { World } from './world.js'

/** The product and the definition disagree. */
export class Difference extends Error {
  constructor(what: string, product: unknown, naive: unknown, world: World) {
    super(
      `${what}\nproduct ${JSON.stringify(product)}\nnaive   ${JSON.stringify(naive)}\n${world.log.join('\n')}`,
    )
    this.name = 'Difference'
  }
}
