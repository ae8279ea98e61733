import { Button } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay } from '../../lib/format.js'
import type { Offer } from './sources-query.js'

/** Candidates whom other units have offered and who wait for an answer. */
export function OfferedCandidates({ offers }: { offers: readonly Offer[] }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  if (offers.length === 0) return null
  return (
    <section className="sb-box sb-offers" aria-label={t('sources.offered')}>
      <h2>{t('sources.offered')}</h2>
      <ul>
        {offers.map((offer) => (
          <li key={offer.id}>
            <span>
              <strong>{offer.person.fullName}</strong>
              <small>
                {offer.from.name} → {offer.to.name} · {formatDay(offer.offeredOn)}
                {offer.note ? ` · ${offer.note}` : ''}
              </small>
            </span>
            {offer.to.viewerCanRecordSources && (
              <>
                <Button type="primary" onClick={() => setParam({ dialog: 'accept', offer: offer.id })}>
                  {t('sources.accept')}
                </Button>
                <Button onClick={() => setParam({ dialog: 'decline', offer: offer.id })}>
                  {t('sources.decline')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
