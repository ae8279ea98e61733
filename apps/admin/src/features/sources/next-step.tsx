import { WarningOutlined } from '@ant-design/icons'
import { CANDIDATE_STEPS, type CandidateStep } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'

interface Step {
  step: string
  due: string | null
  overdue: boolean
}

/** What comes next, until when; what is overdue has a sign and words, not only a colour. */
export function NextStep({ step }: { step: Step }) {
  const { t, label } = useTexts()
  return (
    <span className={step.overdue ? 'sb-step sb-overdue' : 'sb-step'}>
      {step.overdue && <WarningOutlined aria-hidden />} {label(CANDIDATE_STEPS, step.step as CandidateStep)}
      {step.due && (
        <small>
          {t(step.overdue ? 'sources.overdueSince' : 'sources.dueOn', { day: formatDay(step.due) })}
        </small>
      )}
    </span>
  )
}
