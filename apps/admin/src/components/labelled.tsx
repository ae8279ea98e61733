import type { ReactNode } from 'react'

/** A control under its name, in a row of controls. */
export function Labelled({ text, children }: { text: string; children: ReactNode }) {
  return (
    <label className="sb-labelled">
      <span>{text}</span>
      {children}
    </label>
  )
}
