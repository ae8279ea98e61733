import { DOSSIER_DEADLINES, procedureStep, type Day, type DossierStepKind } from '@seedbed/shared'
import { Button } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { DeadlineWords, pressing } from './deadline-words.js'
import type { DossierFile, DossierStanding } from './dossier-query.js'
import { MissingList } from './missing-list.js'
import { hasEnded, isAside, mainStep, remedyFor, type Remedy } from './stage-track.js'
import { STEP_LABELS } from './step-words.js'

interface Props {
  file: DossierFile
  standing: DossierStanding
  on: Day
  onStep: (kind: DossierStepKind) => void
  onRemedy: (remedy: Remedy) => void
}

/** The deadline within which a step has to be taken, else the one that presses most. */
function deadlineOf({ deadlines }: DossierStanding, kind: DossierStepKind) {
  const { ends } = procedureStep(kind)
  const running = pressing(deadlines)
  return running.find((one) => ends.some((each) => each === one.kind)) ?? running[0]
}

/** What comes next: one step with one primary button, what is missing for it, and the other steps smaller. */
export function NextBox({ file, standing, on, onStep, onRemedy }: Props) {
  const { t, label } = useTexts()
  const main = mainStep(file, standing.nextSteps)
  if (!main || hasEnded(file.state)) return null
  const remedy = file.viewerCanPrepare ? remedyFor(file, standing.paperNeeds, main) : null
  const deadline = deadlineOf(standing, main.step)
  const others = standing.nextSteps.filter((one) => one.viewerCan && one !== main)
  const name = label(STEP_LABELS, main.step)
  return (
    <section className="sb-next" aria-label={t('sources.next')}>
      <small>{t('sources.next')}</small>
      <strong className="sb-next-title">{name}</strong>
      <span>
        {t('dossier.takenBy', { unit: main.by })}
        {deadline && (
          <>
            <br />
            {label(DOSSIER_DEADLINES, deadline.kind)}
            <br />
            <DeadlineWords state={deadline.state} dueOn={deadline.dueOn} on={on} />
          </>
        )}
      </span>
      <MissingList missing={main.missing} />
      {remedy && (
        <Button type="primary" block size="large" onClick={() => onRemedy(remedy)}>
          {t(`dossier.remedy.${remedy}`)}
        </Button>
      )}
      {main.viewerCan ? (
        <Button type={remedy ? 'default' : 'primary'} block size="large" onClick={() => onStep(main.step)}>
          {t('dossier.recordStep', { step: name })}
        </Button>
      ) : (
        <p className="sb-quiet">{t('dossier.waitsFor', { unit: main.by })}</p>
      )}
      {others.length > 0 && (
        <details className="sb-folded" open={others.some(({ step }) => !isAside(step))}>
          <summary>{t('dossier.otherSteps')}</summary>
          <div className="sb-bulk">
            {others.map(({ step }) => (
              <Button key={step} onClick={() => onStep(step)}>
                {label(STEP_LABELS, step)}
              </Button>
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
