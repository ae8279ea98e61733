import { useQuery } from '@apollo/client/react'
import { FINDING_KINDS, FINDING_STATES, FINDING_STEPS } from '@seedbed/shared'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { FindingStepDialog, type FindingAct } from './finding-step-dialog.js'
import { useFindingWords } from './finding-words.js'
import { FindingQuery, type FindingDetail } from './inspection-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

function Facts({ finding }: { finding: FindingDetail }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { hrefTo } = usePlace()
  const words = useFindingWords()
  const { round, responsible, inspecting } = finding
  const facts = [
    [s('about'), words.about(finding)],
    [s('state'), [label(FINDING_STATES, finding.state), words.due(finding)].filter(Boolean).join(', ')],
    [
      s('responsible'),
      responsible && <Link to={hrefTo(responsible.id, 'inspection')}>{responsible.name}</Link>,
    ],
    ...(inspecting ? [[s('inspecting'), inspecting.name] as const] : []),
    ...(round
      ? [
          [
            s('round'),
            <Link
              key={round.id}
              to={hrefTo(inspecting?.id ?? '', 'inspection', { view: 'rounds', round: round.id })}
            >
              {round.theme}
            </Link>,
          ] as const,
        ]
      : []),
  ] as const
  return (
    <dl className="sb-finding-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Steps({ finding }: { finding: FindingDetail }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  return (
    <ol className="sb-finding-steps">
      {finding.steps.map((step) => (
        <li key={step.id}>
          <strong>
            {label(FINDING_STEPS, step.kind)}
            {step.mended !== null && `: ${s(step.mended ? 'mended' : 'notMended')}`}
          </strong>
          <small>
            {[
              formatDay(step.onDay),
              step.actorName,
              step.dueOn && (step.kind === 'MADE' || step.kind === 'REOPENED')
                ? s('due', { day: formatDay(step.dueOn) })
                : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
          {step.words && <p>{step.words}</p>}
        </li>
      ))}
    </ol>
  )
}

const actsOf = (finding: FindingDetail): FindingAct[] => [
  ...(finding.viewerCanAnswer ? (['answer'] as const) : []),
  ...(finding.viewerCanRecheck ? (['recheck'] as const) : []),
  ...(finding.viewerCanClose ? (['close'] as const) : []),
  ...(finding.viewerCanReopen ? (['reopen'] as const) : []),
  ...(finding.viewerCanWithdraw ? (['withdraw'] as const) : []),
]

/** A finding: what it says, who has to answer, every step so far, and what the viewer can do now. */
export function FindingDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { data, error, refetch } = useQuery(FindingQuery, { variables: { id } })
  const [act, setAct] = useState<FindingAct | null>(null)
  const finding = data?.finding
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={finding ? label(FINDING_KINDS, finding.kind) : s('finding')}
      className="sb-person"
    >
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3, 4].map((row) => <Bone key={row} width={`${60 + row * 7}%`} />)}
      {finding && (
        <>
          <p className="sb-finding-words">{finding.words}</p>
          <div className="sb-finding-acts">
            {actsOf(finding).map((one, index) => (
              <Button
                key={one}
                type={index === 0 && one !== 'withdraw' ? 'primary' : 'default'}
                onClick={() => setAct(one)}
              >
                {s(one)}
              </Button>
            ))}
          </div>
          <Facts finding={finding} />
          <h3>{s('steps')}</h3>
          <Steps finding={finding} />
        </>
      )}
      {finding && act && <FindingStepDialog act={act} finding={finding} onClose={() => setAct(null)} />}
    </Drawer>
  )
}
