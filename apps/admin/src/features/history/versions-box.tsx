import { ORGANIZATION_KINDS, SECTORS, TIERS } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import type { UnitHistory } from './history-query.js'

/** What the unit was called, what it was and where it stood, from when to when; the one on screen is marked. */
export function VersionsBox({ unit }: { unit: UnitHistory }) {
  const { t, label } = useTexts()
  const { hrefTo, place } = usePlace()
  const versions = unit.versions.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
  const isShown = (from: string, to: string | null) => from <= place.asOf && (to === null || place.asOf <= to)
  return (
    <Box title={t('history.versions')}>
      <ul className="sb-list">
        {versions.map((version) => (
          <li
            key={version.validFrom}
            aria-current={isShown(version.validFrom, version.validTo) ? 'date' : undefined}
          >
            <span>
              {version.validTo
                ? t('history.between', { from: formatDay(version.validFrom), to: formatDay(version.validTo) })
                : t('history.since', { day: formatDay(version.validFrom) })}
            </span>
            <div>
              <strong>{version.name}</strong>
              <small>
                {[
                  t('history.code', { code: version.code }),
                  label(TIERS_LABELS, version.tier),
                  label(ORGANIZATION_KINDS, version.kind),
                  label(SECTORS, version.sector),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {version.parent && (
                  <>
                    {' · '}
                    <Link to={hrefTo(version.parent.id, 'history')}>
                      {t('history.under', { unit: version.parent.name })}
                    </Link>
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

const TIERS_LABELS = Object.fromEntries(Object.entries(TIERS).map(([code, tier]) => [code, tier.label]))
