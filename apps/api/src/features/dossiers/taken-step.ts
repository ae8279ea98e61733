import { procedureStep, type Day, type EventKind } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { NOTHING_STATED, type NewEvent, type StatedAttributes } from '../membership/membership.service.js'
import { candidaciesOn, membersOn } from '../membership/standing-on.service.js'
import { loadStanding } from './applicant-conditions.js'
import type { DossierFile, LetterRow, PaperRow, StepDraft, StepRow } from './dossier-file.js'
import type { Judged } from './judge.service.js'

/** A step that was judged and is to be stored. */
export interface Taken {
  file: DossierFile
  step: StepDraft
  judged: Judged
  event: NewEvent | null
}

/** A draft of a step of which nothing is said but its kind and day. */
export const draftOfStep = (kind: StepDraft['kind'], on: Day, facts: Partial<StepDraft> = {}): StepDraft => ({
  ...{ kind, on, outcome: null, votes: null, decidedBy: null, document: null, note: null, stated: null },
  papers: [],
  letters: [],
  ...facts,
})

/** The cell that answers for the person of a dossier on a day: as a member, as a candidate, or as last known. */
export async function cellOn(ctx: RequestContext, file: DossierFile, day: Day): Promise<number> {
  const person = file.person.id
  const member = (await membersOn(ctx, [person], day)).get(person)
  if (member) return member.organization
  return (await candidaciesOn(ctx, [person], day)).get(person)?.organization ?? file.organization
}

const eventKinds: Partial<Record<StepDraft['kind'], (judged: Judged) => EventKind>> = {
  DECISION: ({ outcome }) => (outcome === 'YES' ? 'ADMISSION' : 'DOSSIER_REFUSAL'),
}

/** The event of the person by which a step counts; null where nothing is counted. */
export async function eventOfStep(
  ctx: RequestContext,
  file: DossierFile,
  step: StepDraft,
  judged: Judged,
): Promise<NewEvent | null> {
  const kind = eventKinds[step.kind]?.(judged) ?? procedureStep(step.kind).event
  if (kind === null) return null
  const events = await loadStanding(ctx, file.person.id)
  const again = kind === 'ADMISSION' && events.some((one) => one.kind === 'REMOVAL' && one.date <= step.on)
  return {
    kind: again ? 'READMISSION' : kind,
    person: file.person.id,
    organization: judged.judgement.bodies.cell.id,
    on: step.on,
    outcome: judged.outcome,
    removalReason:
      step.kind === 'REMOVAL'
        ? 'PROBATION_REMOVED'
        : step.kind === 'CANCELLATION'
          ? 'DECISION_CANCELLED'
          : null,
    stated: kind === 'ADMISSION' ? await statedAt(ctx, file, step) : (step.stated ?? null),
    document: step.document,
    note: step.note,
  }
}

/** What is known of the person at the decision: what was said last of each attribute, and what the step states. */
async function statedAt(
  ctx: RequestContext,
  file: DossierFile,
  { on, stated }: StepDraft,
): Promise<StatedAttributes> {
  const events = (await loadStanding(ctx, file.person.id)).filter(({ date }) => date <= on)
  const sorted = [...events].sort((a, b) => (a.date === b.date ? a.id - b.id : a.date < b.date ? -1 : 1))
  const names = Object.keys(NOTHING_STATED) as Array<keyof StatedAttributes>
  const known = names.map((name) => {
    const said =
      stated?.[name] ?? sorted.findLast(({ attributes }) => attributes?.[name] != null)?.attributes?.[name]
    return [name, said ?? (name === 'schooling' ? file.schooling : null)] as const
  })
  return {
    ...Object.fromEntries(known),
    youthUnion: Object.fromEntries(known).youthUnion ?? false,
  } as StatedAttributes
}

/** Papers that come with a step, and the one that it makes out. */
export function papersOf({ step, judged }: Taken): StepDraft['papers'] {
  const made = procedureStep(step.kind).makes
  const agreed = judged.outcome === null || judged.outcome === 'YES'
  const own = made !== undefined && agreed && !step.papers.some(({ form }) => form === made)
  if (!own) return step.papers
  return [...step.papers, { form: made, dated: step.on, receivedOn: null, madeBy: null, note: null }]
}

let drafted = 2 ** 40

/** The dossier as it is once the step is taken, before anything is stored: for the steps after it. */
export function afterStep(taken: Taken, recordedOn: Day): DossierFile {
  const { file, step, judged } = taken
  drafted += 1
  const row: StepRow = {
    ...{ id: drafted, uid: '', dossier: file.id, kind: step.kind, date: step.on, recordedOn },
    ...{ outcome: judged.outcome, event: null, decidedBy: step.decidedBy, votes: step.votes, onRecord: null },
    ...{ document: step.document, note: step.note, correctedOn: null, correctionReason: null },
  }
  const papers = papersOf(taken).map((paper): PaperRow => ({
    ...paper,
    uid: '',
    dossier: file.id,
    recordedOn,
  }))
  const letters = step.letters.map((letter): LetterRow => ({
    ...{ ...letter, id: 0, uid: '', dossier: file.id, sentOn: step.on },
    ...{ answeredOn: null, outcome: null, note: null },
  }))
  return {
    ...file,
    organization: judged.judgement.bodies.cell.id,
    state: judged.to,
    since: step.on,
    steps: [...file.steps, row],
    papers: [...file.papers, ...papers],
    letters: [...file.letters, ...letters],
  }
}
