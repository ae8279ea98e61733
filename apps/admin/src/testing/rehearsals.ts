type Values = Record<string, unknown>

const members = (count: number) => [
  { indicator: 'members', numerator: count, denominator: null, value: count, text: String(count) },
]

const unit = (key: string, name: string, parts: Values = {}) => ({
  key,
  parentKey: 'province',
  code: key,
  name,
  tier: 'GRASSROOTS',
  kind: 'WARD',
  change: null,
  members: 0,
  cells: 0,
  ...parts,
})

const change = (key: string, kind: string, parts: Values) => ({
  key,
  change: kind,
  kind: 'MERGE',
  position: 1,
  nameBefore: null,
  nameAfter: null,
  codeBefore: null,
  codeAfter: null,
  tierBefore: null,
  tierAfter: null,
  parentBefore: null,
  parentAfter: null,
  becomes: [],
  members: 0,
  cells: 0,
  ...parts,
})

/** What carrying out the draft of the tests would do, as the API answers it. */
export function testRehearsal(parts: Values = {}): Values {
  return {
    version: 7,
    faults: [],
    unitsBefore: 5,
    unitsAfter: 4,
    cellsBefore: 31,
    cellsAfter: 31,
    membersBefore: 585,
    membersAfter: 585,
    movedAlong: 31,
    changeCount: 3,
    changes: [
      change('ward-0', 'ENDS', {
        nameBefore: 'Phường Điện Phương',
        codeBefore: '20551',
        becomes: ['Phường Điện Bàn'],
        members: 331,
        cells: 17,
      }),
      change('ward-1', 'ENDS', {
        nameBefore: 'Xã Điện Trung',
        codeBefore: '20552',
        becomes: ['Phường Điện Bàn'],
        members: 254,
        cells: 14,
      }),
      change('ref:20557', 'BEGINS', {
        nameAfter: 'Phường Điện Bàn',
        codeAfter: '20557',
        parentAfter: 'Tỉnh Quảng Nam',
        members: 585,
        cells: 31,
      }),
    ],
    collisions: [],
    openMatters: [],
    handwork: [],
    targets: [
      {
        from: 'Xã Điện Trung',
        to: 'Phường Điện Bàn',
        yearFrom: 2025,
        yearTo: 2025,
        kind: 'ASSIGNED',
        amount: 6,
        rule: 'SUM',
      },
    ],
    figures: [
      {
        key: 'ref:20557',
        name: 'Phường Điện Bàn',
        code: '20557',
        before: null,
        recorded: members(0),
        restated: members(585),
      },
    ],
    treeBefore: [
      unit('province', 'Tỉnh Quảng Nam', { parentKey: null }),
      unit('ward-0', 'Phường Điện Phương', { change: 'ENDS', members: 331 }),
      unit('ward-1', 'Xã Điện Trung', { change: 'ENDS', members: 254 }),
    ],
    treeAfter: [
      unit('province', 'Tỉnh Quảng Nam', { parentKey: null }),
      unit('ref:20557', 'Phường Điện Bàn', { change: 'BEGINS', members: 585 }),
    ],
    ...parts,
  }
}
