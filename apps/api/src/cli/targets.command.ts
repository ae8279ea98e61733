import { isDay, TARGET_KINDS, writtenDay, type Day, type TargetKind } from '@seedbed/shared'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { today } from '../context.js'
import { SeedbedError } from '../errors/errors.js'
import { completionsOf, type TargetCompletion } from '../features/completion/completion.service.js'
import { findOrganizationByCode, loadNearest } from '../features/organizations/organization.service.js'
import { setTargetsOfFile, type FileReport } from '../features/worksheet/target-file.service.js'
import { readTargetTable } from '../features/worksheet/target-table.js'
import { worksheetDays } from '../features/worksheet/worksheet-days.js'
import { worksheetOf, type Worksheet } from '../features/worksheet/worksheet.service.js'
import { toWorksheet } from '../features/worksheet/worksheet.view.js'
import { UsageError, type Command, type CommandIo } from './command.js'
import { table } from './table.js'
import { reading, writingOnRecord } from './with-context.js'

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  code: text,
  year: text,
  'as-of': text,
  set: text,
  document: text,
  reason: text,
  backfilled: flag,
  'dry-run': flag,
  json: flag,
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** What is asked for: a unit, a year, and the as-of date if it is not today. */
interface Asked {
  code: string
  year: number
  asOf: Day | null
}

function askedIn({ code, year, 'as-of': asOf }: Values): Asked {
  if (!code) throw new UsageError('--code is missing')
  if (!/^\d{4}$/u.test(year ?? '')) throw new UsageError('--year must be a year')
  if (asOf !== undefined && !isDay(asOf)) throw new UsageError('--as-of must be a day, YYYY-MM-DD')
  return { code, year: Number(year), asOf: asOf ?? null }
}

const written = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : String(value)

function rowsOf({ rows, year, kind }: Worksheet): string[][] {
  const heading = ['code', 'name', `target ${year - 1}`, 'admitted', 'done', 'members', 'years', 'registered']
  return [
    [...heading, `target ${year} (${kind})`, 'note'],
    ...rows.map((row) => [
      ...[row.organization.code, row.organization.name, written(row.lastTarget), written(row.lastAdmitted)],
      ...[row.lastCompletion?.text ?? '–', String(row.members), written(row.yearsSinceLastAdmission)],
      ...[written(row.registered), written(row.target?.amountMin), row.target?.note ?? ''],
    ]),
  ]
}

function completionRow({ target, name, amount, done, figure, overBy, state }: TargetCompletion): string[] {
  const label = TARGET_KINDS[target.kind as TargetKind].vi
  return [target.kind, label, name, amount, String(done), figure.text, String(overBy), state]
}

async function show(asked: Asked, values: Values, io: CommandIo): Promise<number> {
  await reading(async (ctx) => {
    const [year, asOf] = [asked.year, asked.asOf ?? today(ctx)]
    const { treeAt, lastTo } = worksheetDays(year, asOf)
    const unit = await findOrganizationByCode(ctx, asked.code, treeAt)
    const sheet = await worksheetOf(ctx, unit, { year, asOf, kind: 'ASSIGNED' })
    const own = (await loadNearest(ctx, unit.id, treeAt)) ?? unit
    const completions = await completionsOf(ctx, own, { asOf: treeAt, countBasis: null, rounding: null })
    const { assigned, allotted, left, unitsDone } = toWorksheet(sheet)
    if (values.json) return io.out(JSON.stringify({ worksheet: toWorksheet(sheet), completions }, null, 2))
    io.out(
      `${unit.name}, ${year}: assigned ${written(assigned)}, allotted ${allotted}, left ${written(left)}`,
    )
    io.out(
      `${unitsDone} of ${sheet.rows.length} units have a target; last year to ${lastTo ? writtenDay(lastTo) : '–'}`,
    )
    if (completions.length > 0) {
      const heading = ['kind', 'label', 'name', 'wanted', 'done', 'figure', 'over by', 'state']
      io.out(`\nIts own targets on ${writtenDay(treeAt)}`)
      io.out(table([heading, ...completions.map(completionRow)]))
    }
    io.out('')
    io.out(table(rowsOf(sheet)))
  })
  return 0
}

function print(report: FileReport, dryRun: boolean, io: CommandIo): number {
  for (const { line, message } of report.faults) io.error(`line ${line}: ${message}`)
  if (report.faults.length > 0) {
    io.error(`${report.faults.length} errors, nothing was written`)
    return 1
  }
  const { set, changed, same, sum } = report
  io.out(`${set} set, ${changed} changed, ${same} as they were; ${sum} persons in all`)
  if (dryRun) io.out('Dry run: nothing was written.')
  return 0
}

async function setFile(path: string, asked: Asked, values: Values, io: CommandIo): Promise<number> {
  const content = await readFile(path, 'utf8').catch((error: Error) => {
    throw new SeedbedError('INVALID_INPUT', `file: cannot be read (${error.message})`)
  })
  const { rows, faults } = readTargetTable(content)
  const input = { code: asked.code, year: asked.year, lines: rows.length, dryRun: values['dry-run'] }
  return writingOnRecord({ name: 'setTargetsOfFile', input }, async (ctx) => {
    const [year, asOf] = [asked.year, asked.asOf ?? today(ctx)]
    const unit = await findOrganizationByCode(ctx, asked.code, worksheetDays(year, asOf).treeAt)
    const facts = {
      ...{ year, asOf, rows, documentNumber: values.document ?? null, reason: values.reason?.trim() || null },
      ...{ backfilled: values.backfilled, dryRun: values['dry-run'] || faults.length > 0 },
    }
    const report = await setTargetsOfFile(ctx, unit, facts)
    const all = [...faults, ...report.faults].sort((a, b) => a.line - b.line)
    return print({ ...report, faults: all }, values['dry-run'], io)
  })
}

/** Shows the worksheet of a unit and its own targets, or sets the targets of a file. */
export const targetsCommand: Command = {
  name: 'targets',
  summary: 'targets of a unit and the worksheet of a year; set them from a file',
  usage:
    'targets --code <code> --year <year> [--as-of <day>] [--json]\n' +
    '  targets --code <code> --year <year> --set file.csv [--dry-run] [--as-of <day>] [--document <number>]\n' +
    '    [--reason <text>] [--backfilled]\n' +
    '  file.csv: a heading "code,target,note", then a line for each unit at or below the one named;\n' +
    '  "5-6" sets a range. All lines are written or none.',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const asked = askedIn(values)
    if (values.set === undefined) {
      if (values['dry-run']) throw new UsageError('--dry-run goes with --set')
      return show(asked, values, io)
    }
    if (values.json) throw new UsageError('--json does not go with --set')
    return setFile(values.set, asked, values, io)
  },
}
