import { describe, expect, it } from 'vitest'
import { amountIn, cellsOf, EMPTY_SHEET, pasteDown, redo, step, undo } from './sheet-cells.js'

describe('the cells of a worksheet', () => {
  it('take a column from Excel: each text to its row, what is no number too, nothing beyond the last row', () => {
    const ids = ['a', 'b', 'c']
    const cells = cellsOf('1.200\t"Ghi chú\n""hai"" dòng"\r\nmười\r\n7\r\n8\r\n')
    expect(cells).toEqual([['1.200', 'Ghi chú\n"hai" dòng'], ['mười'], ['7'], ['8']])
    const typed = pasteDown({ b: { note: 'giữ' } }, ids, 1, 'amount', cells)
    expect(typed).toEqual({ b: { amount: '1.200', note: 'Ghi chú\n"hai" dòng' }, c: { amount: 'mười' } })
    expect(pasteDown({}, ids, 0, 'note', [['x', 'y']])).toEqual({ a: { note: 'x' } })
  })

  it('know a range where the kind is one, and only there', () => {
    expect(amountIn('5-6', true)).toEqual({ min: 5, max: 6 })
    expect([amountIn('5', true), amountIn('5-6', false), amountIn('x', true), amountIn(' ', true)]).toEqual([
      'NEEDS_RANGE',
      'ONLY_RANGE',
      'NOT_WHOLE',
      null,
    ])
  })

  it('go back and forth, and forget the future after another step', () => {
    const one = step(EMPTY_SHEET, { a: { amount: '1' } })
    const two = step(one, { a: { amount: '2' } })
    expect(undo(two).rows).toEqual({ a: { amount: '1' } })
    expect(redo(undo(two)).rows).toEqual({ a: { amount: '2' } })
    expect(undo(undo(undo(two))).rows).toEqual({})
    expect(redo(step(undo(two), { a: { amount: '3' } })).rows).toEqual({ a: { amount: '3' } })
  })
})
