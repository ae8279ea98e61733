import { TARGET_KINDS } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { Box } from '../../components/box.js'
import { formatCount, formatDay } from '../../lib/format.js'
import type { UnitHistory } from './history-query.js'

type Target = NonNullable<UnitHistory['targets']>[number]

function useTargetWords() {
  const { t, language } = useTexts()
  return {
    years: ({ yearFrom, yearTo }: Target) =>
      yearFrom === yearTo
        ? t('target.year', { year: yearFrom })
        : t('target.years', { from: yearFrom, to: yearTo }),
    amount: ({ amountMin, amountMax }: Target) =>
      amountMax === null || amountMax === amountMin
        ? t('target.amount', { n: formatCount(amountMin, language) })
        : t('target.range', { min: formatCount(amountMin, language), max: formatCount(amountMax, language) }),
  }
}

/** The targets of the last years with the documents they rest on. */
export function TargetsBox({ unit }: { unit: UnitHistory }) {
  const { t, label } = useTexts()
  const words = useTargetWords()
  const targets = (unit.targets ?? []).toSorted((a, b) => b.yearFrom - a.yearFrom)
  return (
    <Box title={t('history.targets')}>
      {targets.length === 0 && <p className="sb-quiet">{t('history.noTargets')}</p>}
      <ul className="sb-list">
        {targets.map((target) => (
          <li key={target.id}>
            <span>{words.years(target)}</span>
            <div>
              <strong>{words.amount(target)}</strong>
              <small>
                {label(TARGET_KINDS, target.kind)}
                {target.document && ` · ${target.document.number}`}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** Resolutions, plans and decisions of the unit. */
export function DocumentsBox({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  return (
    <Box title={t('history.documents')}>
      {unit.documents.length === 0 && <p className="sb-quiet">{t('history.noDocuments')}</p>}
      <ul className="sb-list">
        {unit.documents.map((document) => (
          <li key={document.id}>
            <div className="sb-list-whole">
              <strong>{document.number}</strong> {document.title}
              <small>
                {[document.issuer, document.signedOn && formatDay(document.signedOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {document.note && <small>{document.note}</small>}
            </div>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** Clusters and campaigns that the unit is in on the day shown. */
export function GroupsBox({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  return (
    <Box title={t('history.groups')}>
      {unit.groups.length === 0 && <p className="sb-quiet">{t('history.noGroups')}</p>}
      <ul className="sb-list">
        {unit.groups.map((group) => (
          <li key={group.id}>
            <span>{group.groupSet.name}</span>
            <strong>{group.name}</strong>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** How percentages are printed here, and who decided so. */
export function RoundingBox({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  const { mode, decimals, trailingZeros, inheritedFrom } = unit.rounding
  const origin = !inheritedFrom
    ? t('history.default')
    : inheritedFrom.id === unit.id
      ? t('history.own')
      : t('history.inherited', { unit: inheritedFrom.name })
  return (
    <Box title={t('history.rounding')}>
      <p>
        {t(mode === 'TRUNCATE' ? 'history.truncate' : 'history.halfUp', { n: decimals })}
        {!trailingZeros && `, ${t('history.zerosDropped')}`} <small>{origin}</small>
      </p>
    </Box>
  )
}

/** The numbers with which the records begin. */
export function OpeningsBox({ unit }: { unit: UnitHistory }) {
  const { t, language } = useTexts()
  if (!unit.openingBalances?.length) return null
  return (
    <Box title={t('history.opening')}>
      <ul className="sb-list">
        {unit.openingBalances.map((balance) => (
          <li key={balance.id} className={balance.correctedOn ? 'sb-corrected' : undefined}>
            <span>{formatDay(balance.on)}</span>
            <strong>
              {t('history.openingLine', {
                n: formatCount(balance.members, language),
                p: formatCount(balance.probationaryMembers, language),
              })}
            </strong>
          </li>
        ))}
      </ul>
    </Box>
  )
}
