import { beforeEach, describe, expect, it } from 'vitest'
import { draftKey, dropDraftsOf, keepDraft, readDraft } from './drafts.js'

beforeEach(() => window.localStorage.clear())

describe('drafts', () => {
  it('are kept for one account and one unit', () => {
    keepDraft(draftKey('an', 'cell', 'meeting'), { present: 5 }, '2026-11-21T03:00:00.000Z')
    expect(readDraft(draftKey('an', 'cell', 'meeting'))).toEqual({
      at: '2026-11-21T03:00:00.000Z',
      value: { present: 5 },
    })
    expect(readDraft(draftKey('an', 'other', 'meeting'))).toBeNull()
    expect(readDraft(draftKey('binh', 'cell', 'meeting'))).toBeNull()
  })

  it('go with the account that signs out, and no other', () => {
    for (const account of ['an', 'anh'])
      for (const unit of ['cell', 'other']) keepDraft(draftKey(account, unit, 'meeting'), { present: 5 })
    dropDraftsOf('an')
    expect(readDraft(draftKey('an', 'cell', 'meeting'))).toBeNull()
    expect(readDraft(draftKey('an', 'other', 'meeting'))).toBeNull()
    expect(readDraft(draftKey('anh', 'cell', 'meeting'))).not.toBeNull()
  })

  it('that cannot be read are none', () => {
    const key = draftKey('an', 'cell', 'meeting')
    window.localStorage.setItem(key, '{"at":')
    expect(readDraft(key)).toBeNull()
  })
})
