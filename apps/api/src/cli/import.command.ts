import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { SeedbedError } from '../errors/errors.js'
import {
  importLines,
  listImports,
  type ImportFault,
  type ImportReport,
} from '../features/exchange/import.service.js'
import { undoImport } from '../features/exchange/undo.service.js'
import { UsageError, type Command, type CommandIo } from './command.js'
import { reading, writing } from './with-context.js'

const options = {
  file: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  undo: { type: 'string' },
  list: { type: 'boolean', default: false },
} as const

async function readLines(file: string): Promise<{ lines: string[]; checksum: string }> {
  const hash = createHash('sha256')
  const lines: string[] = []
  try {
    const input = createReadStream(file, 'utf8')
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const text = lines.length === 0 ? line.replace(/^\uFEFF/u, '') : line
      lines.push(text)
      hash.update(text).update('\n')
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SeedbedError('INVALID_INPUT', `file: cannot be read (${reason})`)
  }
  return { lines, checksum: hash.digest('hex') }
}

function faultLine({ line, code, message, since, until }: ImportFault): string {
  const life = since === undefined ? '' : ` (exists ${since} to ${until ?? 'today and on'})`
  return `${line === 0 ? 'file' : `line ${line}`}: ${code} ${message}${life}`
}

function print(report: ImportReport, io: CommandIo): number {
  for (const fault of report.errors) io.error(faultLine(fault))
  if (report.errors.length > 0) {
    io.error(`${report.errors.length} errors, nothing was written`)
    return 1
  }
  for (const [type, count] of Object.entries(report.counts)) io.out(`${String(count).padStart(8)} ${type}`)
  io.out(
    report.batch === null
      ? 'Dry run: all lines can be imported, nothing was written.'
      : `Imported. To undo: import --undo ${report.batch}`,
  )
  return 0
}

async function importFile(file: string, dryRun: boolean, io: CommandIo): Promise<number> {
  const { lines, checksum } = await readLines(file)
  return writing(async (ctx) =>
    print(await importLines(ctx, lines, { source: basename(file), checksum, dryRun }), io),
  )
}

async function list(io: CommandIo): Promise<number> {
  const batches = await reading(listImports)
  for (const { uid, importedAt, undoneAt, source, lines } of batches) {
    io.out(
      `${uid}  ${importedAt}  ${lines} lines  ${source}${undoneAt === null ? '' : `  undone ${undoneAt}`}`,
    )
  }
  if (batches.length === 0) io.out('Nothing was imported.')
  return 0
}

/** Imports a file of lines, lists imports, undoes one. */
export const importCommand: Command = {
  name: 'import',
  summary: 'import a file (docs/import.md), list imports, or undo one',
  usage: 'import --file x.jsonl [--dry-run] | import --list | import --undo <batch>',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const asked = [values.file, values.undo, values.list || undefined].filter((value) => value !== undefined)
    if (asked.length !== 1) throw new UsageError('Give exactly one of --file, --undo and --list')
    if (values['dry-run'] && values.file === undefined) throw new UsageError('--dry-run goes with --file')
    if (values.file !== undefined) return importFile(values.file, values['dry-run'], io)
    if (values.undo === undefined) return list(io)
    const batch = values.undo
    await writing((ctx) => undoImport(ctx, batch))
    io.out('Undone: what the import had brought is gone.')
    return 0
  },
}
