import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { useTexts } from '../../app/i18n/i18n.js'
import { FailureText } from '../../components/error-state.js'
import type { Outcomes } from './use-each.js'

/** Those for whom something is recorded together, each with how it went. */
export function OutcomeList(props: {
  people: ReadonlyArray<{ id: string; name: string; note?: string }>
  outcomes: Outcomes
}) {
  const { t } = useTexts()
  return (
    <ul className="sb-facts-list sb-wide sb-outcomes" aria-live="polite">
      {props.people.map(({ id, name, note }) => {
        const outcome = props.outcomes[id]
        return (
          <li key={id}>
            <strong>{name}</strong> {note && <span className="sb-quiet">{note}</span>}
            {outcome === 'done' && (
              <small>
                <CheckOutlined aria-hidden className="sb-good" /> {t('dossier.each.done')}
              </small>
            )}
            {outcome && outcome !== 'done' && (
              <small className="sb-bad">
                <WarningOutlined aria-hidden /> <FailureText failure={outcome} />
              </small>
            )}
          </li>
        )
      })}
    </ul>
  )
}
