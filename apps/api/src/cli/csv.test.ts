import { expect, it } from 'vitest'
import { csv } from './csv.js'

it.each(['=1+1', '+84', '-x', '@a', '＝1', '＋1', '－x', '＠a', '  =1', '\t=1'])(
  'a cell "%s" is no formula of a spreadsheet',
  (text) => {
    expect(csv([[text]])).toMatch(/^"?'/u)
  },
)

it('numbers stay numbers, and commas, quotes and lines are quoted', () => {
  expect(csv([['-5', '2.5', 'a,b', 'c"d', 'e\nf']])).toBe('-5,2.5,"a,b","c""d","e\nf"')
})
