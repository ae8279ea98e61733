import { parseArgs } from 'node:util'
import { SIZES, type Size } from './sizes.js'

export interface Options {
  engines: ('sqlite' | 'mysql')[]
  sizes: Size[]
  /** Measured repetitions of every question, after the warming ones. */
  repetitions: number
  warming: number
  /** Bytes of the ledger that the server may keep in memory. */
  columnBytes: number
}

function oneOf<Item extends string>(value: string | undefined, all: readonly Item[], option: string): Item[] {
  if (value === undefined) return [...all]
  const found = all.filter((item) => item === value)
  if (found.length === 0) throw new Error(`--${option} is one of ${all.join(', ')}`)
  return found
}

/** Reads --quick, --engine and --size; refuses anything else. */
export function readOptions(args: readonly string[], columnBytes: number): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, engine: { type: 'string' }, size: { type: 'string' } },
  })
  const sizes = oneOf(
    values.size,
    SIZES.map(({ name }) => name),
    'size',
  )
  return {
    engines: oneOf(values.engine, ['sqlite', 'mysql'] as const, 'engine'),
    sizes: SIZES.filter(({ name }) => sizes.includes(name)),
    repetitions: values.quick ? 7 : 25,
    warming: values.quick ? 2 : 5,
    columnBytes,
  }
}
