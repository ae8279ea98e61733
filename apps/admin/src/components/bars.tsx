interface CompletionProps {
  /** Completion in percent; null without a target. Drawn up to the scale, never capped in the number. */
  value: number | null
  /** Percent at the right end of the track. */
  scale?: number
  behind?: boolean
  accent?: boolean
}

function percent(value: number, scale: number): string {
  return `${Math.max(0, Math.min(100, (value / scale) * 100))}%`
}

/** A bar with a tick at 100 %; ochre when behind the pace of the calendar. */
export function CompletionBar({ value, scale = 250, behind, accent }: CompletionProps) {
  const tone = accent ? 'sb-bar-accent' : behind ? 'sb-bar-behind' : ''
  return (
    <span className="sb-track" aria-hidden>
      {value !== null && <span className={`sb-bar ${tone}`} style={{ width: percent(value, scale) }} />}
      {value !== null && <span className="sb-tick" style={{ left: percent(100, scale) }} />}
    </span>
  )
}

/** A share of a whole, 0 to 100 %. */
export function ShareBar({
  value,
  accent,
  muted,
}: {
  value: number | null
  accent?: boolean
  muted?: boolean
}) {
  const tone = accent ? 'sb-bar-accent' : muted ? 'sb-bar-muted' : ''
  return (
    <span className="sb-track sb-track-bare" aria-hidden>
      {value !== null && (
        <span
          className={`sb-bar ${tone}`}
          style={{ width: percent(value, 100), minWidth: value > 0 ? 1 : 0 }}
        />
      )}
    </span>
  )
}
