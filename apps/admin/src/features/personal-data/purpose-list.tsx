import { PROCESSING_PURPOSES } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay } from '../../lib/format.js'
import type { Purpose } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

/** What data is processed for, each with its legal basis and the day from which that holds. */
export function PurposeList({ purposes }: { purposes: readonly Purpose[] }) {
  const { label, language } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  return (
    <ul className="sb-purposes">
      {purposes.map((purpose) => (
        <li key={purpose.id}>
          <strong>{label(PROCESSING_PURPOSES, purpose.code)}</strong>
          <p>{language === 'vi' ? purpose.textVi : purpose.textEn}</p>
          <small>
            {s('basis', { text: purpose.legalBasis })} · {s('since', { day: formatDay(purpose.validFrom) })}
          </small>
        </li>
      ))}
    </ul>
  )
}
