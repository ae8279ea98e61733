import { reason, searchKey, type Day, type Reason } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { toRefusal } from '../../graphql/refusal.js'
import { groupBy } from '../../group-by.js'
import { concernedBy } from '../membership/collective-transfer.service.js'
import { openMattersOf, registerOpenMatters, type OpenMatterSource } from '../organizations/open-matters.js'
import { loadPersons } from '../people/person.service.js'
import type { Outcome } from './apply.service.js'
import { planGroups, planTargets } from './beside.service.js'
import { unitsNamedBy } from './operation.js'
import type { PlanRow } from './plan.repository.js'
import {
  listDraftedOperations,
  listNamesakes,
  listReusedCodes,
  listRunningTerms,
  listUids,
} from './rehearsal.repository.js'
import type { Collision, CollisionKind, OpenMatter, TargetChange } from './rehearsal.type.js'

const mostPersons = 30_000

type NameOf = (id: number) => string

function collision(kind: CollisionKind, why: Reason, names: string[], blocking = false): Collision {
  return { kind, blocking, refusal: toRefusal('CONFLICT', why), names }
}

/** Of what there would be two, in the unit of work in which a reorganization was carried out. */
export async function collisionsOf(
  tx: RequestContext,
  plan: PlanRow,
  outcome: Outcome,
  nameOf: NameOf,
): Promise<Collision[]> {
  const touched = [...new Set(outcome.draft.events.map(({ unit }) => outcome.real(unit)))]
  const founded = [...outcome.carried.founded.values()].map(outcome.real)
  const { collisions: groups } = await planGroups(tx, outcome.ended, plan.effectiveOn)
  return [
    ...(await listNamesakes(tx, touched, plan.effectiveOn)).map(({ name, parent }) =>
      collision('NAME', reason('SAME_NAME', { name, parent }), [name, parent]),
    ),
    ...(await listReusedCodes(tx, founded, plan.effectiveOn)).map(({ code, name, earlier }) =>
      collision('CODE', reason('CODE_REUSED', { code, name, earlier }), [name, earlier]),
    ),
    ...(await samePersons(tx, outcome)),
    ...groups.map(({ successor, ended }) => {
      const [name, other] = [nameOf(successor), nameOf(ended)]
      return collision('GROUP', reason('OTHER_GROUP', { name, other }), [name, other])
    }),
  ]
}

/** Persons on record twice by name and birth, among those of cells that come together. */
async function samePersons(tx: RequestContext, { ended }: Outcome): Promise<Collision[]> {
  const cells = [...new Set(ended.flatMap(({ unit, successors }) => [unit, ...successors]))]
  const { persons } = await concernedBy(tx, cells)
  const rows = await loadPersons(tx, persons.slice(0, mostPersons))
  const alike = groupBy(rows, ({ fullName, birthDate }) => `${searchKey(fullName)}/${birthDate}`)
  return [...alike.values()].flatMap((same) => {
    const [first] = same
    if (!first || same.length < 2) return []
    const about = { count: same.length, name: first.fullName, day: first.birthDate }
    return [collision('PERSON', reason('SAME_PERSON', about), [first.fullName])]
  })
}

/** What becomes of the targets of the units that end, and where two of a kind for a year would meet. */
export async function targetsOfPlan(
  tx: RequestContext,
  plan: PlanRow,
  outcome: Outcome,
  nameOf: NameOf,
): Promise<{ targets: TargetChange[]; collisions: Collision[] }> {
  const { outcomes, collisions } = await planTargets(tx, plan, outcome.ended)
  return {
    targets: outcomes.map(({ target, successor, rule }) => ({
      from: nameOf(target.organization),
      to: successor === null ? null : nameOf(successor),
      kind: target.kind,
      yearFrom: target.yearFrom,
      yearTo: target.yearTo,
      amount: target.amountMin,
      rule,
    })),
    collisions: collisions.map(({ successor, year, targets }) =>
      collision(
        'TARGET',
        reason('TARGETS_COLLIDE', { year }),
        [nameOf(successor), ...targets.map(({ organization }) => nameOf(organization))],
        true,
      ),
    ),
  }
}

/** What is open at the units that end, as features have registered it. */
export async function openMattersAt(
  tx: RequestContext,
  units: readonly number[],
  on: Day,
  nameOf: NameOf,
): Promise<OpenMatter[]> {
  return (await openMattersOf(tx, units, on)).map(({ kind, unit, count, says }) => ({
    kind,
    name: nameOf(unit),
    count,
    says: toRefusal('CONFLICT', says),
  }))
}

const runningTerms: OpenMatterSource = async (ctx, units, on) =>
  (await listRunningTerms(ctx, units, on)).map(({ unit, name }) => ({
    unit,
    count: 1,
    says: reason('TERM_RUNS', { term: name }),
  }))

/** Other drafts that name the unit; the one that is carried out in this unit of work is none of them. */
const otherDrafts: OpenMatterSource = async (ctx, units) => {
  const uids = await listUids(ctx, units)
  const titles = new Map<string, { unit: number; title: string; count: number }>()
  for (const { reorganization, title, body } of await listDraftedOperations(ctx)) {
    for (const named of unitsNamedBy(body)) {
      const unit = 'id' in named ? uids.get(named.id) : undefined
      if (unit === undefined) continue
      const key = `${reorganization}/${unit}`
      const known = titles.get(key) ?? { unit, title, count: 0 }
      titles.set(key, { ...known, count: known.count + 1 })
    }
  }
  return [...titles.values()].map(({ unit, title, count }) => ({
    unit,
    count,
    says: reason('DRAFT_NAMES', { title }),
  }))
}

registerOpenMatters('TERMS', runningTerms)
registerOpenMatters('DRAFTS', otherDrafts)
