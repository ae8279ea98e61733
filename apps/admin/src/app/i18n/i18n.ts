import type { Label } from '@seedbed/shared'
import { useCallback } from 'react'
import type { Language } from '../../lib/format.js'
import { usePreferences } from '../preferences.js'
import { vi, type TextKey } from './vi.js'

export type { TextKey } from './vi.js'
export type TextParams = Record<string, string | number>

type Texts = Record<TextKey, string>

/** Vietnamese comes with the application, other languages when they are asked for. */
const texts: { vi: Texts } & Partial<Record<Language, Texts>> = { vi }

/** Whether texts of this language can be shown now. */
export function hasTexts(language: Language): boolean {
  return texts[language] !== undefined
}

/** Fetches the texts of a language, once. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === 'en') texts.en ??= (await import('./en.js')).en
}

/** A text with its {names} filled in. */
export function fill(text: string, params: TextParams = {}): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole))
}

/** The text of a key with its {names} filled in. */
export function translate(language: Language, key: TextKey, params?: TextParams): string {
  return fill((texts[language] ?? texts.vi)[key], params)
}

/** Texts in the language in force: t for keys, label for entries of the shared code lists. */
export function useTexts() {
  const { language } = usePreferences()
  const t = useCallback((key: TextKey, params?: TextParams) => translate(language, key, params), [language])
  const label = useCallback(
    (list: Readonly<Record<string, Label>>, code: string | null | undefined) =>
      code ? (list[code]?.[language] ?? code) : '',
    [language],
  )
  return { t, label, language }
}
