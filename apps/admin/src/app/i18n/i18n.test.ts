import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { hasTexts, loadTexts, translate } from './i18n.js'
import { vi as frame } from './vi.js'
import { viPages } from './vi-pages.js'

const vi = { ...frame, ...viPages }

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).sort()

describe('texts', () => {
  it('are complete in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
    for (const texts of [vi, en]) for (const text of Object.values(texts)) expect(text.trim()).not.toBe('')
  })

  it('have the same holes in both languages', () => {
    for (const key of Object.keys(vi) as Array<keyof typeof vi>)
      expect([key, holes(en[key])]).toEqual([key, holes(vi[key])])
  })

  it('fill their holes', () => {
    expect(translate('vi', 'tree.more', { n: 3 })).toBe('Tải thêm (3 đơn vị nữa)')
  })

  it('in English are fetched when they are asked for', async () => {
    await loadTexts('en')
    expect([hasTexts('vi'), hasTexts('en')]).toEqual([true, true])
    expect(translate('en', 'tree.more', { n: 3 })).toBe(en['tree.more'].replace('{n}', '3'))
  })
})
