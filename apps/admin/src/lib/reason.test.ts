import { reason } from '@seedbed/shared'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { describe, expect, it } from 'vitest'
import { failureOf } from './errors.js'
import { tellReason } from './reason.js'

const refused = (extensions: Record<string, unknown>) =>
  failureOf(new CombinedGraphQLErrors({ errors: [{ message: 'in English', extensions }] }))

describe('the reason of a refusal', () => {
  it('is left to the words of the server where it is not known here, itself or what it rests on', () => {
    const unknown = { key: 'OF_A_LATER_VERSION', params: {} }
    for (const told of [undefined, null, 'x', unknown, { key: 'LATER_RESTS', params: { why: unknown } }])
      expect(refused({ code: 'CONFLICT', reason: told }).reason).toBeUndefined()
  })

  it('is told in the language of the user, with days, numbers and levels as on screen', () => {
    const why = reason('NOT_UNDER', { tier: 'CELL', parentTier: 'DISTRICT', day: '2025-07-01' })
    const told = refused({ code: 'CONFLICT', reason: reason('LATER_FAILS', { why }) }).reason
    expect(told && tellReason(told, 'vi')).toBe(
      'một sự kiện đã ghi ở ngày sau sẽ không còn đúng: vào ngày 01/07/2025, đơn vị loại “Chi bộ” không được trực thuộc thẳng đơn vị loại “Cấp huyện và tương đương”',
    )
    expect(tellReason(reason('STILL_HAS_MEMBERS', { members: 1234 }), 'en')).toContain('1,234 members')
  })
})
