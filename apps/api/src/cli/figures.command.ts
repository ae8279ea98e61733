import {
  codesOf,
  COUNT_BASES,
  findIndicator,
  isDay,
  MEMBER_BASES,
  PERIMETERS,
  ROUNDING_MODES,
  TARGET_KINDS,
  type Rounding,
} from '@seedbed/shared'
import { parseArgs } from 'node:util'
import { figuresOf } from '../features/figures/figures.service.js'
import type { Figure } from '../features/figures/figure.js'
import type { FiguresInput } from '../features/figures/question.js'
import { findOrganizationByCode } from '../features/organizations/organization.service.js'
import { UsageError, type Command } from './command.js'
import { table } from './table.js'
import { reading } from './with-context.js'

const text = { type: 'string' } as const
const options = {
  code: text,
  at: text,
  from: text,
  'as-of': text,
  indicators: text,
  perimeter: text,
  'tree-at': text,
  'count-basis': text,
  'target-kind': text,
  'member-base': text,
  rounding: text,
  json: { type: 'boolean', default: false },
} as const

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing`)
  return value
}

function dayOf(name: string, value: string): string {
  if (!isDay(value)) throw new UsageError(`--${name} must be a day, YYYY-MM-DD`)
  return value
}

function oneOf<Code extends string>(
  name: string,
  codes: readonly Code[],
  value: string | undefined,
): Code | null {
  if (value === undefined) return null
  const code = codes.find((one) => one === value)
  if (!code) throw new UsageError(`--${name} must be one of ${codes.join(', ')}`)
  return code
}

function roundingOf(value: string | undefined): Rounding | null {
  if (value === undefined) return null
  const [word, digits, ...rest] = value.split(':')
  const mode = oneOf('rounding', ROUNDING_MODES, word)
  if (mode === null || rest.length > 0 || !/^\d$/u.test(digits ?? ''))
    throw new UsageError('--rounding must be like HALF_UP:2 or TRUNCATE:2')
  return { mode, decimals: Number(digits) }
}

function row({ indicator, numerator, denominator, text: shown }: Figure): string[] {
  const number = (value: number | null) => (value === null ? '' : String(value))
  const label = findIndicator(indicator)?.label.vi ?? ''
  return [indicator, label, number(numerator), number(denominator), shown]
}

/** The figures of a unit, as a table or as JSON. */
export const figuresCommand: Command = {
  name: 'figures',
  summary: 'figures of a unit for a period',
  usage:
    'figures --code <code> --from <day> --as-of <day> --indicators a,b [--at <day>] [--perimeter RECORDED|RESTATED]\n' +
    '  [--tree-at <day>] [--count-basis DECISION|CEREMONY] [--target-kind <kind>] [--member-base <base>]\n' +
    '  [--rounding HALF_UP:2] [--json]',
  async run(args, io) {
    const { values } = parseArgs({ args, options, strict: true })
    const code = required('code', values.code)
    const asOf = dayOf('as-of', required('as-of', values['as-of']))
    const treeAt = values['tree-at']
    const input: FiguresInput = {
      from: dayOf('from', required('from', values.from)),
      asOf,
      indicators: required('indicators', values.indicators).split(','),
      perimeter: oneOf('perimeter', codesOf(PERIMETERS), values.perimeter),
      treeAt: treeAt === undefined ? null : dayOf('tree-at', treeAt),
      countBasis: oneOf('count-basis', codesOf(COUNT_BASES), values['count-basis']),
      targetKind: oneOf('target-kind', codesOf(TARGET_KINDS), values['target-kind']),
      memberBase: oneOf('member-base', codesOf(MEMBER_BASES), values['member-base']),
      rounding: roundingOf(values.rounding),
    }
    const at = values.at === undefined ? asOf : dayOf('at', values.at)
    const figures = await reading(async (ctx) =>
      figuresOf(ctx, await findOrganizationByCode(ctx, code, at), input),
    )
    if (values.json) io.out(JSON.stringify(figures, null, 2))
    else io.out(table([['indicator', 'label', 'numerator', 'denominator', 'value'], ...figures.map(row)]))
    return 0
  },
}
