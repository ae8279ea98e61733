import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cellsOf, workbookOf } from './xlsx.js'

describe('a workbook', () => {
  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx'])('keeps %j a text that no spreadsheet runs', (text) => {
    const [[cell]] = cellsOf({ name: 'x', rows: [[text]] }) as [[unknown]]
    expect(cell).toEqual({ value: text, type: String })
  })

  it('keeps numbers numbers, empty cells empty, and heads bold', () => {
    const rows = cellsOf({
      name: 'x',
      heads: 1,
      rows: [
        ['Đơn vị', 'Kết nạp'],
        ['Phường Điện Phương', 14],
        [null, -2],
      ],
    })
    expect(rows[0]![0]).toEqual({ value: 'Đơn vị', type: String, fontWeight: 'bold' })
    expect(rows[1]![1]).toEqual({ value: 14, type: Number })
    expect(rows[2]).toEqual([null, { value: -2, type: Number }])
  })

  it('is a file that holds the texts and no formula', async () => {
    const blob = await workbookOf([
      {
        name: 'Kết quả: 15/11',
        rows: [
          ['=HYPERLINK("x")', 5],
          ['Phường Điện Phương', 14],
        ],
      },
    ])
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
    const all = Object.entries(files)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('')
    expect(all).toContain('Phường Điện Phương')
    expect(all).toContain('=HYPERLINK(')
    expect(all).not.toContain('<f>')
  })
})
