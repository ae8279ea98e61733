import { DOSSIER_STATES, dossierState, LIMITS, searchKey, type DossierState } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { invalidInput } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { refuseOutsideLife, type OrganizationOnDay } from '../organizations/organization.service.js'
import type { DossierFile } from './dossier-file.js'
import { loadFile } from './dossier-file.service.js'
import { countHits, listHits, type DossierHit } from './dossier-list.repository.js'

/** Which dossiers, as it comes in; without states, those that have not ended. */
export interface DossierFilter {
  states?: readonly DossierState[] | null
  text?: string | null
}

/** A page of dossiers with the exact number, and the number in each state of all that the words leave. */
export interface DossierPage extends Connection<DossierFile> {
  states: Array<{ state: DossierState; count: number }>
}

const all = Object.keys(DOSSIER_STATES) as DossierState[]
const open = all.filter((state) => dossierState(state).phase !== 'END')

/**
 * Dossiers of a unit and all below it as they stood on its day, by name, a page of them with the exact number. Refuses
 * days outside the unit's life.
 */
export async function dossiersOf(
  ctx: RequestContext,
  unit: OrganizationOnDay,
  { states, text }: DossierFilter,
  page: Page<['string', 'number']>,
): Promise<DossierPage> {
  refuseOutsideLife(unit, unit.at)
  if ((text?.length ?? 0) > LIMITS.searchLength)
    throw invalidInput('text', `at most ${LIMITS.searchLength} characters`)
  const words = searchKey(text ?? '')
    .split(' ')
    .filter(Boolean)
  const wanted = states && states.length > 0 ? states : open
  const question = { unit: unit.id, asOf: unit.at, states: wanted, words }
  const hits = await listHits(ctx, question, page)
  const counts = await countHits(ctx, { ...question, states: all })
  const total = wanted.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  const { edges, ...rest } = connection(
    hits,
    page.limit,
    ({ sortKey, id }: DossierHit) => [sortKey, id],
    total,
  )
  return {
    ...rest,
    edges: await Promise.all(
      edges.map(async ({ cursor, node: { id, state, since, organization } }) => ({
        cursor,
        node: { ...(await loadFile(ctx, id)), state, since, organization },
      })),
    ),
    states: all.map((state) => ({ state, count: counts.get(state) ?? 0 })),
  }
}
