import { describe, expect, it } from 'vitest'
import { operationInput } from './operation-form.js'

const unit = (id: string) => ({ value: `id:${id}`, label: id })

describe('an operation of a form', () => {
  it('sends nothing that its kind does not use', () => {
    const values = {
      units: [unit('a'), unit('b')],
      parent: { value: 'ref:X:1', label: 'X' },
      code: 'left from one unit',
      name: 'left from a renaming',
      note: '  ',
    }
    expect(operationInput('MOVE', values)).toEqual({
      kind: 'MOVE',
      units: [{ id: 'a' }, { id: 'b' }],
      parent: { ref: 'X:1' },
    })
  })

  it('names exactly one principal successor, the one chosen', () => {
    const heirs = [
      { how: 'STANDING' as const, unit: unit('a') },
      { how: 'STANDING' as const, unit: unit('b'), children: [unit('c')] },
    ]
    expect(operationInput('SPLIT', { unit: unit('u'), heirs, principal: 1 }).successors).toEqual([
      { unit: { id: 'a' }, principal: false },
      { unit: { id: 'b' }, principal: true, children: [{ id: 'c' }] },
    ])
  })

  it('takes a unit that stands or one that is founded, whichever was said last', () => {
    const heir = {
      how: 'STANDING' as const,
      unit: unit('a'),
      newUnit: { name: 'N', code: '1', tier: 'CELL', kind: 'WARD' },
    }
    expect(operationInput('MERGE', { units: [unit('u')], heir }).successors).toEqual([
      { unit: { id: 'a' }, principal: true },
    ])
  })
})
