import {
  DISSOLVE_REASONS,
  isDay,
  LIMITS,
  normalizeName,
  OPEN_END,
  reason,
  type Day,
  type DissolveReason,
  type Rounding,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput, refuseLonger } from '../../errors/errors.js'
import { refuseUnless, refuseUnlessAll } from '../../policy/may.js'
import { addDocuments, documentIdOf, loadDocuments, type DocumentRow } from '../documents/document.service.js'
import { refuseUnlessEmpty } from '../ledger/ledger.service.js'
import {
  findOrganization,
  loadNearest,
  refuseOutsideLife,
  type OrganizationOnDay,
} from '../organizations/organization.service.js'
import type { Basis, TreeDraft } from '../organizations/tree-draft.js'
import { versionAt, type UnitHistory } from '../organizations/tree-in-time.js'
import { tiersOf } from '../organizations/code-list.service.js'
import {
  openTreeDraft,
  refuseStaleUnit,
  saveTreeDraft,
  type DraftReach,
} from '../organizations/tree.service.js'
import type {
  DissolveOrganizationInput,
  DocumentInput,
  EstablishOrganizationInput,
  MoveOrganizationInput,
  ReclassifyOrganizationInput,
  RenameOrganizationInput,
  SetRoundingInput,
} from './reorganization.input.js'
import { lockUnit, writeRounding } from './reorganization.repository.js'

/** The units at which an act needs the verb `organizations.manage`: internal ids, 0 for above all roots. */
type Places = (draft: TreeDraft, idOf: (uid: string) => number) => number[]

type Act = (draft: TreeDraft, idOf: (uid: string) => number, basis: Basis) => UnitHistory

/** Where a unit stands by the act's day: who moves or ends it needs the verb there too. */
function standsUnder(draft: TreeDraft, id: number, on: Day): number {
  const unit = draft.units.get(id)
  return (unit && versionAt(unit, on)?.parent) ?? 0
}

/** One act on the tree as a unit of work; answers the unit on the day of the act (or its last one). */
function act(
  ctx: RequestContext,
  input: { effectiveOn: string; documentId?: string; note?: string },
  reach: DraftReach,
  places: Places,
  run: Act,
  check: (tx: RequestContext, unit: UnitHistory, before: UnitHistory | null) => Promise<void> = () =>
    Promise.resolve(),
): Promise<OrganizationOnDay> {
  return inTransaction(ctx, async (tx) => {
    if (!isDay(input.effectiveOn) || input.effectiveOn === OPEN_END)
      throw invalidInput('effectiveOn', reason('NOT_A_DAY'))
    refuseLonger('note', input.note, LIMITS.noteLength)
    const { draft, idOf } = await openTreeDraft(tx, reach)
    await refuseUnlessAll(tx, 'organizations.manage', places(draft, idOf))
    const document = await documentIdOf(tx, input.documentId)
    const unit = run(draft, idOf, { on: input.effectiveOn, document, note: input.note ?? null })
    await check(tx, unit, draft.events.at(-1)?.before ?? null)
    const real = await saveTreeDraft(tx, draft, { backfilled: false, batch: null })
    const shown = await loadNearest(tx, real.get(unit.id) ?? unit.id, input.effectiveOn)
    return shown ?? findOrganization(tx, unit.uid)
  })
}

/** Refuses a unit with members, or with entries from the day on; nothing can be recorded there meanwhile. */
async function refuseUsed(tx: RequestContext, unit: UnitHistory, from: Day): Promise<void> {
  await lockUnit(tx, unit.id)
  await refuseUnlessEmpty(tx, unit.id, from)
}

function refuseName(name: string | undefined | null, field = 'name'): void {
  if (name === undefined || name === null) return
  const length = normalizeName(name).length
  if (length === 0 || length > LIMITS.nameLength)
    throw invalidInput(field, reason('BAD_LENGTH', { limit: LIMITS.nameLength }))
}

function refuseCode(code: string | undefined | null): void {
  if (code === undefined || code === null) return
  if (code.trim() !== code || code === '' || code.length > LIMITS.codeLength)
    throw invalidInput('code', reason('BAD_CODE', { limit: LIMITS.codeLength }))
}

/**
 * Founds a unit from a day on, by whoever keeps the tree there (a root: of everything), under one that lives from then on. Refuses (CONFLICT) a level that may not stand
 * there, a superior that does not live, a code that is taken.
 */
export function establishOrganization(
  ctx: RequestContext,
  input: EstablishOrganizationInput,
): Promise<OrganizationOnDay> {
  refuseName(input.name)
  refuseCode(input.code)
  const { parentId, code, name, tier, kind, sector } = input
  const reach = { subtrees: [], units: parentId ? [parentId] : [], codes: [code] }
  const places: Places = (_draft, idOf) => [parentId ? idOf(parentId) : 0]
  return act(ctx, input, reach, places, (draft, idOf, basis) =>
    draft.establish(
      { parent: parentId ? idOf(parentId) : null, code, name, tier, kind, sector: sector ?? null },
      basis,
    ),
  )
}

/** Gives a unit another name, perhaps another code, from a day on. */
export function renameOrganization(
  ctx: RequestContext,
  input: RenameOrganizationInput,
): Promise<OrganizationOnDay> {
  refuseName(input.name)
  refuseCode(input.code)
  const reach = { subtrees: [], units: [input.id], codes: input.code ? [input.code] : [] }
  const places: Places = (_draft, idOf) => [idOf(input.id)]
  return act(ctx, input, reach, places, (draft, idOf, basis) => {
    const id = idOf(input.id)
    refuseStaleUnit(draft.units.get(id), input.version)
    return draft.rename(id, { name: input.name, code: input.code ?? null }, basis)
  })
}

/** Changes level, kind or sector (and with them name and code) of a unit from a day on. */
export function reclassifyOrganization(
  ctx: RequestContext,
  input: ReclassifyOrganizationInput,
): Promise<OrganizationOnDay> {
  refuseName(input.name)
  refuseCode(input.code)
  const { id: uid, version, effectiveOn, documentId: _document, note: _note, ...all } = input
  const facts = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== null),
  )
  if (Object.keys(facts).length === 0) throw invalidInput('kind', reason('NOTHING_CHANGES'))
  const reach = { subtrees: [uid], codes: input.code ? [input.code] : [] }
  return act(
    ctx,
    input,
    reach,
    (_draft, idOf) => [idOf(uid)],
    (draft, idOf, basis) => {
      refuseStaleUnit(draft.units.get(idOf(uid)), version)
      return draft.reclassify(idOf(uid), facts, basis)
    },
    async (tx, unit, before) => {
      const holds = new Map((await tiersOf(tx)).map(({ code, holdsMembers }) => [code, holdsMembers]))
      const was = before && versionAt(before, effectiveOn)
      const turns = was && input.tier && holds.get(was.tier) !== holds.get(input.tier)
      if (turns) await refuseUsed(tx, unit, effectiveOn)
    },
  )
}

/** Puts a unit with all below it under another one from a day on, back-dated or ahead as well. */
export function moveOrganization(
  ctx: RequestContext,
  input: MoveOrganizationInput,
): Promise<OrganizationOnDay> {
  refuseCode(input.code)
  const reach = { subtrees: [input.id], units: [input.parentId], codes: input.code ? [input.code] : [] }
  const places: Places = (draft, idOf) => {
    const id = idOf(input.id)
    return [id, standsUnder(draft, id, input.effectiveOn), idOf(input.parentId)]
  }
  return act(ctx, input, reach, places, (draft, idOf, basis) => {
    const id = idOf(input.id)
    refuseStaleUnit(draft.units.get(id), input.version)
    return draft.move(id, { parent: idOf(input.parentId), code: input.code ?? null }, basis)
  })
}

function dissolveReasonOf({ reason: why }: DissolveOrganizationInput): DissolveReason | null {
  if (why === undefined || why === null) return null
  if (!Object.hasOwn(DISSOLVE_REASONS, why)) throw invalidInput('reason', reason('UNKNOWN_CODE'))
  return why as DissolveReason
}

/** Ends an empty unit: nothing stands below it, it has no members, nothing is recorded from that day on. */
export function dissolveOrganization(
  ctx: RequestContext,
  input: DissolveOrganizationInput,
): Promise<OrganizationOnDay> {
  const reach = { subtrees: [input.id], units: input.successorId ? [input.successorId] : [] }
  return act(
    ctx,
    input,
    reach,
    (draft, idOf) => {
      const id = idOf(input.id)
      return [id, standsUnder(draft, id, input.effectiveOn)]
    },
    (draft, idOf, basis) => {
      const id = idOf(input.id)
      refuseStaleUnit(draft.units.get(id), input.version)
      const successor = input.successorId ? idOf(input.successorId) : null
      return draft.dissolve(id, { successor, reason: dissolveReasonOf(input) }, basis)
    },
    (tx, unit) => refuseUsed(tx, unit, input.effectiveOn),
  )
}

/** Sets how percentages of the unit and of all that inherit from it are rounded. */
export function setRounding(ctx: RequestContext, input: SetRoundingInput): Promise<OrganizationOnDay> {
  const rounding: Rounding | null = input.rounding ?? null
  if (rounding && !(rounding.decimals >= 0 && rounding.decimals <= LIMITS.decimals))
    throw invalidInput('rounding.decimals', reason('OUT_OF_BOUNDS', { limit: LIMITS.decimals }))
  return inTransaction(ctx, async (tx) => {
    const { draft, idOf } = await openTreeDraft(tx, { subtrees: [], units: [input.id] })
    await refuseUnless(tx, 'settings.change', idOf(input.id))
    refuseStaleUnit(draft.units.get(idOf(input.id)), input.version)
    await writeRounding(tx, idOf(input.id), rounding)
    return findOrganization(tx, input.id)
  })
}

/** Files a document at a unit. */
export function createDocument(ctx: RequestContext, input: DocumentInput): Promise<DocumentRow> {
  return inTransaction(ctx, async (tx) => {
    const unit = await findOrganization(tx, input.organizationId)
    await refuseUnless(tx, 'documents.file', unit.id)
    refuseOutsideLife(unit, unit.at)
    const facts = {
      organization: unit.id,
      number: input.number.normalize('NFC').trim(),
      title: normalizeName(input.title),
      issuer: input.issuer ?? null,
      signedOn: input.signedOn ?? null,
      note: input.note ?? null,
    }
    const { ids, refused } = await addDocuments(tx, [{ facts, ref: null }], null)
    for (const error of refused.values()) throw error
    const [row] = await loadDocuments(tx, ids)
    if (!row) throw new Error('A document just filed is not there')
    return row
  })
}
