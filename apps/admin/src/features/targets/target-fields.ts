import {
  countsPersons,
  INDICATORS,
  isShareOfAdmitted,
  TARGET_KINDS,
  targetKindRule,
  UNIT_CONDITIONS,
  type Label,
  type TargetKind,
} from '@seedbed/shared'
import type { FieldSpec } from '../../components/form-fields.js'

/** Options that the server holds as data. */
export interface TargetOptions {
  tiers: FieldSpec['options']
  kinds: FieldSpec['options']
  sectors: FieldSpec['options']
  groups: FieldSpec['options']
  documents: FieldSpec['options']
}

const labelsOf = (is: (id: string) => boolean): Record<string, Label> =>
  Object.fromEntries(INDICATORS.filter(({ id }) => is(id)).map(({ id, label }) => [id, label]))

/** Shares of those admitted first, then numbers of them. */
const COMPOSITIONS = {
  ...labelsOf(isShareOfAdmitted),
  ...labelsOf((id) => countsPersons(id) && id.startsWith('admitted') && id !== 'admitted'),
}

/** The fewer units the better is no target. */
const CONDITIONS = Object.fromEntries(
  Object.entries(UNIT_CONDITIONS)
    .filter(([code]) => code !== 'NOBODY_FOR_YEARS')
    .map(([code, { label }]) => [code, label]),
)

const persons: FieldSpec = { name: 'amountMin', label: 'target.persons', type: 'number', required: true }
const rate: FieldSpec = { name: 'rate', label: 'target.rate', type: 'percent', required: true }

function statedBy(kind: TargetKind, indicator: string | undefined, { tiers }: TargetOptions): FieldSpec[] {
  switch (targetKindRule(kind).states) {
    case 'PERSONS':
      return [persons]
    case 'RANGE':
      return [
        { ...persons, label: 'target.from' },
        { name: 'amountMax', label: 'target.to', type: 'number', required: true },
      ]
    case 'RATE_OF_MEMBERS':
      return [rate, { name: 'rateMax', label: 'target.rateMax', type: 'percent' }]
    case 'COMPOSITION':
      return [
        { name: 'indicator', label: 'target.ofWhom', type: 'choice', list: COMPOSITIONS, required: true },
        isShareOfAdmitted(indicator ?? 'femaleShare') ? rate : persons,
      ]
    case 'COVERAGE':
      return [
        { name: 'condition', label: 'target.condition', type: 'choice', list: CONDITIONS, required: true },
        { name: 'tier', label: 'field.tier', type: 'choice', options: tiers, required: true },
        rate,
      ]
  }
}

/** The fields that a kind of target needs; for a part of the unit, folded away. */
export function targetFields(
  kind: TargetKind,
  indicator: string | undefined,
  options: TargetOptions,
  isChange: boolean,
): FieldSpec[] {
  const isOne = targetKindRule(kind).years === 'ONE'
  const { kinds, sectors, groups, documents } = options
  return [
    { name: 'kind', label: 'field.targetKind', type: 'choice', list: TARGET_KINDS, required: true },
    { name: 'yearFrom', label: isOne ? 'target.ofYear' : 'field.yearFrom', type: 'number', required: true },
    ...(isOne ? [] : [{ name: 'yearTo', label: 'field.yearTo', type: 'number', required: true } as const]),
    ...statedBy(kind, indicator, options),
    { name: 'documentId', label: 'field.document', type: 'choice', options: documents },
    { name: 'note', label: 'field.note', type: 'note' },
    ...(isChange
      ? [{ name: 'reason', label: 'worksheet.reason', type: 'note', required: true } as const]
      : []),
    { name: 'unitKind', label: 'target.unitKind', type: 'choice', options: kinds, more: true },
    { name: 'unitSector', label: 'target.unitSector', type: 'choice', options: sectors, more: true },
    { name: 'groupId', label: 'target.group', type: 'choice', options: groups, more: true },
  ]
}
