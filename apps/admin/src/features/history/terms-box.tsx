import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import type { UnitHistory } from './history-query.js'

/** The terms of the unit, the latest first; each can be changed or taken away. */
export function TermsBox({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const doing = (dialog: string, term: string, text: string) => (
    <button type="button" className="sb-link-button" onClick={() => setParam({ dialog, term })}>
      {text}
    </button>
  )
  return (
    <Box title={t('history.terms')}>
      {unit.terms.length === 0 && <p className="sb-quiet">{t('history.noTerms')}</p>}
      <ul className="sb-list">
        {unit.terms.toReversed().map((term) => (
          <li key={term.id}>
            <span>{term.name}</span>
            <div>
              <strong>
                {term.to
                  ? t('history.between', { from: formatDay(term.from), to: formatDay(term.to) })
                  : t('history.since', { day: formatDay(term.from) })}
              </strong>
              <small>
                {term.document && `${term.document.number} · `}
                {unit.viewerCanSetTerms && (
                  <>
                    {doing('term', term.id, t('term.change'))} ·{' '}
                    {doing('removeTerm', term.id, t('term.remove'))}
                  </>
                )}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Box>
  )
}
