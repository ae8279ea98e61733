import {
  holdingOn,
  isDay,
  LIMITS,
  OPEN_END,
  overlay,
  reason,
  RULES,
  type Day,
  type RuleCode,
} from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { conflict, invalidInput, refuseLonger, SeedbedError } from '../../errors/errors.js'
import { loader } from '../../graphql/loaders.js'
import { groupBy } from '../../group-by.js'
import { refuseUnlessAnywhere } from '../../policy/may.js'
import { changesOf, holds, layOver } from './dated-changes.js'
import { listVersions, type DatedFacts, type DatedRow } from './dated.repository.js'

/** The number of a rule on its days. `per`: of so many, for shares. */
export interface RuleFacts extends DatedFacts {
  code: RuleCode
  value: number
  per: number | null
  article: string | null
}

export type RuleRow = RuleFacts & DatedRow

/** A rule with its versions, oldest first, and how often they were changed. */
export interface RuleHistory {
  code: RuleCode
  versions: RuleRow[]
  changes: number
}

/** What a change would do: the versions as they stand and as they would stand. */
export interface RulePreview {
  code: RuleCode
  before: readonly RuleFacts[]
  after: readonly RuleFacts[]
}

/** Refuses a rule that is none, a number out of bounds, days that are none and texts without or with too many letters. */
export function refuseRule(facts: RuleFacts): void {
  if (!Object.hasOwn(RULES, facts.code)) throw invalidInput('code', reason('UNKNOWN_CODE'))
  const { unit, most } = RULES[facts.code]
  if (!Number.isInteger(facts.value) || facts.value < 0 || facts.value > most)
    throw invalidInput('value', reason('OUT_OF_BOUNDS', { limit: most }))
  if ((unit === 'SHARE') !== (facts.per !== null)) throw invalidInput('per', reason('SHARE_NEEDS_PER'))
  if (facts.per !== null && (!Number.isInteger(facts.per) || facts.per < 1 || facts.per < facts.value))
    throw invalidInput('per', reason('SHARE_NEEDS_PER'))
  refuseDated(facts)
  refuseLonger('article', facts.article, 80)
}

/** Refuses what no version of a rule or form may be. */
export function refuseDated({ regulation, validFrom, validTo, note }: DatedFacts): void {
  if (regulation.trim() === '' || regulation.length > 80)
    throw invalidInput('regulation', reason('BAD_LENGTH', { limit: 80 }))
  if (!isDay(validFrom) || validFrom === OPEN_END) throw invalidInput('validFrom', reason('NOT_A_DAY'))
  if (validTo <= validFrom) throw invalidInput('validTo', reason('BEFORE_FROM'))
  refuseLonger('note', note, LIMITS.noteLength)
}

/** All rules with their versions, read once in a request. */
export function loadRules(ctx: RequestContext): Promise<RuleHistory[]> {
  return loader<'all', RuleHistory[]>(ctx, 'rules', async () => {
    const byCode = groupBy(await listVersions<RuleRow>(ctx, 'rule_version'), ({ code }) => code)
    const codes = Object.keys(RULES) as RuleCode[]
    return [codes.map((code) => historyOf(code, byCode.get(code) ?? []))]
  }).load('all')
}

function historyOf(code: RuleCode, rows: readonly RuleRow[]): RuleHistory {
  return { code, versions: rows.filter(holds), changes: changesOf(rows) }
}

/** The version of a rule that holds on a day; undefined where none is on record. */
export async function findRuleOn(
  ctx: RequestContext,
  code: RuleCode,
  day: Day,
): Promise<RuleRow | undefined> {
  const history = (await loadRules(ctx)).find((one) => one.code === code)
  return holdingOn(history?.versions ?? [], day)
}

/** The same; refused (CONFLICT) where none is on record: nobody may guess a rule. */
export async function ruleOn(ctx: RequestContext, code: RuleCode, day: Day): Promise<RuleRow> {
  const found = await findRuleOn(ctx, code, day)
  if (!found) throw conflict(reason('NO_RULE', { rule: code, day }))
  return found
}

/** A refusal by a rule: names it, its regulation and the article. */
export function ruleRefused(why: ReturnType<typeof reason>, rule: RuleRow): SeedbedError {
  const { message, details } = conflict(why)
  const regulation = rule.article === null ? rule.regulation : `${rule.regulation}, ${rule.article}`
  return new SeedbedError('RULE_REFUSED', message, { ...details, rule: rule.code, regulation })
}

/** What setting a version would do; nothing is written. Refuses what setRule refuses, but for changes meanwhile. */
export async function previewRule(ctx: RequestContext, facts: RuleFacts): Promise<RulePreview> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  refuseRule(facts)
  const before = (await listVersions<RuleRow>(ctx, 'rule_version', [facts.code])).filter(holds)
  return { code: facts.code, before, after: overlay<RuleFacts>(before, facts).after }
}

/**
 * Lays a version over the others of its rule: on its days it alone holds. Refuses what refuseRule refuses, and
 * (CONFLICT) if the rule was changed since it was read: `seen` is the number of its changes then.
 */
export async function setRule(ctx: RequestContext, facts: RuleFacts, seen: number): Promise<RuleHistory> {
  refuseUnlessAnywhere(ctx, 'rules.edit')
  return inTransaction(ctx, async (tx) => {
    refuseRule(facts)
    const standing = await listVersions<RuleRow>(tx, 'rule_version', [facts.code])
    if (changesOf(standing) !== seen) throw conflict(reason('CHANGED_MEANWHILE'))
    await layOver<RuleFacts>(tx, 'rule_version', standing, facts, null)
    return historyOf(facts.code, await listVersions<RuleRow>(tx, 'rule_version', [facts.code]))
  })
}
