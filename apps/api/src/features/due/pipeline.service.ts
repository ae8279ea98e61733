import { BEFORE_VOTE, DUE_STANDS, type Day, type DossierState } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { loadRules } from '../rules/rule.service.js'
import { workCalendar } from '../working-days/working-day.service.js'
import { dueItems, type DueItem, type Pipeline } from './due-items.js'
import {
  listCandidateFacts,
  listCourseFacts,
  listDossierFacts,
  listHandoverFacts,
  listLetterFacts,
  listMentorFacts,
  listPaperFacts,
  listReviewFacts,
  listStepFacts,
  type Place,
} from './due.repository.js'
import { Reckoning } from './reckoning.js'

export type { Place } from './due.repository.js'
export type { Pipeline } from './due-items.js'

const waiting = [...new Set(Object.values(DUE_STANDS).flat())] as DossierState[]

/**
 * Candidates and open dossiers of a place on a day with all from which follows what is due: a fixed number of
 * statements, however many there are.
 */
export async function readPipeline(ctx: RequestContext, place: Place, asOf: Day): Promise<Pipeline> {
  const candidates = await listCandidateFacts(ctx, place, asOf)
  const dossiers = await listDossierFacts(ctx, place, asOf, waiting)
  const undecided = candidates.filter(({ stage }) => BEFORE_VOTE.includes(stage))
  const persons = undecided.map(({ person }) => person)
  const mentors = await listMentorFacts(ctx, persons, asOf)
  const mentored = [...new Set(mentors.map(({ person }) => person))]
  const inClass = undecided.filter(({ stage }) => stage === 'IN_CLASS').map(({ person }) => person)
  const of = (kind: 'PAPERS' | 'VERIFICATION') =>
    dossiers.filter(({ state }) => DUE_STANDS[kind]?.includes(state)).map(({ id }) => id)
  const after = dossiers.filter(({ state }) => !DUE_STANDS.PAPERS?.includes(state)).map(({ id }) => id)
  return {
    ...{ candidates, dossiers, mentors },
    reviews: await listReviewFacts(ctx, mentored, asOf),
    courses: await listCourseFacts(ctx, inClass, asOf),
    steps: await listStepFacts(ctx, after, asOf),
    papers: await listPaperFacts(ctx, of('PAPERS'), asOf),
    letters: await listLetterFacts(ctx, of('VERIFICATION'), asOf),
    handovers: await listHandoverFacts(ctx, place, asOf),
  }
}

/** What is to be done in a place on a day, by last days, computed by the rules and the calendar on record. */
export async function readItems(ctx: RequestContext, place: Place, asOf: Day): Promise<DueItem[]> {
  return dueItems(await readPipeline(ctx, place, asOf), await reckoningOf(ctx), asOf)
}

/** How days are reckoned by the rules and the calendar on record. */
export async function reckoningOf(ctx: RequestContext): Promise<Reckoning> {
  return new Reckoning(await loadRules(ctx), await workCalendar(ctx))
}
