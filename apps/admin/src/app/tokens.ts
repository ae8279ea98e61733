/** Colours of the look, light and dark: fed to antd, to the style sheets (as --sb-…) and to the charts. */
export interface Colors {
  accent: string
  wash: string
  text: string
  secondary: string
  tertiary: string
  error: string
  warning: string
  success: string
  info: string
  layout: string
  container: string
  border: string
  borderSecondary: string
  split: string
  fill: string
  track: string
  onAccent: string
  bar: string
  lastYear: string
  behind: string
  emptyCell: string
}

export type ThemeName = 'light' | 'dark'

export const COLORS: Record<ThemeName, Colors> = {
  light: {
    accent: '#8F1D2C',
    wash: '#F6ECED',
    text: '#1C1C1F',
    secondary: '#55555D',
    tertiary: '#66666F',
    error: '#6B3FA0',
    warning: '#8A5A00',
    success: '#2C6E4F',
    info: '#2F6690',
    layout: '#F5F5F6',
    container: '#FFFFFF',
    border: '#CFCFD5',
    borderSecondary: '#E1E1E5',
    split: '#EDEDF0',
    fill: '#F0F0F2',
    track: '#E4E4E8',
    onAccent: '#FFFFFF',
    bar: '#7C7C86',
    lastYear: '#8F8F99',
    behind: '#B98012',
    emptyCell: '#FBF3E2',
  },
  dark: {
    accent: '#E3707C',
    wash: '#3A2226',
    text: '#E9E9EC',
    secondary: '#B1B1B9',
    tertiary: '#96969F',
    error: '#BFA0EA',
    warning: '#E0B057',
    success: '#7CC4A0',
    info: '#7FB2DA',
    layout: '#131315',
    container: '#1B1B1E',
    border: '#47474E',
    borderSecondary: '#36363C',
    split: '#2B2B30',
    fill: '#26262A',
    track: '#36363C',
    onAccent: '#1B1B1E',
    bar: '#8E8E98',
    lastYear: '#73737D',
    behind: '#C9973C',
    emptyCell: '#33291A',
  },
}

/** Tree map: below pace, below 125 %, below 175 %, from 175 %; light and dark alike, text chosen for contrast. */
export const MAP_COLORS = {
  behind: { fill: '#E9C983', text: '#1C1C1F' },
  low: { fill: '#D6D6DB', text: '#1C1C1F' },
  middle: { fill: '#A9A9B2', text: '#1C1C1F' },
  high: { fill: '#55555D', text: '#FFFFFF' },
} as const

/** Puts the colours on the document as custom properties; the style sheets read nothing else. */
export function applyTheme(name: ThemeName): void {
  const root = document.documentElement
  root.dataset.theme = name
  root.style.colorScheme = name
  for (const [role, value] of Object.entries(COLORS[name]) as Array<[string, string]>) {
    const property = role.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
    root.style.setProperty(`--sb-${property}`, value)
  }
}
