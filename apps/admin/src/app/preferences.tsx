import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language } from '../lib/format.js'
import { applyTheme, type ThemeName } from './tokens.js'

interface Preferences {
  language: Language
  theme: ThemeName
  setLanguage: (language: Language) => void
  setTheme: (theme: ThemeName) => void
}

const PreferencesContext = createContext<Preferences | null>(null)

function remembered<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  try {
    const value = localStorage.getItem(key)
    return allowed.find((candidate) => candidate === value) ?? fallback
  } catch {
    return fallback
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    /* a browser that keeps nothing still works */
  }
}

function systemTheme(): ThemeName {
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Language and theme of this browser: one switch each, remembered. Vietnamese first. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => remembered('seedbed.language', ['vi', 'en'], 'vi'))
  const [theme, setTheme] = useState<ThemeName>(() =>
    remembered('seedbed.theme', ['light', 'dark'], systemTheme()),
  )

  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useEffect(() => applyTheme(theme), [theme])

  const value = useMemo<Preferences>(
    () => ({
      language,
      theme,
      setLanguage: (next) => {
        remember('seedbed.language', next)
        setLanguage(next)
      },
      setTheme: (next) => {
        remember('seedbed.theme', next)
        setTheme(next)
      },
    }),
    [language, theme],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}

/** The language and theme in force. */
export function usePreferences(): Preferences {
  const value = use(PreferencesContext)
  if (!value) throw new Error('PreferencesProvider is missing')
  return value
}
