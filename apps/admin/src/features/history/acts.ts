import { codesOf, DISSOLVE_REASONS, TARGET_KINDS, targetKindRule } from '@seedbed/shared'
import type { FieldSpec } from '../../components/form-fields.js'
import type { CodeOptions } from '../../components/use-code-options.js'

/** What can be done to a unit from its history. */
export const ACTS = [
  'establish',
  'rename',
  'reclassify',
  'move',
  'dissolve',
  'document',
  'target',
  'rounding',
  'term',
] as const
export type Act = (typeof ACTS)[number]

/** What the viewer may do at the unit, as the API tells it. */
interface Rights {
  viewerCanManage: boolean
  viewerCanFileDocuments: boolean
  viewerCanAssignTargets: boolean
  viewerCanChangeSettings: boolean
  viewerCanSetTerms: boolean
}

const needed: Record<Act, keyof Rights> = {
  establish: 'viewerCanManage',
  rename: 'viewerCanManage',
  reclassify: 'viewerCanManage',
  move: 'viewerCanManage',
  dissolve: 'viewerCanManage',
  document: 'viewerCanFileDocuments',
  target: 'viewerCanAssignTargets',
  rounding: 'viewerCanChangeSettings',
  term: 'viewerCanSetTerms',
}

/** Whether the viewer may do this at the unit. */
export function mayAct(act: Act, unit: Rights): boolean {
  return unit[needed[act]]
}

/** Whether an open dialog of the address is one of the acts. */
export function isAct(text: string | null): text is Act {
  return ACTS.some((act) => act === text)
}

/** What is chosen from: lists that the server holds as data, and the documents of the unit. */
export interface ActChoices extends CodeOptions {
  documents: FieldSpec['options']
}

/** Kinds that a number of persons is enough for; the others are set where targets are. */
const KINDS_OF_PERSONS = Object.fromEntries(
  codesOf(TARGET_KINDS)
    .filter((kind) => ['PERSONS', 'RANGE'].includes(targetKindRule(kind).states))
    .map((kind) => [kind, TARGET_KINDS[kind]]),
)

const note: FieldSpec = { name: 'note', label: 'field.note', type: 'note' }

/** The fields of each act; their names are those of the input. */
export function actFields(act: Act, codes: ActChoices): FieldSpec[] {
  const on: FieldSpec = { name: 'effectiveOn', label: 'field.effectiveOn', type: 'day', required: true }
  const document: FieldSpec = {
    name: 'documentId',
    label: 'field.document',
    type: 'choice',
    options: codes.documents,
  }
  const code = (required: boolean): FieldSpec => ({
    name: 'code',
    label: 'field.code',
    type: 'text',
    required,
  })
  const name = (required: boolean): FieldSpec => ({
    name: 'name',
    label: 'field.name',
    type: 'text',
    required,
  })
  const nature = (required: boolean): FieldSpec[] => [
    { name: 'tier', label: 'field.tier', type: 'choice', options: codes.tiers, required },
    { name: 'kind', label: 'field.kind', type: 'choice', options: codes.kinds, required },
    { name: 'sector', label: 'field.sector', type: 'choice', options: codes.sectors },
  ]
  switch (act) {
    case 'establish':
      return [name(true), code(true), ...nature(true), on, document, note]
    case 'rename':
      return [name(true), on, document, note]
    case 'reclassify':
      return [...nature(false), name(false), code(false), on, document, note]
    case 'move':
      return [{ name: 'parentId', label: 'field.parent', type: 'unit', required: true }, on, document, note]
    case 'dissolve':
      return [
        { ...on, label: 'field.dissolveOn' },
        { name: 'reason', label: 'field.dissolveReason', type: 'choice', list: DISSOLVE_REASONS },
        { name: 'successorId', label: 'field.successor', type: 'cell' },
        document,
        note,
      ]
    case 'document':
      return [
        { name: 'number', label: 'field.number', type: 'text', required: true },
        { name: 'title', label: 'field.title', type: 'text', required: true },
        { name: 'issuer', label: 'field.issuer', type: 'text' },
        { name: 'signedOn', label: 'field.signedOn', type: 'day' },
        note,
      ]
    case 'target':
      return [
        { name: 'kind', label: 'field.targetKind', type: 'choice', list: KINDS_OF_PERSONS, required: true },
        { name: 'yearFrom', label: 'field.yearFrom', type: 'number', required: true },
        { name: 'yearTo', label: 'field.yearTo', type: 'number', required: true },
        { name: 'amountMin', label: 'field.amountMin', type: 'number', required: true },
        { name: 'amountMax', label: 'field.amountMax', type: 'number' },
        document,
        note,
      ]
    case 'rounding':
      return []
    case 'term':
      return [
        { ...name(true), label: 'field.termName' },
        { name: 'from', label: 'field.from', type: 'day', required: true },
        { name: 'to', label: 'field.termTo', type: 'day', future: true },
        document,
      ]
  }
}
