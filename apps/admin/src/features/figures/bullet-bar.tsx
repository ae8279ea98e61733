import { useTexts } from '../../app/i18n/i18n.js'
import { formatCount } from '../../lib/format.js'

/** The actual figure as a bar, the target as a tall tick, the pace of the calendar as a small one. */
export function BulletBar({ actual, target, pace }: { actual: number; target: number; pace: number | null }) {
  const { t, language } = useTexts()
  const scale = Math.max(actual, target) * (actual > target ? 1.14 : 1.02)
  const at = (value: number) => `${(value / scale) * 100}%`
  const count = (value: number) => formatCount(Math.round(value), language)
  const near = pace !== null && Math.abs(pace - target) / scale < 0.06
  return (
    <div className="sb-bullet" aria-hidden>
      <div className="sb-bullet-track">
        <span style={{ width: at(actual) }} />
        <i style={{ left: at(target) }} />
        {pace !== null && <em style={{ left: at(pace) }} />}
      </div>
      <div className="sb-bullet-labels">
        <span>0</span>
        {pace !== null && !near && (
          <span className="sb-bullet-left" style={{ right: `calc(100% - ${at(pace)} + 2px)` }}>
            {t('headline.pace', { n: count(pace) })} ▸
          </span>
        )}
        <span
          className={target / scale > 0.85 ? 'sb-bullet-left' : undefined}
          style={target / scale > 0.85 ? { right: 0 } : { left: at(target) }}
        >
          {t('headline.target')} {count(target)}
        </span>
        {(actual - target) / scale > 0.22 && (
          <span className="sb-bullet-left sb-bullet-end" style={{ right: `calc(100% - ${at(actual)})` }}>
            {count(actual)}
          </span>
        )}
      </div>
    </div>
  )
}
