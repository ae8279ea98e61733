import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { useViewer } from '../../app/viewer.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { useRuleNumber } from './rule-number.js'
import { RulesQuery, type Rule, type RuleVersion } from './rules-query.js'

const RuleDialog = lazy(async () => ({ default: (await import('./rule-dialog.js')).RuleDialog }))

/** From when to when, and by which text, a number holds. */
export function VersionLine({ rule, version }: { rule: Pick<Rule, 'unit'>; version: RuleVersion }) {
  const { t } = useTexts()
  const numberOf = useRuleNumber()
  return (
    <>
      <strong>{numberOf(rule.unit, version)}</strong> {version.regulation}
      {version.article ? `, ${version.article}` : ''}{' '}
      <small>
        {formatDay(version.validFrom)} – {version.validTo ? formatDay(version.validTo) : t('rules.now')}
        {version.confirmed ? '' : ` · ${t('rules.unconfirmed')}`}
      </small>
    </>
  )
}

/** Every rule with what holds today, and its other versions below. */
export function RulesTable() {
  const { t, language } = useTexts()
  const { today } = useInstallation()
  const { data, error, refetch } = useQuery(RulesQuery)
  const [editing, setEditing] = useState<string | null>(null)
  const { viewerCanEditRules } = useViewer()
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton />
  const rule = data.rules.find(({ code }) => code === editing)
  return (
    <>
      <ul className="sb-rules">
        {data.rules.map((one) => {
          const current = one.versions.find(
            ({ validFrom, validTo }) => validFrom <= today && (!validTo || today <= validTo),
          )
          const others = one.versions.filter((version) => version !== current)
          return (
            <li key={one.code}>
              <div>
                <h2>{language === 'vi' ? one.label : one.labelEn}</h2>
                <p>{current ? <VersionLine rule={one} version={current} /> : t('rules.none')}</p>
                {others.length > 0 && (
                  <details>
                    <summary>{t('rules.others', { n: others.length })}</summary>
                    <ul>
                      {others.map((version) => (
                        <li key={version.validFrom}>
                          <VersionLine rule={one} version={version} />
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
              {viewerCanEditRules && (
                <Button onClick={() => setEditing(one.code)}>{t('rules.change')}</Button>
              )}
            </li>
          )
        })}
      </ul>
      <Suspense fallback={null}>
        {rule && <RuleDialog rule={rule} onClose={() => setEditing(null)} />}
      </Suspense>
    </>
  )
}
