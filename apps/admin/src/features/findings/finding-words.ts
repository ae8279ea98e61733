import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatDay, shortName } from '../../lib/format.js'
import type { FindingLine } from './inspection-query.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

/** What a finding is on, in words, and by when it is due. */
export function useFindingWords() {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const about = ({ about: kind, organization, person, target, document }: FindingLine): string => {
    const unit = organization ? shortName(organization.name) : ''
    if (kind === 'PERSON') return [person?.fullName ?? s('somebody'), unit].filter(Boolean).join(', ')
    if (kind === 'TARGET' && target) {
      const years =
        target.yearFrom === target.yearTo ? `${target.yearFrom}` : `${target.yearFrom}–${target.yearTo}`
      return `${s('aboutTarget', { years })}, ${unit}`
    }
    if (kind === 'DOCUMENT' && document) return `${document.number} · ${document.title}`
    return organization?.name ?? ''
  }
  const due = ({ dueOn, overdue }: FindingLine): string => {
    if (!dueOn) return ''
    return s(overdue ? 'overdueSince' : 'due', { day: formatDay(dueOn) })
  }
  return { about, due }
}
