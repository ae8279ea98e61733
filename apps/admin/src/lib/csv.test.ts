import { describe, expect, it } from 'vitest'
import { csvCell, toCsv } from './csv.js'

describe('a CSV file', () => {
  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx', '\uff1d1', '\uff0b1', '\uff0d1', '\uff201', '  =1'])(
    'takes the sting out of %j',
    (text) => expect(csvCell(text).replace(/^"/u, '').startsWith("'")).toBe(true),
  )

  it('leaves numbers, names and empty cells as they are', () => {
    expect(csvCell(-2)).toBe('-2')
    expect(csvCell('Phường Điện Phương')).toBe('Phường Điện Phương')
    expect(csvCell(null)).toBe('')
  })

  it('quotes what would break a cell', () => {
    expect(csvCell('a, "b"')).toBe('"a, ""b"""')
    expect(
      toCsv([
        ['x', 1],
        ['y', null],
      ]),
    ).toBe('\ufeffx,1\r\ny,\r\n')
  })
})
