import { createContext } from '../src/context.js'
import { openDatabase } from '../src/database/data-source.js'
import { migrate } from '../src/database/migrate.js'
import { execute } from '../src/database/sql.js'
import { inTransaction } from '../src/database/transaction.js'
import { readConfig } from '../src/config.js'
import { importLines } from '../src/features/exchange/import.service.js'
import { findOrganizationByCode } from '../src/features/organizations/organization.service.js'
import { applyReorganization } from '../src/features/reorganization/apply.service.js'
import { addOperations } from '../src/features/reorganization/operation.service.js'
import type { OperationInput } from '../src/features/reorganization/plan.input.js'
import { createReorganization } from '../src/features/reorganization/plan.service.js'
import { moveOrganization } from '../src/features/reorganization/reorganization.service.js'
import { undoReorganization } from '../src/features/reorganization/undo.service.js'
import { prepareGround } from './database.js'

/** A district of 20,000 cells in 1,000 communes beside an empty one. */
const communes = 1_000
const cells = 20

const say = (text: string) => void process.stdout.write(`${text}\n`)
const on = '2020-01-01'

const lines = [
  { type: 'establish', code: 'P', name: 'Tỉnh', tier: 'PROVINCE', kind: 'PROVINCE', on },
  { type: 'establish', code: 'Q', name: 'Tỉnh khác', tier: 'PROVINCE', kind: 'PROVINCE', on },
  { type: 'establish', code: 'D', name: 'Huyện', tier: 'DISTRICT', kind: 'DISTRICT', parent: 'P', on },
  ...Array.from({ length: communes }, (_, one) => one).flatMap((one) => [
    {
      type: 'establish',
      code: `X${one}`,
      name: `Xã ${one}`,
      tier: 'GRASSROOTS',
      kind: 'COMMUNE',
      parent: 'D',
      on,
    },
    ...Array.from({ length: cells }, (_cell, cell) => ({
      ...{ type: 'establish', code: `X${one}-${cell}`, name: `Chi bộ ${one}.${cell}`, tier: 'CELL' },
      ...{ kind: 'RESIDENTIAL', parent: `X${one}`, on },
    })),
  ]),
]

const newUnit = (code: string) => ({
  newUnit: { code, name: `Xã mới ${code}`, tier: 'SUPERIOR_COMMUNE', kind: 'COMMUNE', parent: { code: 'P' } },
})

/** Measures the acts on one engine: milliseconds, ratio to a plain update of `parent`, rows of the closure touched. */
async function runOn(engine: 'sqlite' | 'mysql'): Promise<void> {
  const ground = await prepareGround(engine, readConfig().database, 'province')
  if (!ground) return
  try {
    await migrate(ground.config)
    const database = await openDatabase(ground.config, { poolSize: 2, queryTimeout: 0 })
    const ctx = () => createContext({ database })
    const loaded = await importLines(ctx(), lines, { source: 'bench' })
    if (loaded.errors.length > 0) throw new Error(JSON.stringify(loaded.errors[0]))
    const timed = async (act: () => Promise<unknown>) => {
      const started = performance.now()
      await act()
      return performance.now() - started
    }
    const district = await findOrganizationByCode(ctx(), 'D', on)
    const [root, other] = [
      await findOrganizationByCode(ctx(), 'P', on),
      await findOrganizationByCode(ctx(), 'Q', on),
    ]
    const plain = await timed(() =>
      inTransaction(ctx(), (tx) =>
        execute(tx, 'UPDATE organization_version SET parent = parent WHERE organization = ?', [district.id]),
      ),
    )
    const touched = async (day: string) => {
      const sql = `SELECT COUNT(*) AS n FROM organization_path WHERE valid_from = '${day}' OR valid_to = '${day}'`
      const [row] = (await database.reader.query(sql)) as { n: unknown }[]
      return Number(row?.n)
    }
    const tell = async (name: string, ms: number, day: string) =>
      say(
        `${name.padEnd(58)}${ms.toFixed(0).padStart(8)} ms${(ms / plain).toFixed(0).padStart(9)} x${String(await touched(day)).padStart(9)} rows`,
      )
    say(`\n${engine}, ${communes * cells} cells; a plain update of parent takes ${plain.toFixed(2)} ms`)
    const moving = await timed(async () => {
      const { version } = await findOrganizationByCode(ctx(), 'D', on)
      await moveOrganization(ctx(), {
        id: district.uid,
        version,
        parentId: other.uid,
        effectiveOn: '2024-01-01',
      })
    })
    await tell(`move a district of ${communes * cells} cells`, moving, '2024-01-01')
    const reorganize = async (effectiveOn: string, operations: object[], name: string) => {
      const facts = { organizationId: root.uid, title: name, effectiveOn }
      const draft = await createReorganization(ctx(), facts)
      const plan = await addOperations(ctx(), draft.uid, draft.version, operations as OperationInput[])
      let version = plan.version
      const applying = await timed(async () => {
        version = (await applyReorganization(ctx(), plan.uid, plan.version)).version
      })
      await tell(name, applying, effectiveOn)
      const undoing = await timed(() => undoReorganization(ctx(), plan.uid, version))
      await tell(`  undone`, undoing, effectiveOn)
    }
    const merge = (codes: string[], into: string) => ({
      kind: 'MERGE',
      units: codes.map((code) => ({ code })),
      successors: [newUnit(into)],
    })
    await reorganize('2025-07-01', [merge(['X0', 'X1'], 'M0')], 'merge two communes of 20 cells')
    const half = Math.floor(communes / 2)
    const many = Array.from({ length: Math.floor(half / 5) }, (_, index) =>
      merge(
        Array.from({ length: 5 }, (_x, part) => `X${5 * index + part}`),
        `N${index}`,
      ),
    )
    await reorganize(
      '2025-08-01',
      many,
      `${half} communes and their ${half * cells} cells into ${many.length}`,
    )
    await database.close()
  } finally {
    await ground.clear()
  }
}

async function main(): Promise<void> {
  for (const engine of ['sqlite', 'mysql'] as const)
    if (!process.argv.includes(engine === 'sqlite' ? 'mysql' : 'sqlite')) await runOn(engine)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
