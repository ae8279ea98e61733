import { describe, expect, it } from 'vitest'
import { en } from './words.en.js'
import { vi, type WordKey } from './words.vi.js'

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]).sort()

describe('the texts of reorganizations', () => {
  it('have the same holes in both languages', () => {
    for (const key of Object.keys(vi) as WordKey[])
      expect([key, holes(en[key])]).toEqual([key, holes(vi[key])])
  })
})
