import { RULES, STEP_OUTCOMES } from '@seedbed/shared'
import { Button } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import { useRuleNumber } from '../rules/rule-number.js'
import type { DossierFile, TakenStep } from './dossier-query.js'
import { STEP_LABELS } from './step-words.js'

const RULE_LABELS = Object.fromEntries(Object.entries(RULES).map(([code, { label }]) => [code, label]))

/** The numbers of a vote in words, with what they were measured against. */
export function VoteWords({ votes }: { votes: NonNullable<TakenStep['votes']> }) {
  const { t } = useTexts()
  const { agreed, against, present, base, onRecord } = votes
  return (
    <p>
      {t('dossier.voteWords', { agreed, against, present, base })}
      {onRecord !== null && onRecord !== votes.officialMembers && (
        <span className="sb-warn">
          {' '}
          {t('dossier.voteOnRecord', { n: onRecord, entered: votes.officialMembers })}
        </span>
      )}
    </p>
  )
}

function RulesOf({ step }: { step: TakenStep }) {
  const { t, label } = useTexts()
  const numberOf = useRuleNumber()
  if (step.rules.length === 0) return null
  return (
    <details>
      <summary>{t('dossier.judgedBy', { n: step.rules.length })}</summary>
      <ul className="sb-judged">
        {step.rules.map((rule) => (
          <li key={rule.code}>
            {label(RULE_LABELS, rule.code)}: {numberOf(RULES[rule.code].unit, { ...rule, per: rule.per })}
            <small>
              {' '}
              {rule.regulation}
              {rule.article ? `, ${rule.article}` : ''}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Every step of a dossier in the order of its days; what was recorded late says so, what was taken back stays. */
export function StepHistory({
  file,
  onCorrect,
}: {
  file: DossierFile
  onCorrect: (step: TakenStep) => void
}) {
  const { t, label } = useTexts()
  const last = file.steps.findLast(({ correctedOn }) => correctedOn === null)
  return (
    <ol className="sb-timeline">
      {file.steps.map((step) => (
        <li key={step.id} className={step.correctedOn ? 'sb-corrected' : undefined}>
          <div>
            <strong>{label(STEP_LABELS, step.kind)}</strong>{' '}
            <time dateTime={step.on}>{formatDay(step.on)}</time>
            {step.outcome && <p>{label(STEP_OUTCOMES, step.outcome)}</p>}
            {step.votes && <VoteWords votes={step.votes} />}
            {step.decidedBy && <p>{step.decidedBy.name}</p>}
            {step.document && (
              <p>
                {step.document.number} · {step.document.title}
              </p>
            )}
            {step.note && <p>{step.note}</p>}
            {step.late && (
              <small className="sb-warn">
                {t('dossier.recordedLate', { day: formatDay(step.recordedOn), n: step.daysLate })}
              </small>
            )}
            {step.correctedOn && (
              <p className="sb-correction">
                {t('person.corrected', {
                  day: formatDay(step.correctedOn),
                  reason: step.correctionReason ?? '',
                })}
              </p>
            )}
            <RulesOf step={step} />
          </div>
          {step === last && (file.viewerCanPrepare || file.viewerCanDecide) && (
            <Button size="small" onClick={() => onCorrect(step)}>
              {t('dossier.takeBack')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
