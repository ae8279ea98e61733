import { addMonths, procedureStep, reason } from '@seedbed/shared'
import { invalidInput } from '../../errors/errors.js'
import { officialOn, unitOfBody } from './bodies.service.js'
import { baseOf, failedVotes, lastStep, standingSteps, type Votes } from './dossier-file.js'
import type { Condition, Judgement } from './judgement.js'

const most = 100_000

/** Refuses numbers of a vote that cannot be: INVALID_INPUT on the field. */
export function refuseVotes(votes: Votes): void {
  for (const [name, value] of Object.entries(votes))
    if (!Number.isInteger(value) || value < 0 || value > most)
      throw invalidInput(`votes.${name}`, reason('OUT_OF_BOUNDS', { limit: most }))
  const { officialMembers, present, agreed, against } = votes
  if (baseOf(votes) < 1) throw invalidInput('votes.officialMembers', reason('VOTES_BASE'))
  if (present > officialMembers) throw invalidInput('votes.present', reason('VOTES_PRESENT'))
  if (present > officialMembers - votes.exemptedAbsent)
    throw invalidInput('votes.present', reason('VOTES_PRESENT'))
  if (agreed + against > present) throw invalidInput('votes.agreed', reason('VOTES_SUM'))
}

/** A vote fails for the last time as often as the rule says; then it goes up. */
export const votesLeft: Condition = async (one) => {
  const rule = await one.rule('VOTES_MOST')
  return failedVotes(one.file, one.step.kind) >= rule.value
    ? [await one.refuse('VOTES_MOST', reason('VOTES_SPENT', { limit: rule.value }))]
    : []
}

/** The cell has official members enough, by the numbers entered and by the records (Charter, Article 24). */
export const cellLargeEnough: Condition = async (one) => {
  const rule = await one.rule('CELL_OFFICIAL_MEMBERS_LEAST')
  const known = await officialOn(one.ctx, one.bodies.cell.id, one.on)
  const entered = one.step.votes?.officialMembers ?? known
  const members = Math.min(known, entered)
  return members < rule.value
    ? [
        await one.refuse(
          'CELL_OFFICIAL_MEMBERS_LEAST',
          reason('CELL_TOO_SMALL', { members, limit: rule.value }),
        ),
      ]
    : []
}

/** Whether enough of the base agree, by the share of a rule. */
async function reaches(one: Judgement, code: 'CELL_VOTE_SHARE' | 'COMMITTEE_VOTE_SHARE', votes: Votes) {
  const rule = await one.rule(code)
  return votes.agreed * (rule.per ?? 1) >= rule.value * baseOf(votes)
}

/** What a vote of the cell amounts to: agreed by the share of the right base, or not, or not for the last time. */
export async function outcomeOfVote(one: Judgement): Promise<'YES' | 'NO' | 'LAST_NO'> {
  const { votes, kind } = one.step
  if (!votes) throw invalidInput('votes', reason('VOTES_NEEDED'))
  if (await reaches(one, 'CELL_VOTE_SHARE', votes)) return 'YES'
  const rule = await one.rule('VOTES_MOST')
  return failedVotes(one.file, kind) + 1 >= rule.value ? 'LAST_NO' : 'NO'
}

/** The numbers of a vote are there and can be. */
export const balloted: Condition = ({ step, preview }) => {
  if (!preview && !step.votes) throw invalidInput('votes', reason('VOTES_NEEDED'))
  if (step.votes) refuseVotes(step.votes)
  return Promise.resolve([])
}

/** Where a grassroots committee decides by delegation, the share of all its members must agree (4.3.2a). */
export const committeeAgrees: Condition = async (one) => {
  const { bodies, step, preview } = one
  if (step.votes) refuseVotes(step.votes)
  if (!bodies.delegated || preview || step.outcome === 'NO') return []
  if (!step.votes) throw invalidInput('votes', reason('VOTES_NEEDED'))
  return (await reaches(one, 'COMMITTEE_VOTE_SHARE', step.votes))
    ? []
    : [
        await one.refuse(
          'COMMITTEE_VOTE_SHARE',
          reason('COMMITTEE_SHARE_MISSED', { agreed: step.votes.agreed }),
        ),
      ]
}

/** The level that the step belongs to exists in the tree of the day, and it is the one named. */
export const rightBody: Condition = async (one) => {
  const { bodies, step } = one
  const unit = unitOfBody(bodies, procedureStep(step.kind).body)
  if (!unit)
    return [
      await one.refuseBy('DECIDING_BODY', '4.3.2', reason('NO_SUCH_LEVEL', { name: bodies.deciding.name })),
    ]
  if (step.decidedBy === null || step.decidedBy === unit.id) return []
  return [await one.refuseBy('DECIDING_BODY', '4.3.2', reason('NO_POWER', { name: unit.name }))]
}

/** A committee with the power to decide proposes to nobody. */
export const proposesUpwards: Condition = async (one) =>
  one.bodies.delegated ? [await one.refuseBy('DECIDING_BODY', '4.3.2', reason('DECIDES_ITSELF'))] : []

/** No level is left out: the section appraises, the grassroots committee proposes, then it is decided. */
export const levelsPassed: Condition = async (one) => {
  const { bodies, file, step } = one
  if (step.outcome === 'NO') return []
  const passed = new Set(standingSteps(file).map(({ kind }) => kind))
  const refusals = []
  if (bodies.section && !passed.has('SECTION_REPORT') && !passed.has('PROPOSAL'))
    refusals.push(await one.refuseBy('LEVELS', '3.5', reason('SECTION_FIRST', { name: bodies.section.name })))
  const proposes = bodies.grassroots !== null && !bodies.delegated
  if (step.kind === 'DECISION' && proposes && file.state !== 'GRASSROOTS_PROPOSED')
    refusals.push(
      await one.refuseBy(
        'LEVELS',
        '3.5',
        reason('GRASSROOTS_FIRST', { name: bodies.grassroots?.name ?? '' }),
      ),
    )
  return refusals
}

/** The cell considers recognition once the probation is over (Charter, Article 5). */
export const probationOver: Condition = async (one) => {
  const rule = await one.rule('PROBATION_MONTHS')
  const ceremony = lastStep(one.file, 'CEREMONY')?.date
  const from = ceremony && addMonths(ceremony, rule.value)
  return from !== undefined && one.on < from
    ? [await one.refuse('PROBATION_MONTHS', reason('PROBATION_RUNS', { day: from }))]
    : []
}

/** Longer once only. */
export const notExtended: Condition = async (one) => {
  const recognition = one.file.state === 'RECOGNITION_PROPOSED'
  const begin = lastStep(one.file, recognition ? 'RECOGNITION_VOTE' : 'CELL_VOTE', 'YES')?.date ?? one.on
  const before = standingSteps(one.file).some(({ kind, date }) => kind === 'EXTENSION' && date >= begin)
  const code = recognition ? 'RECOGNITION_EXTENSION_DAYS' : 'DECISION_EXTENSION_DAYS'
  const rule = await one.rule(code)
  return before ? [await one.refuse(code, reason('EXTENDED_ALREADY', { limit: rule.value }))] : []
}

/** A reason is stated in words. */
export const reasoned: Condition = ({ step, preview }) => {
  if (!preview && (step.note ?? '').trim() === '') throw invalidInput('note', reason('NOTE_NEEDED'))
  return Promise.resolve([])
}
