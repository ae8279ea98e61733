import { ERROR_CODES } from '@seedbed/shared'
import type { GraphQLSchema } from 'graphql'
import { beforeAll, expect, inject, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { randomOf } from '../../src/demo/random.js'
import { checkAudit } from '../../src/features/audit/audit-check.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { currentRequestId } from '../../src/graphql/request-id.js'
import { buildApiSchema } from '../../src/schema.js'
import { useApi } from '../client.js'
import { everyVerb } from '../people-with-accounts.js'
import { FixedClock } from '../clock.js'
import { useDatabase } from '../database.js'
import { Garden } from '../grow.js'
import { corrupted } from './corrupt.js'
import { Documents } from './documents.js'
import { Values, type Known } from './values.js'

/** A small sample unless told otherwise: `npm run fuzz -- --requests 1000000 --seed …`. */
const requests = inject('fuzz').requests
const seed = inject('fuzz').seed

const clock = new FixedClock('2024-06-30')
const database = useDatabase()

/** Requests in whose course a resolver of a root field ran. */
const reached = new Set<string>()
let schema: GraphQLSchema

/** The schema of the system, with a note of which requests come as far as a resolver. */
async function notingSchema(): Promise<GraphQLSchema> {
  schema = await buildApiSchema()
  for (const root of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(root?.getFields() ?? {})) {
      const { resolve } = field
      field.resolve = (...call) => {
        reached.add(currentRequestId())
        return resolve?.(...call) as unknown
      }
    }
  return schema
}

const api = useApi(database, { clock, schema: notingSchema, environment: 'production' })

let known: Known
beforeAll(async () => {
  const garden = new Garden(api())
  const units = await garden.province()
  await garden.opening(units.k1, 12)
  const people = []
  for (const cell of [units.k1, units.k2, units.l1]) people.push(await garden.admit(cell, '2022-03-03'))
  const target = await garden.act('setTarget', {
    ...{ organizationId: units.k.id, kind: 'ASSIGNED', yearFrom: 2024, yearTo: 2024, amountMin: 5 },
  })
  const ids = [
    ...Object.values(units).map(({ id }) => id),
    ...people.flatMap((one) => [one.person, one.event]),
  ]
  const names = ['Tỉnh', 'Huyện A', 'Xã Điện Phương', 'Chi bộ thôn 1']
  known = { ids: [...ids, target.id], codes: names.map((name) => garden.code(name)) }
})

const leaks =
  /did you mean|sqlite|mysql|mariadb|typeorm|node_modules|\bat .*\.[jt]s:\d|select .* from|stack/iu

interface Body {
  data?: unknown
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** Whoever asks may everything; requests end sessions too, so that now and then somebody signs in anew. */
let cookie = ''

async function send(body: unknown): Promise<{ status: number; text: string; requestId: string | null }> {
  const response = await fetch(`${api().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    text: await response.text(),
    requestId: response.headers.get('x-request-id'),
  }
}

/** Why an answer is not one the API may give; nothing when it is. */
function fault({ status, text }: { status: number; text: string }): string | undefined {
  let body: Body
  try {
    body = JSON.parse(text) as Body
  } catch {
    return 'no JSON'
  }
  const codes = body.errors?.map(({ extensions }) => extensions?.code) ?? []
  if (status >= 500) return `status ${status}`
  if (codes.includes('INTERNAL_ERROR')) return 'an internal error'
  if (codes.length > 10) return 'more than ten errors'
  if (codes.some((code) => code === undefined || !(ERROR_CODES as readonly string[]).includes(code)))
    return `a code that is not in the list: ${codes.join()}`
  if (status !== 200 && codes.length === 0) return `status ${status} without an error`
  const leaking = body.errors?.find(({ message }) => leaks.test(message))
  return leaking && `a message that tells too much: ${leaking.message}`
}

it(
  `answers ${requests} random requests with data or a coded error, and stays whole`,
  async () => {
    const random = randomOf(`fuzz ${seed}`)
    const documents = new Documents(schema, random, new Values(random, known))
    const faults: string[] = []
    reached.clear()
    for (let count = 0; count < requests && faults.length < 5; count += 1) {
      if (count % 25 === 0) cookie = (await everyVerb(database())).cookie ?? ''
      const asked = documents.next()
      const body = random.chance(0.3) ? corrupted(random, asked) : asked
      const answer = await send(body)
      const why = fault(answer)
      if (why !== undefined)
        faults.push(`${why}\n${JSON.stringify(body).slice(0, 3_000)}\n${answer.text.slice(0, 600)}`)
    }
    expect(faults, `seed ${seed}`).toEqual([])
    expect(reached.size / requests).toBeGreaterThanOrEqual(0.5)
    const ctx = createContext({ database: database(), clock })
    expect(await verify(ctx)).toEqual([])
    expect((await checkAudit(ctx)).fault).toBeNull()
  },
  60_000 + requests * 200,
)
