import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Language } from '../lib/format.js'
import { hasTexts, loadTexts } from './i18n/i18n.js'
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

/** The language to show, in which texts are at hand, and how to choose another. */
function useLanguage(): [Language, (language: Language) => void] {
  const [wanted, setWanted] = useState<Language>(() => remembered('seedbed.language', ['vi', 'en'], 'vi'))
  const [language, setLanguage] = useState<Language>(hasTexts(wanted) ? wanted : 'vi')
  useEffect(() => {
    let current = true
    void loadTexts(wanted).then(() => current && setLanguage(wanted))
    return () => {
      current = false
    }
  }, [wanted])
  const choose = useCallback((next: Language) => {
    remember('seedbed.language', next)
    setWanted(next)
  }, [])
  return [language, choose]
}

/** Language and theme of this browser: one switch each, remembered. Vietnamese first. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useLanguage()
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
      setLanguage,
      setTheme: (next) => {
        remember('seedbed.theme', next)
        setTheme(next)
      },
    }),
    [language, setLanguage, theme],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}

/** The language and theme in force. */
export function usePreferences(): Preferences {
  const value = use(PreferencesContext)
  if (!value) throw new Error('PreferencesProvider is missing')
  return value
}
