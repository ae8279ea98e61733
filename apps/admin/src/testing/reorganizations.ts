import type { OrganizationEventKind } from '@seedbed/shared'
import { createWorld } from './world.js'

type Values = Record<string, unknown>

/** A call that changed something: its name and what was sent. */
export interface SentCall {
  name: string
  sent: Values
}

const page = { hasNextPage: false, endCursor: null }

function connection<Node>(nodes: readonly Node[]) {
  return {
    edges: nodes.map((node, index) => ({ cursor: String(index), node })),
    pageInfo: page,
    totalCount: nodes.length,
  }
}

const standing = (id: string, name: string, code: string, tier = 'GRASSROOTS') => ({
  ref: null,
  organization: { id, at: '2025-06-30', name, code, tier, holdsMembers: tier === 'CELL' },
})

const founded = (ref: string, name: string, parent: object | null) => ({
  ref,
  code: ref,
  name,
  tier: 'SUPERIOR_COMMUNE',
  kind: 'WARD',
  sector: null,
  parent,
})

const heir = (position: number, parts: Values) => ({
  position,
  extent: 'WHOLE',
  principal: position === 0,
  unit: null,
  newUnit: null,
  children: [],
  ...parts,
})

/** An operation with what its kind uses; everything else is as the API leaves it. */
export function testOperation(id: string, kind: OrganizationEventKind, parts: Values = {}): Values {
  return {
    id,
    position: 1,
    kind,
    units: [],
    newUnit: null,
    successors: [],
    parent: null,
    name: null,
    code: null,
    tier: null,
    unitKind: null,
    sector: null,
    reason: null,
    targetRule: null,
    restToPrincipal: false,
    note: null,
    work: null,
    ...parts,
  }
}

const province = standing('province', 'Tỉnh Quảng Nam', '49', 'PROVINCE')
const phuong = standing('ward-0', 'Phường Điện Phương', '20551')
const trung = standing('ward-1', 'Xã Điện Trung', '20552')

/** Two communes become a ward, and a third one moves under it. */
export function testOperations(): Values[] {
  return [
    testOperation('merge', 'MERGE', {
      units: [phuong, trung],
      successors: [heir(0, { newUnit: founded('20557', 'Đảng bộ phường Điện Bàn', province) })],
    }),
    testOperation('move', 'MOVE', {
      position: 2,
      units: [standing('ward-2', 'Phường Điện Dương', '20553')],
      parent: { ref: '20557', organization: null },
    }),
    testOperation('split', 'SPLIT', {
      position: 3,
      units: [standing('town', 'Thị xã Điện Bàn', '507', 'DISTRICT')],
      successors: [
        heir(0, { newUnit: founded('A1', 'Đảng bộ phường A', province), children: [phuong] }),
        heir(1, { newUnit: founded('B1', 'Đảng bộ phường B', province) }),
      ],
    }),
  ]
}

/** A draft as the API answers it. */
export function testReorganization(parts: Values = {}): Values {
  const operations = (parts.operations as Values[] | undefined) ?? testOperations()
  return {
    id: 'plan',
    version: 7,
    status: 'DRAFT',
    title: 'Sắp xếp thị xã Điện Bàn',
    decisionNumber: '125-QĐ/TU',
    signatory: 'Nguyễn Văn Bình',
    signedOn: '2025-06-16',
    effectiveOn: '2025-07-01',
    targetRule: 'SUM',
    note: null,
    appliedAt: null,
    undoneAt: null,
    createdAt: '2025-05-02T08:00:00Z',
    organization: { id: 'town', at: '2025-06-30', name: 'Thị xã Điện Bàn', viewerCanReorganize: true },
    document: null,
    obstacles: [],
    ...parts,
    operationCount: operations.length,
    operations: connection(operations),
  }
}

interface Options {
  plans?: Values[]
  preview?: Values
  onCall?: (call: SentCall) => void
  /** Further root values. */
  more?: Values
}

const writes = [
  'createReorganization',
  'updateReorganization',
  'addOperations',
  'replaceOperations',
  'changeOperation',
  'removeOperations',
  'addMapping',
]

/** The invented installation of the other tests, with reorganizations. */
export function createReorganizationWorld({
  plans = [testReorganization()],
  preview,
  onCall,
  more,
}: Options = {}) {
  const answer = (name: string) => (sent: Values) => {
    onCall?.({ name, sent: JSON.parse(JSON.stringify(sent)) as Values })
    return { ...plans[0], version: 8 }
  }
  const codes = (...list: string[]) => list.map((code) => ({ code, labelVi: code, labelEn: code }))
  return {
    ...createWorld(),
    tiers: codes('SUPERIOR_COMMUNE', 'GRASSROOTS'),
    organizationKinds: codes('WARD', 'TOWN'),
    sectors: codes('TERRITORIAL'),
    reorganization: ({ id }: { id: string }) => plans.find((plan) => plan.id === id) ?? null,
    reorganizations: ({ status }: { status?: string }) =>
      connection(plans.filter((plan) => !status || plan.status === status)),
    mappingPreview: () => preview,
    deleteReorganization: (sent: Values) => {
      onCall?.({ name: 'deleteReorganization', sent: { ...sent } })
      return sent.id
    },
    ...Object.fromEntries(writes.map((name) => [name, answer(name)])),
    ...more,
  }
}
