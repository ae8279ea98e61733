import type { ImportLine } from '../features/exchange/import-format.js'
import { mappingOperations, type UnitOnEve } from '../features/reorganization/mapping-operations.js'
import type { MappingRow } from '../features/reorganization/mapping.js'
import type { NewUnitSpec, OperationBody, UnitRef } from '../features/reorganization/operation.js'
import { DIEN_PHUONG } from './cases/dien-ban-units.js'
import { MERGERS } from './data/mergers.js'
import { unitsOf, type Unit } from './units.js'

/** Day on which the district level ended and provinces and communes were merged. */
export const REFORM_ON = '2025-07-01'

type OperationLine = Extract<ImportLine, { type: 'operation' }>

interface Taking {
  ref: string
  name: string
  kind: string
  title: string
  document: string
}

/** The provinces that take the two over. Their other parts lie outside the two lists and are left out. */
const taking: Readonly<Record<string, Taking>> = {
  49: {
    ref: '48',
    name: 'Thành phố Đà Nẵng',
    kind: 'CITY',
    title: 'Hợp nhất tỉnh Quảng Nam vào thành phố Đà Nẵng, kết thúc cấp huyện, sắp xếp cấp xã',
    document: '1659/NQ-UBTVQH15',
  },
  60: {
    ref: '68',
    name: 'Tỉnh Lâm Đồng',
    kind: 'PROVINCE',
    title: 'Hợp nhất tỉnh Bình Thuận vào tỉnh Lâm Đồng, kết thúc cấp huyện, sắp xếp cấp xã',
    document: '1671/NQ-UBTVQH15',
  },
}

/** Lines of the table of a province. */
export function mergersOf(province: string): MappingRow[] {
  return MERGERS.split('\n').flatMap((text, index): MappingRow[] => {
    const [of = '', oldCode = '', newCode = '', newName = '', extent = ''] = text.split('|')
    if (of !== province) return []
    return [{ line: index + 1, oldCode, newCode, newName, extent: extent === 'P' ? 'PART' : 'WHOLE' }]
  })
}

const onEve = (unit: Unit): UnitOnEve => ({
  uid: unit.code,
  name: unit.name,
  code: unit.code,
  tier: unit.tier,
  kind: unit.kind,
  sector: unit.sector ?? null,
  parent: unit.parent?.code ?? null,
})

const refOf = (unit: UnitRef) => ('id' in unit ? { code: unit.id } : { ref: unit.ref })

function newUnitOf({ ref, parent, code, name, tier, kind, sector }: NewUnitSpec) {
  return {
    ...{ ref, code, name, tier, kind },
    ...(sector === null ? {} : { sector }),
    ...(parent === null ? {} : { parent: refOf(parent) }),
  }
}

function lineOf(reorganization: string, body: OperationBody): OperationLine {
  const { kind, units, newUnit, successors, parent, name, code, tier, unitKind, reason } = body
  return {
    type: 'operation',
    reorganization,
    kind,
    ...(units.length === 0 ? {} : { units: units.map(refOf) }),
    ...(newUnit ? { newUnit: newUnitOf(newUnit) } : {}),
    ...(successors.length === 0
      ? {}
      : {
          successors: successors.map((one) => ({
            ...(one.unit ? { unit: refOf(one.unit) } : {}),
            ...(one.newUnit ? { newUnit: newUnitOf(one.newUnit) } : {}),
            principal: one.principal,
            ...(one.children.length === 0 ? {} : { children: one.children.map(refOf) }),
          })),
        }),
    ...(parent ? { parent: refOf(parent) } : {}),
    ...(name === null ? {} : { name }),
    ...(code === null ? {} : { code }),
    ...(tier === null ? {} : { tier }),
    ...(unitKind === null ? {} : { unitKind }),
    ...(reason === null ? {} : { reason }),
  }
}

/** The cells of a commune that is divided go to its successors in turn: the lists do not say which part goes where. */
function withChildren(body: OperationBody, communes: ReadonlyMap<string, Unit>): OperationBody {
  const [unit] = body.units
  const commune = unit && 'id' in unit ? communes.get(unit.id) : undefined
  if (body.kind !== 'SPLIT' || !commune) return body
  const successors = body.successors.map((one, place) => ({
    ...one,
    children: commune.children
      .filter((_child, index) => index % body.successors.length === place)
      .map(({ code }): UnitRef => ({ id: code })),
  }))
  return { ...body, successors }
}

/**
 * The reform of 1 July 2025 of a province: it goes on in another, its districts end, its communes are merged and stand
 * directly under the province. It stays a draft, to be rehearsed and applied: what accounts may see follows the tree
 * of today, and the demonstration is at home in that of 2024.
 */
export function reformLines(province: Unit): ImportLine[] {
  const to = taking[province.code]
  if (!to) throw new RangeError(`No province takes ${province.code} over`)
  const reorganization = `demo-reform-${province.code}`
  const communes = new Map(unitsOf(province).map((unit) => [unit.code, unit]))
  const units = new Map([...communes].map(([code, unit]) => [code, onEve(unit)]))
  const placing = { parent: { ref: to.ref }, tier: 'SUPERIOR_COMMUNE' }
  const { bodies, faults } = mappingOperations(mergersOf(province.code), units, placing)
  if (faults.length > 0)
    throw new RangeError(`The table of mergers names unknown communes: ${JSON.stringify(faults)}`)
  const territorial = province.children.filter(({ kind }) => ['CITY', 'TOWN', 'DISTRICT'].includes(kind))
  return [
    {
      type: 'reorganization',
      ref: reorganization,
      organization: province.code,
      on: REFORM_ON,
      title: to.title,
      decisionNumber: to.document,
      signatory: 'Ủy ban Thường vụ Quốc hội',
      signedOn: '2025-06-16',
      targetRule: 'SUM',
      apply: false,
    },
    {
      type: 'operation',
      reorganization,
      kind: 'MERGE',
      units: [{ code: province.code }],
      successors: [
        { newUnit: { ref: to.ref, code: to.ref, name: to.name, tier: 'PROVINCE', kind: to.kind } },
      ],
    },
    ...bodies.map((body) => lineOf(reorganization, withChildren(body, communes))),
    ...territorial.map((district): OperationLine => ({
      type: 'operation',
      reorganization,
      kind: 'DISSOLVE',
      units: [{ code: district.code }],
      successors: [{ unit: { ref: to.ref } }],
      reason: 'INSTITUTION_ABOLISHED',
    })),
  ]
}

/** A reorganization that is still being drafted: two residential cells of Điện Phương become one. */
export function draftLines(town: Unit): ImportLine[] {
  const reorganization = 'demo-draft'
  const commune = town.children.find(({ code }) => code === DIEN_PHUONG)
  const [first, second] = (commune?.children ?? []).filter(({ kind }) => kind === 'RESIDENTIAL')
  if (!commune || !first || !second) throw new RangeError('No two residential cells in Điện Phương')
  return [
    {
      type: 'reorganization',
      ref: reorganization,
      organization: commune.code,
      on: '2025-01-01',
      title: 'Dự kiến sáp nhập hai chi bộ khu dân cư của phường Điện Phương',
      apply: false,
    },
    {
      type: 'operation',
      reorganization,
      kind: 'MERGE',
      units: [{ code: first.code }],
      successors: [{ unit: { code: second.code } }],
    },
  ]
}
