import type { ReactNode } from 'react'

/** Says why there is nothing and what to do. */
export function EmptyState({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="sb-state">
      <p className="sb-state-title">{title}</p>
      {hint && <p className="sb-state-hint">{hint}</p>}
      {action && <p>{action}</p>}
    </div>
  )
}
