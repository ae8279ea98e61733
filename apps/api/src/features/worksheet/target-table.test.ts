import { describe, expect, it } from 'vitest'
import { readTargetTable } from './target-table.js'

describe('a file of targets', () => {
  it('has a line for each unit; commas or semicolons, quotes, ranges and Vietnamese thousands', () => {
    expect(
      readTargetTable(
        '\uFEFFcode;name;target;note\r\n20551;"Vĩnh; Điện";1.200;\r\n\r\n20575;x;5-6;NQ 04\r\n',
      ),
    ).toEqual({
      rows: [
        { line: 2, code: '20551', amountMin: 1_200, amountMax: null, note: null },
        { line: 4, code: '20575', amountMin: 5, amountMax: 6, note: 'NQ 04' },
      ],
      faults: [],
    })
  })

  it('tells of each line what is wrong with it', () => {
    const { rows, faults } = readTargetTable('code,target\n1,-3\n2,3.5\n3,mười\n,4\n5,6-5\n6,7\n7,1000001')
    expect(rows.map(({ code }) => code)).toEqual(['6'])
    expect(faults.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 8])
    expect(readTargetTable('unit,amount\n1,2').faults).toEqual([
      { line: 1, message: 'the heading must name code and target' },
    ])
  })
})
