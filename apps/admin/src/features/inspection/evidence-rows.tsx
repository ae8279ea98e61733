import { CANDIDATE_STAGES, findIndicator, isDay } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { useUnit } from '../organizations/unit-context.js'
import { formatDay } from '../../lib/format.js'
import type { EvidenceAnswer, EvidenceRow } from './evidence-query.js'
import { KEPT_TEXTS } from './kept-texts.js'

/** What a kept fact is called and how its value reads. */
export function useFactWords() {
  const w = useOwnTexts(KEPT_TEXTS)
  const { label } = useTexts()
  const name = (code: string) => (code in KEPT_TEXTS ? w(code as keyof typeof KEPT_TEXTS) : code)
  const value = (text: string | null) => {
    if (text === null) return '–'
    return isDay(text) ? formatDay(text) : label(CANDIDATE_STAGES, text)
  }
  return { name, value }
}

interface Props {
  evidence: EvidenceAnswer
  rows: readonly EvidenceRow[]
}

function useHeads({ evidence, rows }: Props): string[] {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const { name } = useFactWords()
  const content = rows[0]?.content
  return [
    ...(evidence.about === 'PERSONS' ? [w('person')] : []),
    w('unit'),
    ...(content?.figures ?? []).map(
      ({ indicator }) => findIndicator(indicator)?.label[language] ?? indicator,
    ),
    ...(content?.facts ?? []).map((fact) => name(fact.name)),
  ]
}

/** Rows of evidence as they were kept, with the way to make a finding on each. */
export function EvidenceRows(props: Props) {
  const { evidence, rows } = props
  const w = useOwnTexts(KEPT_TEXTS)
  const { hrefTo } = usePlace()
  const { unit } = useUnit()
  const { value } = useFactWords()
  const heads = useHeads(props)
  return (
    <div className="sb-query-scroll" tabIndex={0} role="region" aria-label={w('rows')}>
      <table className="sb-plain">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
            {unit?.viewerCanRecordFindings && <th scope="col">{w('acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ position, content, organization, person }) => (
            <tr key={position}>
              {evidence.about === 'PERSONS' && <td>{person?.fullName ?? <i>{w('hidden')}</i>}</td>}
              <td>
                {organization ? <Link to={hrefTo(organization.id)}>{content.name}</Link> : content.name}
              </td>
              {content.figures.map(({ indicator, text }) => (
                <td key={indicator} className="sb-num">
                  {text}
                </td>
              ))}
              {content.facts.map((fact) => (
                <td key={fact.name}>{value(fact.value)}</td>
              ))}
              {unit?.viewerCanRecordFindings && (
                <td>
                  {organization && (
                    <Link to={hrefTo(organization.id, 'inspection', { dialog: 'finding' })}>
                      {w('makeFinding')}
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
