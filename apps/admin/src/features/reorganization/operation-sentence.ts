import { DISSOLVE_REASONS, ORGANIZATION_KINDS, SECTORS, TIERS, type Label } from '@seedbed/shared'
import type { Language } from '../../lib/format.js'
import type { NewUnit, Operation, OperationUnit, Successor } from './reorganization-query.js'
import { nameOf } from './unit-choice.js'
import { sayIn, type Say } from './use-words.js'

/** Names listed before the rest is counted. */
const NAMES = 6

/** Around every name of a sentence; invisible, so that the text alone reads the same. */
export const MARKS = ['\u2068', '\u2069'] as const

const mark = (name: string) => `${MARKS[0]}${name}${MARKS[1]}`

const tiers: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(TIERS).map(([code, { label }]) => [code, label]),
)

interface Speech {
  w: Say
  language: Language
  founded: ReadonlyMap<string, NewUnit>
}

function names(units: readonly OperationUnit[], { w, founded }: Speech): string {
  const shown = units.slice(0, NAMES).map((unit) => mark(nameOf(unit, founded)))
  const left = units.length - shown.length
  return left > 0 ? `${shown.join(', ')} ${w('say.andMore', { n: left })}` : shown.join(', ')
}

function founded(unit: NewUnit, speech: Speech): string {
  const { w } = speech
  const place = unit.parent
    ? w('say.under', { unit: mark(nameOf(unit.parent, speech.founded)) })
    : w('say.root')
  return `${mark(unit.name)} (${w('say.new', { code: unit.code })}, ${place})`
}

function successor({ unit, newUnit }: Successor, speech: Speech): string {
  return newUnit ? founded(newUnit, speech) : mark(nameOf(unit, speech.founded))
}

function changes(operation: Operation, { w, language }: Speech): string {
  const { name, code, tier, unitKind, sector } = operation
  const lists = { tier: tiers, unitKind: ORGANIZATION_KINDS, sector: SECTORS } as const
  const told = (list: Readonly<Record<string, Label>>, value: string) => list[value]?.[language] ?? value
  return [
    name && w('say.name', { name: mark(name) }),
    code && w('say.code', { code }),
    tier && w('say.tier', { tier: told(lists.tier, tier) }),
    unitKind && w('say.kind', { kind: told(lists.unitKind, unitKind) }),
    sector && w('say.sector', { sector: told(lists.sector, sector) }),
  ]
    .filter(Boolean)
    .join(', ')
}

function merge(operation: Operation, speech: Speech): string {
  const { w } = speech
  const units = names(operation.units, speech)
  const [heir] = operation.successors
  if (!heir) return w('say.mergeNowhere', { units })
  return w(heir.newUnit ? 'say.merge' : 'say.mergeInto', { units, heir: successor(heir, speech) })
}

function dissolve(operation: Operation, speech: Speech): string {
  const { w, language } = speech
  const units = names(operation.units, speech)
  const why =
    (DISSOLVE_REASONS as Readonly<Record<string, Label>>)[operation.reason ?? ''] ?? DISSOLVE_REASONS.OTHER
  const [heir] = operation.successors
  const text = w('say.dissolve', { units, why: why[language].toLocaleLowerCase(language) })
  return heir ? `${text}; ${w('say.rest', { heir: successor(heir, speech) })}` : text
}

/** An operation in one plain sentence. Names stand between MARKS. */
export function operationSentence(
  operation: Operation,
  language: Language,
  foundedUnits: ReadonlyMap<string, NewUnit>,
): string {
  const speech: Speech = { w: sayIn(language), language, founded: foundedUnits }
  const { w } = speech
  const units = names(operation.units, speech)
  const parent = mark(nameOf(operation.parent, foundedUnits))
  const withCode = operation.code ? `, ${w('say.code', { code: operation.code })}` : ''
  switch (operation.kind) {
    case 'ESTABLISH':
      return w('say.establish', { unit: operation.newUnit ? founded(operation.newUnit, speech) : '–' })
    case 'RENAME':
      return `${w('say.rename', { units, name: mark(operation.name ?? '–') })}${withCode}`
    case 'RECLASSIFY':
      return w('say.reclassify', { units, changes: changes(operation, speech) })
    case 'MOVE':
      return `${w('say.move', { units, parent })}${withCode}`
    case 'HAND_OVER': {
      const isOut =
        operation.parent?.organization?.tier === 'OUTSIDE' || isFoundedOutside(operation, foundedUnits)
      return `${w(isOut ? 'say.handOver' : 'say.takeOver', { units, parent })}${withCode}`
    }
    case 'MERGE':
      return merge(operation, speech)
    case 'SPLIT':
      return w('say.split', {
        units,
        heirs: operation.successors.map((heir) => successor(heir, speech)).join(w('say.and')),
      })
    case 'DISSOLVE':
      return dissolve(operation, speech)
  }
}

function isFoundedOutside({ parent }: Operation, foundedUnits: ReadonlyMap<string, NewUnit>): boolean {
  return parent?.ref ? foundedUnits.get(parent.ref)?.tier === 'OUTSIDE' : false
}

/** The sentence without the marks around its names. */
export function plainSentence(sentence: string): string {
  return sentence.replace(/[\u2068\u2069]/gu, '')
}
