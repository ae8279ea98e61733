import { describe, expect, it } from 'vitest'
import { toldValue } from './told-value.js'

const words = { yes: 'có', no: 'không', rows: (count: number) => `${count} mục` }
const names = new Map([['u-1', 'Chi bộ thôn 1']])
const told = (text: string | null) => toldValue(text, names, words)

describe('values on record', () => {
  it('are told as people write them', () => {
    expect(told(null)).toBe('–')
    expect(told('2024-03-01')).toBe('01/03/2024')
    expect(told('true')).toBe('có')
    expect(told('u-1')).toBe('Chi bộ thôn 1')
    expect(told('["u-1","x"]')).toBe('Chi bộ thôn 1; x')
    expect(told('{"count":25}')).toBe('25 mục')
    expect(told('{"from":"2024-01-01","n":3}')).toBe('from: 01/01/2024, n: 3')
    expect(told('{not json')).toBe('{not json')
  })
})
