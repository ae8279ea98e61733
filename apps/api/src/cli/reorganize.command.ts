import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, isDay } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { inTransaction } from '../database/transaction.js'
import { SeedbedError } from '../errors/errors.js'
import { findOrganizationByCode } from '../features/organizations/organization.service.js'
import { applyReorganization } from '../features/reorganization/apply.service.js'
import { addMapping } from '../features/reorganization/mapping.service.js'
import {
  addOperations,
  endSuperiors,
  setRestToPrincipal,
} from '../features/reorganization/operation.service.js'
import { createReorganization, reorganizationsOf } from '../features/reorganization/plan.service.js'
import { rehearseReorganization } from '../features/reorganization/rehearsal.service.js'
import type { Rehearsal } from '../features/reorganization/rehearsal.type.js'
import { undoReorganization } from '../features/reorganization/undo.service.js'
import { requirePlan } from '../features/reorganization/plan.service.js'
import { UsageError, type Command, type CommandIo } from './command.js'
import { reading, writing, writingOnRecord } from './with-context.js'

const options = {
  file: { type: 'string' },
  organization: { type: 'string' },
  parent: { type: 'string' },
  into: { type: 'string' },
  'end-superiors': { type: 'boolean', default: false },
  on: { type: 'string' },
  title: { type: 'string' },
  decision: { type: 'string' },
  signatory: { type: 'string' },
  signed: { type: 'string' },
  tier: { type: 'string' },
  targets: { type: 'string' },
  'rest-to-principal': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  rehearse: { type: 'string' },
  carry: { type: 'string' },
  undo: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

function printReport(report: Rehearsal, io: CommandIo): number {
  io.out(`units   ${report.unitsBefore} -> ${report.unitsAfter}`)
  io.out(`cells   ${report.cellsBefore} -> ${report.cellsAfter}`)
  io.out(`members ${report.membersBefore} -> ${report.membersAfter}`)
  const counts = new Map<string, number>()
  for (const { change } of report.changes) counts.set(change, (counts.get(change) ?? 0) + 1)
  for (const [change, count] of counts) io.out(`${String(count).padStart(6)} ${change}`)
  io.out(`${String(report.movedAlong).padStart(6)} move along`)
  for (const { position, name, persons, assigned } of report.handwork)
    io.out(`operation ${position}: ${name}, ${assigned} of ${persons} persons assigned`)
  for (const { kind, blocking, refusal } of report.collisions)
    io.out(`${blocking ? 'COLLISION' : 'note'} ${kind}: ${refusal.en}`)
  for (const { kind, name, says } of report.openMatters) io.out(`open ${kind}: ${name}: ${says.en}`)
  for (const { position, refusal } of report.faults)
    io.error(
      `${position === null || position === undefined ? 'whole' : `operation ${position}`}: ${refusal.code} ${refusal.en}`,
    )
  return report.faults.length > 0 ? 1 : 0
}

const required = (values: Values, name: 'organization' | 'parent' | 'on'): string => {
  const value = values[name]
  if (value === undefined) throw new UsageError(`--file needs --${name}`)
  return value
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeedbedError('INVALID_INPUT', `file: cannot be read (${reason})`)
  }
}

/** `48:CITY:Thành phố Đà Nẵng`: the unit, yet to be founded, into which the whole organization goes. */
function newRoot(into: string) {
  const [code = '', kind = '', ...words] = into.split(':')
  const name = words.join(':')
  if (code === '' || kind === '' || name === '') throw new UsageError('--into is <code>:<kind>:<name>')
  return { ref: code, code, kind, name }
}

/** A draft from a mapping table, in the unit of work of the command. */
async function draftOf(
  ctx: RequestContext,
  values: Values,
  file: string,
): Promise<{ uid: string; version: number }> {
  const effectiveOn = required(values, 'on')
  if (!isDay(effectiveOn)) throw new UsageError('--on is a day, YYYY-MM-DD')
  const place = await findOrganizationByCode(ctx, required(values, 'organization'), addDays(effectiveOn, -1))
  const draft = await createReorganization(ctx, {
    organizationId: place.uid,
    title: values.title ?? basename(file),
    effectiveOn,
    decisionNumber: values.decision ?? null,
    signatory: values.signatory ?? null,
    signedOn: values.signed ?? null,
    targetRule: values.targets ?? null,
  })
  let { version } = draft
  const { uid } = draft
  const into = values.into === undefined ? undefined : newRoot(values.into)
  const parent = into ? { ref: into.ref } : { code: required(values, 'parent') }
  if (into) {
    const newUnit = { ...into, tier: place.tier }
    const operation = { kind: 'MERGE', units: [{ id: place.uid }], successors: [{ newUnit }] }
    version = (await addOperations(ctx, uid, version, [operation])).version
  }
  const input = {
    text: await textOf(file),
    parent,
    ...(values.tier === undefined ? {} : { tier: values.tier }),
  }
  version = (await addMapping(ctx, uid, version, input)).version
  if (values['end-superiors']) version = (await endSuperiors(ctx, uid, version, parent)).version
  return values['rest-to-principal'] ? setRestToPrincipal(ctx, uid, version) : { uid, version }
}

/** What the audit log calls an act on a reorganization that stands. */
const actOn = (name: string, id: string) => ({ name, objectKind: 'Reorganization', input: { id }, ids: [id] })

/** Ends the unit of work of a rehearsal. */
class NothingWritten extends Error {}

async function rehearseFile(values: Values, file: string, io: CommandIo): Promise<number> {
  let code = 0
  try {
    await writing((ctx) =>
      inTransaction(ctx, async (tx) => {
        const { uid } = await draftOf(tx, values, file)
        code = printReport(await rehearseReorganization(tx, uid), io)
        throw new NothingWritten()
      }),
    )
  } catch (error) {
    if (!(error instanceof NothingWritten)) throw error
  }
  io.out('Rehearsed: nothing was written. --apply applies it, --draft keeps it as a draft.')
  return code
}

async function storeFile(values: Values, file: string, io: CommandIo): Promise<number> {
  const input = {
    on: values.on,
    organization: values.organization,
    parent: values.parent,
    apply: values.apply,
  }
  await writingOnRecord({ name: 'reorganize', objectKind: 'Reorganization', input }, (ctx) =>
    inTransaction(ctx, async (tx) => {
      const { uid, version } = await draftOf(tx, values, file)
      if (values.apply) await applyReorganization(tx, uid, version)
      io.out(values.apply ? `Applied. To undo: reorganize --undo ${uid}` : `Draft ${uid}`)
    }),
  )
  return 0
}

async function list(io: CommandIo): Promise<number> {
  const { edges } = await reading((ctx) => reorganizationsOf(ctx, {}, { limit: 200 }))
  for (const { node } of edges)
    io.out(`${node.uid}  ${node.effectiveOn}  ${node.status.padEnd(7)}  ${node.title}`)
  if (edges.length === 0) io.out('No reorganizations.')
  return 0
}

/** Rehearses, applies, keeps and undoes a reorganization from a table of old and new codes. */
export const reorganizeCommand: Command = {
  name: 'reorganize',
  summary: 'rehearse, apply or undo a reorganization from a table of old and new codes',
  usage: `reorganize --file mapping.csv --organization <code> --on YYYY-MM-DD
    --parent <code> | --into <code>:<kind>:<name>      where the new units stand: under a unit, or one that the
                                                       organization as a whole goes into
    [--end-superiors]                                  the superiors of the old units end; what is left goes there too
    [--title …] [--decision …]
    [--signatory …] [--signed YYYY-MM-DD] [--tier SUPERIOR_COMMUNE] [--targets SUM|CARRY_OVER|CLOSE]
    [--rest-to-principal] [--apply | --draft]          without either: a rehearsal, nothing is written
  reorganize --list | --rehearse <id> | --carry <id> | --undo <id>`,
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const asked = [values.file, values.undo, values.rehearse, values.carry, values.list || undefined]
    if (asked.filter((value) => value !== undefined).length !== 1)
      throw new UsageError('Give exactly one of --file, --list, --rehearse, --carry and --undo')
    if (values.apply && values.draft) throw new UsageError('Give --apply or --draft, not both')
    const { file, undo, rehearse, carry } = values
    if (file !== undefined)
      return values.apply || values.draft ? storeFile(values, file, io) : rehearseFile(values, file, io)
    if (rehearse !== undefined)
      return writing(async (ctx) => printReport(await rehearseReorganization(ctx, rehearse), io))
    if (carry !== undefined) {
      await writingOnRecord(actOn('applyReorganization', carry), async (ctx) =>
        applyReorganization(ctx, carry, (await requirePlan(ctx, carry)).version),
      )
      io.out(`Applied. To undo: reorganize --undo ${carry}`)
      return 0
    }
    if (undo === undefined) return list(io)
    await writingOnRecord(actOn('undoReorganization', undo), async (ctx) =>
      undoReorganization(ctx, undo, (await requirePlan(ctx, undo)).version),
    )
    io.out('Undone: everything is as it was before.')
    return 0
  },
}
