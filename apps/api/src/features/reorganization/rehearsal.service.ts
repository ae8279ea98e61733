import { addDays, yearOf, type Day } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { refusalOf } from '../../graphql/refusal.js'
import { refuseUnless } from '../../policy/may.js'
import { figuresOf } from '../figures/figures.service.js'
import type { Figure } from '../figures/figures.type.js'
import { membersAround } from '../ledger/ledger.service.js'
import { tiersOf } from '../organizations/code-list.service.js'
import { loadOnDay } from '../organizations/organization.service.js'
import { carryOutIn, type Outcome } from './apply.service.js'
import { collisionsOf, openMattersAt, targetsOfPlan } from './collisions.service.js'
import { grantsOfPlan } from './grant-matters.service.js'
import { writeStatus, type PlanRow } from './plan.repository.js'
import { requireDraft, requirePlan } from './plan.service.js'
import { RehearsedTree, type MembersOf } from './rehearsal-tree.js'
import type { Handwork, Rehearsal, UnitFigures } from './rehearsal.type.js'

const mostFigures = 200
const indicators = ['members', 'probationaryMembers', 'admitted', 'target', 'reorganized']

/** Ends the unit of work of a rehearsal. */
class NothingWritten extends Error {}

/**
 * Carries a draft out as applying does, looks at what came of it, and takes everything back: nothing is written. All
 * faults are told, not only the first.
 */
export async function rehearseReorganization(ctx: RequestContext, uid: string): Promise<Rehearsal> {
  let report: Rehearsal | undefined
  try {
    await inTransaction(ctx, async (tx) => {
      const { version, organization } = await requirePlan(tx, uid)
      await refuseUnless(tx, 'organizations.reorganize', organization)
      const plan = await requireDraft(tx, uid, version)
      const outcome = await carryOutIn(tx, plan)
      await writeStatus(tx, plan.id, 'APPLIED')
      report = await reportOf(tx, plan, outcome)
      throw new NothingWritten()
    })
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  if (!report) throw new Error('A rehearsal came to no end')
  return report
}

async function reportOf(tx: RequestContext, plan: PlanRow, outcome: Outcome): Promise<Rehearsal> {
  const tree = await treeOf(tx, plan, outcome)
  const sound = outcome.faults.length === 0
  const [before, after] = [tree.totals('before'), tree.totals('after')]
  const draftId = new Map([...outcome.draft.units.keys()].map((id) => [outcome.real(id), id]))
  const nameOf = (real: number) => tree.name(draftId.get(real) ?? real)
  const known = outcome.ended.length > 0 && outcome.draft.events.length > 0
  const { targets, collisions } =
    sound || known ? await targetsOfPlan(tx, plan, outcome, nameOf) : { targets: [], collisions: [] }
  const ended = outcome.ended.map(({ unit }) => unit)
  return {
    version: plan.version,
    faults: outcome.faults.map(({ operation, position, error }) => ({
      operationId: operation,
      position,
      refusal: refusalOf(error),
    })),
    ...{ unitsBefore: before.units, unitsAfter: after.units },
    ...{ cellsBefore: before.cells, cellsAfter: after.cells },
    ...{ membersBefore: before.members, membersAfter: after.members },
    ...tree.list(),
    treeBefore: tree.tree('before'),
    treeAfter: tree.tree('after'),
    collisions: sound ? [...collisions, ...(await collisionsOf(tx, plan, outcome, nameOf))] : collisions,
    openMatters: [
      ...(await openMattersAt(tx, ended, plan.effectiveOn, nameOf)),
      ...(await grantsOfPlan(tx, plan, outcome, nameOf)),
    ],
    handwork: outcome.divisions.map((one) => handworkOf(one, tree)),
    targets,
    figures: sound ? await figuresAround(tx, plan, outcome, tree) : [],
  }
}

function handworkOf(
  { operation, cell, persons, assigned, unnamed }: Outcome['divisions'][number],
  tree: RehearsedTree,
): Handwork {
  return {
    operationId: operation.uid,
    position: operation.position,
    name: tree.name(cell),
    persons: persons.length,
    assigned,
    unnamed,
    restToPrincipal: operation.body.restToPrincipal,
  }
}

async function treeOf(tx: RequestContext, plan: PlanRow, outcome: Outcome): Promise<RehearsedTree> {
  const tiers = new Set((await tiersOf(tx)).flatMap(({ code, holdsMembers }) => (holdsMembers ? [code] : [])))
  const { draft, carried, real } = outcome
  const members = { before: new Map<number, number>(), after: new Map<number, number>() }
  const tree = new RehearsedTree(draft, carried, plan.effectiveOn, tiers, members satisfies MembersOf)
  const cells = new Map(tree.cells().map((id) => [real(id), id]))
  for (const row of await membersAround(tx, [...cells.keys()], plan.effectiveOn)) {
    const id = cells.get(row.organization) ?? row.organization
    members.before.set(id, row.before)
    members.after.set(id, row.after)
  }
  return tree
}

/** Figures on the day before, and on the day in both perimeters, from the beginning of the year. */
async function figuresAround(
  tx: RequestContext,
  plan: PlanRow,
  { real }: Outcome,
  tree: RehearsedTree,
): Promise<UnitFigures[]> {
  const { effectiveOn: day } = plan
  const eve = addDays(day, -1)
  const asked = async (
    id: number,
    asOf: Day,
    perimeter: 'RECORDED' | 'RESTATED',
  ): Promise<Figure[] | null> => {
    const unit = await loadOnDay(tx, real(id), asOf)
    const from = `${yearOf(asOf)}-01-01`
    return unit && figuresOf(tx, unit, { from, asOf, indicators, perimeter })
  }
  return Promise.all(
    tree
      .affected()
      .slice(0, mostFigures)
      .map(async (id) => {
        const lives = tree.lives(id)
        return {
          key: tree.key(id),
          name: tree.name(id),
          code: tree.code(id),
          before: lives.before ? await asked(id, eve, 'RECORDED') : null,
          recorded: lives.after ? await asked(id, day, 'RECORDED') : null,
          restated: lives.after ? await asked(id, day, 'RESTATED') : null,
        }
      }),
  )
}
