import type { Day } from '@seedbed/shared'
import type { TreeDraft } from '../organizations/tree-draft.js'
import { versionAt } from '../organizations/tree-in-time.js'
import type { Lines, LineOf, Numbered } from './import-lines.js'
import type { Faults } from './import-report.js'
import { UnitCodes } from './unit-codes.js'

const types = ['establish', 'rename', 'reclassify', 'move', 'dissolve'] as const
type StructureLine = LineOf<(typeof types)[number]>

/** What must hold of the acts of a file once everything of it is recorded. */
export interface DraftedActs {
  /** Units that end or are no cells any more from a day on, by their ids in the draft: they must be empty. */
  emptied: Array<{ line: number; unit: number; on: Day }>
}

/** Does the acts of the file on the draft, in the order of the file; refusals are collected by line. */
export function draftStructure(
  draft: TreeDraft,
  lines: Lines,
  faults: Faults,
  cellTiers: ReadonlySet<string>,
): DraftedActs {
  const acts: DraftedActs = { emptied: [] }
  for (const numbered of lines.of(...types)) {
    const { line, data } = numbered
    if (isPassedOver(data, faults)) {
      faults.poison(data)
      continue
    }
    faults.attempt(line, data, () => {
      const unit = act(draft, numbered)
      if (mustBeEmpty(draft, data, cellTiers)) acts.emptied.push({ line, unit, on: data.on })
    })
  }
  return acts
}

/** The act that was just done ends the unit, or makes it one that holds no members. */
function mustBeEmpty(draft: TreeDraft, data: StructureLine, cellTiers: ReadonlySet<string>): boolean {
  if (data.type === 'dissolve') return true
  if (data.type !== 'reclassify' || data.tier === undefined || cellTiers.has(data.tier)) return false
  const before = draft.events.at(-1)?.before
  return cellTiers.has((before && versionAt(before, data.on)?.tier) ?? '')
}

function isPassedOver(data: StructureLine, faults: Faults): boolean {
  const named = [
    data.type === 'establish' ? undefined : data.organization,
    data.type === 'establish' || data.type === 'move' ? data.parent : undefined,
    data.type === 'dissolve' ? data.successor : undefined,
  ]
  return named.some((code) => code !== undefined && faults.codes.has(code))
}

function act(draft: TreeDraft, { data }: Numbered<StructureLine>): number {
  const find = (code: string): number =>
    draft.findByCode(code, data.on)?.id ?? new UnitCodes(draft.units.values()).find(code, data.on)
  const basis = { on: data.on, documentRef: data.document ?? null, note: data.note ?? null }
  switch (data.type) {
    case 'establish': {
      const { code, name, tier, kind, sector = null, parent } = data
      const facts = { code, name, tier, kind, sector, parent: parent === undefined ? null : find(parent) }
      return draft.establish(facts, basis).id
    }
    case 'rename':
      return draft.rename(find(data.organization), { name: data.name, code: data.code ?? null }, basis).id
    case 'reclassify': {
      const { tier, kind, sector, name, code } = data
      const change = Object.fromEntries(
        Object.entries({ tier, kind, sector, name, code }).filter(([, value]) => value !== undefined),
      )
      return draft.reclassify(find(data.organization), change, basis).id
    }
    case 'move':
      return draft.move(
        find(data.organization),
        { parent: find(data.parent), code: data.code ?? null },
        basis,
      ).id
    case 'dissolve': {
      const successor = data.successor === undefined ? null : find(data.successor)
      const change = { successor, reason: data.reason ?? null }
      return draft.dissolve(find(data.organization), change, basis).id
    }
  }
}
