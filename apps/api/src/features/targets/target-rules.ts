import {
  addDays,
  countsPersons,
  isShareOfAdmitted,
  LIMITS,
  personsOfRate,
  RATE_WHOLE,
  reason,
  targetKindRule,
  unitCondition,
  type Day,
} from '@seedbed/shared'
import { dateOutOfRange, invalidInput, refuseLonger, type SeedbedError } from '../../errors/errors.js'
import type { TargetFacts } from './target.repository.js'

type Basic = 'organization' | 'kind' | 'yearFrom' | 'yearTo' | 'amountMin' | 'amountMax' | 'document' | 'note'

/** A target to be set; what most kinds do without may be left out. */
export type NewTarget = Pick<TargetFacts, Basic> & Partial<Omit<TargetFacts, Basic>>

/** A target to be set (existing null), changed, or (facts null) taken away, with the version that was read. */
export type TargetChange =
  | { facts: NewTarget; existing: { uid: string; version: number } | null }
  | { facts: null; organization: number; existing: { uid: string; version: number } }

/** The whole facts of a target: defaults filled in, a rate converted to persons by its denominator. */
export function factsOf(target: NewTarget): TargetFacts {
  const { states, indicator } = targetKindRule(target.kind)
  const { rate = null, rateMax = null, base = null } = target
  const counted =
    states === 'COVERAGE' ? unitCondition(target.condition ?? 'ADMITTED_ANYONE').indicators[0] : null
  const persons = (of: number | null) => (of === null || base === null ? null : personsOfRate(of, base))
  const amounts =
    states === 'RATE_OF_MEMBERS' ? { amountMin: persons(rate) ?? 0, amountMax: persons(rateMax) } : {}
  return {
    ...{ baseOn: null, condition: null, tier: null, unitKind: null, unitSector: null, group: null },
    ...target,
    ...{ rate, rateMax, base, ...amounts },
    indicator: counted ?? target.indicator ?? indicator,
  }
}

const isWhole = (amount: number, most: number) => Number.isInteger(amount) && amount >= 0 && amount <= most

function refuseAmounts({ amountMin, amountMax, kind }: TargetFacts): void {
  if (!isWhole(amountMin, LIMITS.target))
    throw invalidInput('amountMin', reason('OUT_OF_BOUNDS', { limit: LIMITS.target }))
  const isRange = targetKindRule(kind).states === 'RANGE'
  if (!isRange && amountMax !== null) throw invalidInput('amountMax', reason('ONLY_RANGE'))
  if (isRange && (amountMax === null || !isWhole(amountMax, LIMITS.target) || amountMax < amountMin))
    throw invalidInput('amountMax', reason('BELOW_MINIMUM'))
}

/** Persons are computed here, so what is refused is the rate and what it was converted with. */
function refuseRate({ rate, rateMax, base, kind }: TargetFacts): void {
  if (rate === null) throw invalidInput('rate', reason('NEEDS_RATE'))
  if (!isWhole(rate, RATE_WHOLE)) throw invalidInput('rate', reason('RATE_BOUNDS'))
  const most = targetKindRule(kind).states === 'RATE_OF_MEMBERS' ? rateMax : null
  if (rateMax !== most) throw invalidInput('rateMax', reason('NO_RATE'))
  if (rateMax === null) return refuseBase(base, kind)
  if (!isWhole(rateMax, RATE_WHOLE)) throw invalidInput('rateMax', reason('RATE_BOUNDS'))
  if (rateMax < rate) throw invalidInput('rateMax', reason('BELOW_MINIMUM'))
  refuseBase(base, kind)
}

function refuseBase(base: number | null, kind: TargetFacts['kind']): void {
  if (kind === 'RATE_OF_MEMBERS' && (base === null || !isWhole(base, LIMITS.declared)))
    throw invalidInput('base', reason('OUT_OF_BOUNDS', { limit: LIMITS.declared }))
}

function refuseComposition(facts: TargetFacts): void {
  if (isShareOfAdmitted(facts.indicator)) {
    if (facts.amountMin !== 0) throw invalidInput('amountMin', reason('SHARE_HAS_NO_PERSONS'))
    refuseRate(facts)
    return
  }
  if (!countsPersons(facts.indicator)) throw invalidInput('indicator', reason('TARGET_INDICATOR'))
  if (facts.rate !== null) throw invalidInput('rate', reason('NO_RATE'))
  refuseAmounts(facts)
}

function refuseCoverage(facts: TargetFacts): void {
  if (facts.condition === null) throw invalidInput('condition', reason('NEEDS_CONDITION'))
  if (facts.tier === null) throw invalidInput('tier', reason('NEEDS_CONDITION'))
  if (facts.condition === 'NOBODY_FOR_YEARS') throw invalidInput('condition', reason('CONDITION_LESS'))
  if (facts.amountMin !== 0) throw invalidInput('amountMin', reason('SHARE_HAS_NO_PERSONS'))
  refuseRate(facts)
}

function refuseStated(facts: TargetFacts): void {
  const { states } = targetKindRule(facts.kind)
  if (states !== 'COVERAGE') {
    if (facts.condition !== null) throw invalidInput('condition', reason('ONLY_COVERAGE'))
    if (facts.tier !== null) throw invalidInput('tier', reason('ONLY_COVERAGE'))
  }
  if (states === 'COVERAGE') return refuseCoverage(facts)
  if (states === 'COMPOSITION') return refuseComposition(facts)
  if (!countsPersons(facts.indicator)) throw invalidInput('indicator', reason('TARGET_INDICATOR'))
  if (states === 'RATE_OF_MEMBERS') return refuseRate(facts)
  if (facts.rate !== null || facts.rateMax !== null) throw invalidInput('rate', reason('NO_RATE'))
  refuseAmounts(facts)
}

/**
 * Refuses a target that cannot be: persons that are negative, fractional or too many, a range upside down, a rate that
 * is missing, above 100 % or finer than hundredths, an indicator that its kind does not count, years that its kind
 * does not have, a type of cell and a group at once.
 */
export function refuseFacts(facts: TargetFacts): void {
  refuseStated(facts)
  refuseLonger('note', facts.note, LIMITS.noteLength)
  if (facts.yearTo < facts.yearFrom) throw invalidInput('yearTo', reason('YEARS_REVERSED'))
  if (facts.yearFrom < 1930 || facts.yearTo > 2200) throw invalidInput('yearFrom', reason('NOT_A_YEAR'))
  if (targetKindRule(facts.kind).years === 'ONE' && facts.yearFrom !== facts.yearTo)
    throw invalidInput('yearTo', reason('ONE_YEAR_ONLY'))
  if (facts.group !== null && (facts.unitKind !== null || facts.unitSector !== null))
    throw invalidInput('groupId', reason('KIND_OR_GROUP'))
}

/** Whether two targets of a unit would say the same thing twice in some year. */
export function clashes(a: TargetFacts, b: TargetFacts): boolean {
  return (
    a.organization === b.organization &&
    a.kind === b.kind &&
    a.indicator === b.indicator &&
    a.condition === b.condition &&
    a.tier === b.tier &&
    a.unitKind === b.unitKind &&
    a.unitSector === b.unitSector &&
    a.group === b.group &&
    a.yearFrom <= b.yearTo &&
    a.yearTo >= b.yearFrom
  )
}

/** Whether a target is for all of its unit and for admissions, so that it counts as the unit's `target`. */
export function isForAllAdmitted(facts: TargetFacts): boolean {
  return (
    facts.indicator === 'admitted' &&
    facts.unitKind === null &&
    facts.unitSector === null &&
    facts.group === null
  )
}

/** Why a unit cannot have a target in these years: it lives on no day of them. Its life is half-open. */
export function faultOfLife(
  { yearFrom, yearTo }: TargetFacts,
  { opened, closed }: { opened: Day; closed: Day },
): SeedbedError | null {
  if (`${yearTo}-12-31` >= opened && `${yearFrom}-01-01` < closed) return null
  const until = closed.startsWith('9999') ? undefined : addDays(closed, -1)
  return dateOutOfRange('The unit does not exist in these years', opened, until)
}
