import {
  AWAITING_ANSWER,
  FINDING_KINDS,
  isDay,
  LIMITS,
  reason,
  type Day,
  type FindingAbout,
  type FindingKind,
} from '@seedbed/shared'
import { v7 as uuid } from 'uuid'
import { noteChange } from '../../audit/audited.js'
import { accountOf } from '../../auth/signed-in.js'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, notFound } from '../../errors/errors.js'
import { connection, type Connection, type Page } from '../../graphql/pagination.js'
import { may, refuseUnless } from '../../policy/may.js'
import { documentIdOf, loadDocuments } from '../documents/document.service.js'
import { findOrganization, loadAncestors, loadNearest } from '../organizations/organization.service.js'
import { requireFile } from '../dossiers/dossier-file.service.js'
import { requireEvidence } from '../inspection/evidence.service.js'
import { placeOf } from '../people/look.service.js'
import { requirePerson } from '../people/person.service.js'
import { requireOpenRound, type RoundRow } from '../rounds/round.service.js'
import { isWithin, refuseOutsideRound } from '../rounds/subject.service.js'
import { requireTarget } from '../targets/target.service.js'
import {
  countFindings,
  findFinding,
  insertFindings,
  insertSteps,
  listFindings,
  type FindingFacts,
  type FindingFilter,
  type FindingRow,
} from './finding.repository.js'

export type { FindingFilter, FindingRow } from './finding.repository.js'

/** What a finding is on: exactly one of these, by its outer id. */
export interface AboutInput {
  organizationId: string | null
  personId: string | null
  targetId: string | null
  documentId: string | null
  dossierId: string | null
}

/** A finding as an inspector makes it; units, round and what it is on by their outer ids. */
export interface NewFinding extends AboutInput {
  kind: FindingKind
  words: string
  roundId: string | null
  /** In whose name; null: the round's unit, else the highest unit above what it is on where the viewer may record. */
  inspectingId: string | null
  /** Who has to answer; null: the unit that it is on, where the person belongs, whose target or document it is. */
  responsibleId: string | null
  /** Evidence that it rests on. */
  evidenceId: string | null
  dueOn: Day | null
}

type About = Pick<FindingFacts, 'about' | 'organization' | 'person' | 'target' | 'document' | 'dossier'>

const none = { person: null, target: null, document: null, dossier: null }

async function aboutOf(ctx: RequestContext, input: AboutInput): Promise<About> {
  const named = [input.organizationId, input.personId, input.targetId, input.documentId, input.dossierId]
  if (named.filter((one) => one !== null).length !== 1)
    throw invalidInput('organizationId', reason('FINDING_ABOUT_ONE'))
  const on = (about: FindingAbout, organization: number, what: Partial<About> = {}): About => ({
    ...none,
    about,
    organization,
    ...what,
  })
  if (input.organizationId !== null) return on('UNIT', (await findOrganization(ctx, input.organizationId)).id)
  if (input.personId !== null) {
    const person = await requirePerson(ctx, input.personId)
    return on('PERSON', await placeOf(ctx, person.id), { person: person.id })
  }
  if (input.dossierId !== null) {
    const { id, person, organization } = await requireFile(ctx, input.dossierId)
    return on('DOSSIER', organization, { dossier: id, person: person.id })
  }
  if (input.targetId !== null) {
    const target = await requireTarget(ctx, input.targetId)
    return on('TARGET', target.organization, { target: target.id })
  }
  const [document] = await loadDocuments(ctx, [(await documentIdOf(ctx, input.documentId)) ?? 0])
  if (!document) throw notFound('Document')
  return on('DOCUMENT', document.organization, { document: document.id })
}

/** The words of a step: 1 to 2,000 characters, without blanks around them. */
export function wordsOf(text: string): string {
  const words = text.trim()
  if (words === '' || words.length > LIMITS.noteLength)
    throw invalidInput('words', reason('BAD_LENGTH', { limit: LIMITS.noteLength }))
  return words
}

/** The day by which an answer is due: needed, a day, not before the day on which it is asked for. */
export function dueOf(dueOn: Day | null, asked: Day): Day {
  if (dueOn === null) throw invalidInput('dueOn', reason('DUE_NEEDED'))
  if (!isDay(dueOn)) throw invalidInput('dueOn', reason('NOT_A_DAY'))
  if (dueOn < asked) throw invalidInput('dueOn', reason('DUE_BEFORE_MADE'))
  return dueOn
}

/** In whose name: of the units above what it is on, itself included, the highest where the viewer may record. */
async function highestOf(ctx: RequestContext, about: number): Promise<number> {
  const unit = await loadNearest(ctx, about, today(ctx))
  const above = unit ? (await loadAncestors(ctx, unit)).map(({ id }) => id) : []
  const allowed = await Promise.all(above.map((id) => may(ctx, 'findings.record', id)))
  return above.find((_, index) => allowed[index]) ?? about
}

async function inspectingOf(
  ctx: RequestContext,
  input: NewFinding,
  { organization, person }: About,
  round: RoundRow | null,
): Promise<number> {
  if (round) {
    await refuseOutsideRound(ctx, round.id, { organization, person: person ?? 0 })
    return round.organization
  }
  await refuseUnless(ctx, 'findings.record', organization)
  if (input.inspectingId === null) return highestOf(ctx, organization)
  const { id } = await findOrganization(ctx, input.inspectingId)
  await refuseUnless(ctx, 'findings.record', id)
  if (!(await isWithin(ctx, organization, id))) throw conflict(reason('NOT_BELOW_INSPECTING'))
  return id
}

async function factsOf(ctx: RequestContext, input: NewFinding): Promise<FindingFacts> {
  const round = input.roundId === null ? null : await requireOpenRound(ctx, input.roundId)
  const about = await aboutOf(ctx, input)
  const inspecting = await inspectingOf(ctx, input, about, round)
  const responsible =
    input.responsibleId === null ? about.organization : (await findOrganization(ctx, input.responsibleId)).id
  if (!(await isWithin(ctx, responsible, inspecting)))
    throw invalidInput('responsibleId', reason('RESPONSIBLE_NOT_BELOW'))
  if (!Object.hasOwn(FINDING_KINDS, input.kind)) throw invalidInput('kind', reason('UNKNOWN_CODE'))
  const words = wordsOf(input.words)
  const madeOn = today(ctx)
  if (input.kind === 'PRAISE' && input.dueOn !== null)
    throw invalidInput('dueOn', reason('PRAISE_NEEDS_NO_ANSWER'))
  const dueOn = input.kind === 'PRAISE' ? null : dueOf(input.dueOn, madeOn)
  const evidence = input.evidenceId === null ? null : (await requireEvidence(ctx, input.evidenceId)).id
  return {
    ...about,
    evidence,
    kind: input.kind,
    words,
    inspecting,
    responsible,
    madeOn,
    dueOn,
    round: round?.id ?? null,
  }
}

/**
 * Stores findings with their first step, in a unit of work, and answers their outer ids; praise is closed as soon as it
 * is made.
 */
export async function addFindings(
  tx: RequestContext,
  items: ReadonlyArray<{ facts: FindingFacts; ref: string | null }>,
  batch: number | null,
): Promise<string[]> {
  const rows = items.map(({ facts, ref }) => {
    const praise = facts.kind === 'PRAISE'
    const state = praise ? ('CLOSED' as const) : ('OPEN' as const)
    return { ...facts, uid: uuid(), ref, state, closedOn: praise ? facts.madeOn : null }
  })
  const ids = await insertFindings(tx, rows, batch)
  await insertSteps(
    tx,
    rows.map(({ madeOn, state, dueOn, words }, index) => ({
      uid: uuid(),
      finding: ids[index] ?? 0,
      number: 1,
      kind: 'MADE',
      onDay: madeOn,
      ...{ state, dueOn, words, mended: null },
      ...signature(tx),
    })),
  )
  return rows.map(({ uid }) => uid)
}

/** Who signs a step, and when. */
export const signature = (ctx: RequestContext) => ({
  account: accountOf(ctx) ?? 0,
  actorName: ctx.actor.name,
  at: ctx.clock.now().toISOString(),
})

/** What the audit log tells of a finding only as changed: its readers need not be those of its papers. */
export const COVERED_OF_FINDING = ['words', 'kind', 'result']

/**
 * Makes a finding, for whoever records findings at the unit that it concerns, or runs or works on the round that has it
 * for a subject. Refused: nothing or more than one thing that it is on, evidence that may not be read (NOT_FOUND), no words, a due date that is missing or past,
 * one of praise, a responsible unit that is not below the inspecting one.
 */
export function recordFinding(ctx: RequestContext, input: NewFinding): Promise<FindingRow> {
  return inTransaction(ctx, async (tx) => {
    const facts = await factsOf(tx, input)
    const [uid = ''] = await addFindings(tx, [{ facts, ref: null }], null)
    const row = await requireFinding(tx, uid)
    const units = [facts.organization, facts.responsible, facts.inspecting]
    const persons = facts.person === null ? [] : [facts.person]
    noteChange(tx, { after: { ...row }, covered: COVERED_OF_FINDING, units, persons })
    return row
  })
}

/** The finding of that outer id if it may be seen, or NOT_FOUND; locked inside a unit of work. */
export async function requireFinding(ctx: RequestContext, uid: string): Promise<FindingRow> {
  const row = await findFinding(ctx, uid)
  if (!row) throw notFound('Finding')
  return row
}

/**
 * Findings for which a unit or one below it is responsible, the latest first: those of one's own papers, and those
 * addressed to units for which the viewer answers.
 */
export async function findingsOf(
  ctx: RequestContext,
  filter: FindingFilter,
  page: Page<['string', 'number']>,
): Promise<Connection<FindingRow>> {
  const rows = await listFindings(ctx, filter, page)
  return connection(rows, page.limit, (row) => [row.madeOn, row.id], await countFindings(ctx, filter))
}

/** Whether an answer is owed and the day for it has passed. */
export const isOverdue = ({ state, dueOn }: Pick<FindingRow, 'state' | 'dueOn'>, day: Day): boolean =>
  AWAITING_ANSWER.includes(state) && dueOn !== null && dueOn < day
