import { CANDIDATE_STAGES, codesOf, hasDossier } from '@seedbed/shared'
import { Checkbox } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { NextStep } from './next-step.js'
import type { Candidate, SourcesAnswer } from './sources-query.js'

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
}

function Card({ one, selection }: { one: Candidate; selection: Selection }) {
  const { t } = useTexts()
  const { setParam, unitId } = usePlace()
  const [first] = one.nextSteps
  const since = t('sources.since', { day: formatDay(one.since) })
  return (
    <li className="sb-card">
      {one.organization.viewerCanRecordSources && (
        <Checkbox
          aria-label={t('sources.choose', { name: one.person.fullName })}
          checked={selection.ids.has(one.id)}
          onChange={() => selection.toggle(one.id)}
        />
      )}
      <button type="button" onClick={() => setParam({ person: one.id })}>
        <strong>{one.person.fullName}</strong>
        <small>
          {one.organization.id === unitId ? since : `${shortName(one.organization.name)} · ${since}`}
        </small>
        {first && <NextStep step={first} />}
      </button>
    </li>
  )
}

/** The candidates in a column for each stage; on a phone one below the other. */
export function CandidateBoard(props: {
  rows: readonly Candidate[]
  stages: SourcesAnswer['candidates']['stages']
  selection: Selection
}) {
  const { label, language } = useTexts()
  return (
    <div className="sb-board">
      {codesOf(CANDIDATE_STAGES).map((stage) => {
        const rows = props.rows.filter((one) => one.stage === stage)
        const count = props.stages.find((one) => one.stage === stage)?.count ?? 0
        if (hasDossier(stage) && count === 0) return null
        return (
          <section key={stage} aria-label={label(CANDIDATE_STAGES, stage)}>
            <h2>
              {label(CANDIDATE_STAGES, stage)} <small>{formatCount(count, language)}</small>
            </h2>
            <ul>
              {rows.map((one) => (
                <Card key={one.id} one={one} selection={props.selection} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
