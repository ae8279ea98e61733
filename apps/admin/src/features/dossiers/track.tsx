import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import type { DossierFile } from './dossier-query.js'
import { hasEnded, trackOf } from './stage-track.js'
import { STATE_LABELS, STEP_LABELS } from './step-words.js'

/** The stages of the way with their days; done, standing and ahead are told by words for who does not see them. */
export function Track({ file }: { file: DossierFile }) {
  const { t, label } = useTexts()
  const isOut = hasEnded(file.state) && file.state !== 'OFFICIAL'
  return (
    <ol className="sb-stages" aria-label={t('dossier.track')}>
      {trackOf(file).map(({ place, standing, on, late }) => (
        <li
          key={place}
          className={standing === 'ahead' ? undefined : standing === 'now' && !isOut ? 'sb-now' : 'sb-past'}
          aria-current={standing === 'now' && !isOut ? 'step' : undefined}
        >
          <strong>{label(STEP_LABELS, place)}</strong>
          <small>
            {on ? formatDay(on) : isOut ? t('dossier.notReached') : t('dossier.ahead')}
            {late && ` · ${t('dossier.late')}`}
            {standing === 'now' && !isOut && ` · ${label(STATE_LABELS, file.state)}`}
          </small>
        </li>
      ))}
      {isOut && (
        <li className="sb-now" aria-current="step">
          <strong>{label(STATE_LABELS, file.state)}</strong>
          <small>{formatDay(file.since)}</small>
        </li>
      )}
    </ol>
  )
}
