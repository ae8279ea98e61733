import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, inject, it } from 'vitest'
import { createContext } from '../../src/context.js'
import { openDatabase } from '../../src/database/data-source.js'
import { migrate } from '../../src/database/migrate.js'
import { importLines } from '../../src/features/exchange/import.service.js'
import { reorganizationsOf } from '../../src/features/reorganization/plan.service.js'
import { verify } from '../../src/features/verify/verify.service.js'
import { emptyDatabase } from '../database.js'
import { stored } from '../stored.js'

const dist = new URL('../../dist/', import.meta.url)

/** Applies a reorganization in a process of its own, with the built system; says when it begins and when it is done. */
const applying = `
const at = (path) => import(new URL(path, ${JSON.stringify(dist.href)}).href)
const { openDatabase } = await at('database/data-source.js')
const { createContext } = await at('context.js')
const { applyReorganization } = await at('features/reorganization/apply.service.js')
const [file, uid, version] = process.argv.slice(1)
const database = await openDatabase({ dialect: 'sqlite', file })
console.log('begun')
await applyReorganization(createContext({ database }), uid, Number(version))
console.log('done')
`

const communes = 60
const lines = [
  { type: 'establish', code: 'P', name: 'Tỉnh', tier: 'PROVINCE', kind: 'PROVINCE', on: '2020-01-01' },
  {
    type: 'establish',
    code: 'D',
    name: 'Huyện',
    tier: 'DISTRICT',
    kind: 'DISTRICT',
    parent: 'P',
    on: '2020-01-01',
  },
  ...Array.from({ length: communes }, (_, index) => index).flatMap((index) => [
    {
      ...{ type: 'establish', code: `X${index}`, name: `Xã ${index}`, tier: 'GRASSROOTS', kind: 'COMMUNE' },
      ...{ parent: 'D', on: '2020-01-01' },
    },
    ...[1, 2].flatMap((cell) => [
      {
        ...{ type: 'establish', code: `X${index}-${cell}`, name: `Chi bộ ${index}.${cell}`, tier: 'CELL' },
        ...{ kind: 'RESIDENTIAL', parent: `X${index}`, on: '2020-01-01' },
      },
      {
        ...{ type: 'openingBalance', organization: `X${index}-${cell}`, on: '2020-12-31' },
        ...{ members: 5, probationaryMembers: 1 },
      },
    ]),
  ]),
  { type: 'reorganization', ref: 'sx', organization: 'P', on: '2025-07-01', title: 'Sắp xếp', apply: false },
  ...Array.from({ length: communes / 2 }, (_, index) => ({
    ...{ type: 'operation', reorganization: 'sx', kind: 'MERGE' },
    units: [{ code: `X${2 * index}` }, { code: `X${2 * index + 1}` }],
    successors: [
      {
        newUnit: {
          ...{ code: `M${index}`, name: `Xã mới ${index}`, tier: 'SUPERIOR_COMMUNE', kind: 'COMMUNE' },
          parent: { code: 'P' },
        },
      },
    ],
  })),
  ...Array.from({ length: communes }, (_, index) => ({
    ...{ type: 'operation', reorganization: 'sx', kind: 'MERGE' },
    ...{ units: [{ code: `X${index}-2` }], successors: [{ unit: { code: `X${index}-1` } }] },
  })),
]

describe.runIf(inject('engine') === 'sqlite')('applying a reorganization', () => {
  it('that is killed leaves the state before or the state after, and nothing between', async () => {
    const empty = await emptyDatabase()
    if (empty.config.dialect !== 'sqlite') return
    const { config } = empty
    await migrate(config)
    const looking = async <T>(look: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>) => {
      const database = await openDatabase(config)
      try {
        return await look(database)
      } finally {
        await database.close()
      }
    }
    const draft = await looking(async (database) => {
      const report = await importLines(createContext({ database }), lines, { source: 'x' })
      expect(report.errors).toEqual([])
      const { edges } = await reorganizationsOf(createContext({ database }), {}, { limit: 1 })
      return edges[0]?.node
    })
    const before = await looking(stored)
    const killed: string[] = []
    for (const delay of [0, 60, 250, 60_000]) {
      const args = [
        '--input-type=module',
        '-e',
        applying,
        config.file,
        draft?.uid ?? '',
        String(draft?.version),
      ]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      let text = ''
      child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
      const closed = once(child, 'close')
      while (!text.includes('begun')) await Promise.race([once(child.stdout, 'data'), closed])
      await Promise.race([sleep(delay), closed])
      child.kill('SIGKILL')
      await closed
      const status = await looking(async (database) => {
        const { edges } = await reorganizationsOf(createContext({ database }), {}, { limit: 1 })
        return edges[0]?.node.status ?? ''
      })
      killed.push(status)
      const now = await looking(stored)
      if (status === 'DRAFT') expect(now).toEqual(before)
      expect(await looking((database) => verify(createContext({ database })))).toEqual([])
      if (status === 'APPLIED') break
    }
    expect(killed).toContain('DRAFT')
    expect(killed.at(-1)).toBe('APPLIED')
    await empty.drop()
  }, 300_000)
})
