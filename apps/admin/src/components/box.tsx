import type { ReactNode } from 'react'

interface Props {
  title: string
  note?: ReactNode
  extra?: ReactNode
  className?: string
  children: ReactNode
}

/** A titled panel of a page. */
export function Box({ title, note, extra, className = '', children }: Props) {
  return (
    <section className={`sb-box ${className}`} aria-label={title}>
      <header className="sb-box-head">
        <h2>
          {title}
          {note && <small>{note}</small>}
        </h2>
        {extra}
      </header>
      {children}
    </section>
  )
}
