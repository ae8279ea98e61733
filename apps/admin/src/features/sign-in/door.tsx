import type { ReactNode } from 'react'
import { Switches } from '../../app/switches.js'
import './door.css'

/** The frame of the way in: brand, language and theme, and one thing to do. */
export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="sb-door">
      <header>
        <span className="sb-brand">
          <span className="sb-mark" aria-hidden />
          Vườn ươm
        </span>
        <Switches />
      </header>
      <main>
        <h1>{title}</h1>
        {lead && <p className="sb-door-lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
