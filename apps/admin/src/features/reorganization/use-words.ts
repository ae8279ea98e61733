import { useCallback } from 'react'
import { fill, useTexts, type TextParams } from '../../app/i18n/i18n.js'
import type { Language } from '../../lib/format.js'
import { en } from './words.en.js'
import { vi, type WordKey } from './words.vi.js'

export type { WordKey } from './words.vi.js'
export type Say = (key: WordKey, params?: TextParams) => string

const words: Record<Language, Record<WordKey, string>> = { vi, en }

/** The text of a key of this part of the application, with its {names} filled in. */
export function sayIn(language: Language): Say {
  return (key, params) => fill(words[language][key], params)
}

/** The texts of the reorganizations: they come along when one of their pages is opened, not before. */
export function useWords() {
  const { t, label, language } = useTexts()
  const w: Say = useCallback((key, params) => sayIn(language)(key, params), [language])
  return { w, t, label, language }
}
