import { addDays, OPEN_END, RULES, type Day } from '@seedbed/shared'
import type { FormFacts, FormHistory } from './dossier-form.service.js'
import type { RequirementRow } from './requirement.service.js'
import type { RuleFacts, RuleHistory, RulePreview as Preview } from './rule.service.js'
import type {
  DossierForm,
  DossierFormVersion,
  Requirement,
  Rule,
  RulePreview,
  RuleVersion,
} from './rule.type.js'

/** The last day of a half-open interval; null while it is open. */
const lastDay = (validTo: Day): Day | null => (validTo === OPEN_END ? null : addDays(validTo, -1))

/** Half-open from inclusive: the day after the last, or the open end. */
export const endAfter = (last: Day | null | undefined): Day => (last ? addDays(last, 1) : OPEN_END)

/** A version of a rule as the API shows it. */
export function toRuleVersion(facts: RuleFacts): RuleVersion {
  const { value, per, regulation, article, confirmed, note, validFrom } = facts
  return { value, per, regulation, article, confirmed, note, validFrom, validTo: lastDay(facts.validTo) }
}

/** A rule as the API shows it. */
export function toRule({ code, changes, versions }: RuleHistory): Rule {
  const { label, unit } = RULES[code]
  return { code, label: label.vi, labelEn: label.en, unit, changes, versions: versions.map(toRuleVersion) }
}

/** A preview as the API shows it. */
export function toRulePreview({ code, before, after }: Preview): RulePreview {
  return { ruleCode: code, before: before.map(toRuleVersion), after: after.map(toRuleVersion) }
}

/** A version of a form as the API shows it. */
export function toFormVersion(facts: FormFacts): DossierFormVersion {
  const { title, issuer, regulation, confirmed, note, validFrom } = facts
  return { title, issuer, regulation, confirmed, note, validFrom, validTo: lastDay(facts.validTo) }
}

/** A form as the API shows it. */
export function toForm({ code, changes, versions }: FormHistory): DossierForm {
  return { code, changes, versions: versions.map(toFormVersion) }
}

/** A requirement as the API shows it. */
export function toRequirement(row: RequirementRow): Requirement {
  const { uid, version, title, stage, sourceKind, note, validFrom } = row
  return {
    ...{ id: uid, version, title, stage, sourceKind, note, validFrom },
    validTo: lastDay(row.validTo),
    organizationKey: row.organization,
    documentKey: row.document,
  }
}
