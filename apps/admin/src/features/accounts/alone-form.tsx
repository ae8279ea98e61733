import { Alert } from 'antd'
import type { ReactNode } from 'react'
import './accounts.css'

interface Props {
  title: string
  note?: string
  failure?: ReactNode
  children: ReactNode
}

/** A form that stands alone on the page, before the application itself. */
export function AloneForm({ title, note, failure, children }: Props) {
  return (
    <main className="sb-door">
      <section className="sb-door-card" aria-label={title}>
        <p className="sb-door-brand">
          <span className="sb-mark" aria-hidden /> Vườn ươm
        </p>
        <h1>{title}</h1>
        {note && <p className="sb-door-note">{note}</p>}
        {failure && <Alert type="error" title={failure} className="sb-door-failure" />}
        {children}
      </section>
    </main>
  )
}
