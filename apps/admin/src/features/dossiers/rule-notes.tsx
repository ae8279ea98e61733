import { useQuery } from '@apollo/client/react'
import { procedureStep, type Day, type DossierStepKind } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePhone } from '../../app/use-media.js'
import { useRuleNumber } from '../rules/rule-number.js'
import { RulesQuery, type RuleVersion } from '../rules/rules-query.js'

const holdsOn = (on: Day) => (one: RuleVersion) => one.validFrom <= on && (!one.validTo || on <= one.validTo)

/** A share that a rule asks for on a day, such as two of three; null where none is in force or it is no share. */
export function useShareOn(code: string, on: Day): { value: number; per: number } | null {
  const { data } = useQuery(RulesQuery)
  const version = data?.rules.find((one) => one.code === code)?.versions.find(holdsOn(on))
  return version?.per ? { value: version.value, per: version.per } : null
}

/** What the rules in force on a day say of a step, with the regulation each comes from. */
export function RuleNotes({ kind, on }: { kind: DossierStepKind; on: Day }) {
  const { t, language } = useTexts()
  const isPhone = usePhone()
  const numberOf = useRuleNumber()
  const { data } = useQuery(RulesQuery)
  const asked = procedureStep(kind).rules
  const rules = (data?.rules ?? []).flatMap((rule) => {
    const version = asked.some((code) => code === rule.code) ? rule.versions.find(holdsOn(on)) : undefined
    return version ? [{ rule, version }] : []
  })
  if (rules.length === 0) return null
  return (
    <details className="sb-rule-notes sb-wide" open={!isPhone && rules.length < 5}>
      <summary>{t('dossier.rulesSay', { n: rules.length })}</summary>
      <ul>
        {rules.map(({ rule, version }) => (
          <li key={rule.code}>
            {language === 'vi' ? rule.label : rule.labelEn}: <strong>{numberOf(rule.unit, version)}</strong>
            <small>
              {version.regulation}
              {version.article ? `, ${version.article}` : ''}
              {version.confirmed ? '' : ` · ${t('rules.unconfirmed')}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
