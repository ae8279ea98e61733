import type { Label } from '@seedbed/shared'
import { useCallback } from 'react'
import { usePreferences } from '../preferences.js'
import { fill, type TextParams } from './i18n.js'

/** Texts that only one screen needs; they are fetched with it. */
export type OwnTexts = Readonly<Record<string, Label>>

/** The texts of a screen of its own, in the language in force. */
export function useOwnTexts<T extends OwnTexts>(texts: T): (key: keyof T, params?: TextParams) => string {
  const { language } = usePreferences()
  return useCallback(
    (key: keyof T, params?: TextParams) => fill((texts[key] as Label)[language], params),
    [texts, language],
  )
}
