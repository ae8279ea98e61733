import {
  isDay,
  PERSON_ATTRIBUTES,
  PERSON_DAYS,
  PERSON_FACTS,
  QUERY_LIMITS,
  type PersonCondition,
  type PersonQuery,
} from '@seedbed/shared'
import { formatPeriodKey } from '../../lib/period.js'
import { questionOf, type Place } from '../../lib/place.js'

/** A question about persons as it stands in the address; unit and days are the page's unless it has its own units. */
export type PersonDraft = Pick<PersonQuery, 'subject' | 'scope' | 'where'>

export const emptyPersonDraft = (): PersonDraft => ({ subject: 'CANDIDATES' })

type Raw = Record<string, unknown>

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const held = <Code extends string>(list: Readonly<Record<Code, unknown>>, code: unknown): code is Code =>
  typeof code === 'string' && Object.hasOwn(list, code)
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)

function leafFrom({ attribute, day: dated, fact }: Raw): PersonCondition | null {
  if (isRaw(attribute) && held(PERSON_ATTRIBUTES, attribute.attribute)) {
    const not = attribute.not === true ? { not: true } : {}
    return { attribute: { attribute: attribute.attribute, codes: texts(attribute.codes), ...not } }
  }
  if (isRaw(dated) && held(PERSON_DAYS, dated.day))
    return { day: { day: dated.day, from: day(dated.from), to: day(dated.to) } }
  if (!isRaw(fact) || !held(PERSON_FACTS, fact.fact)) return null
  const number = typeof fact.number === 'number' ? { number: fact.number } : {}
  return { fact: { fact: fact.fact, ...number, ...(fact.not === true ? { not: true } : {}) } }
}

function conditionFrom(raw: unknown, depth = 0): PersonCondition | null {
  if (!isRaw(raw) || depth > QUERY_LIMITS.depth) return null
  const list = (value: unknown[]) => value.flatMap((one) => conditionFrom(one, depth + 1) ?? [])
  if (Array.isArray(raw.all)) return { all: list(raw.all) }
  if (Array.isArray(raw.any)) return { any: list(raw.any) }
  return leafFrom(raw)
}

/** Reads the question from the address; what is no part of one is left out. */
export function readPersonDraft(written: string | null): PersonDraft {
  try {
    const raw: unknown = JSON.parse(written ?? '')
    if (!isRaw(raw)) return emptyPersonDraft()
    const scope = texts(raw.scope)
    const where = conditionFrom(raw.where)
    return {
      subject: raw.subject === 'ADMISSIONS' ? 'ADMISSIONS' : 'CANDIDATES',
      ...(scope.length > 0 ? { scope } : {}),
      ...(where ? { where } : {}),
    }
  } catch {
    return emptyPersonDraft()
  }
}

/** The text that readPersonDraft reads back. */
export const writePersonDraft = ({ subject, scope, where }: PersonDraft): string =>
  JSON.stringify({ subject, ...(scope?.length ? { scope } : {}), ...(where ? { where } : {}) })

/** The whole question, with what the page says of unit and days. */
export function personQueryOf(draft: PersonDraft, place: Place, unitId: string): PersonQuery {
  const { from, asOf } = questionOf(place)
  const { subject, scope, where } = draft
  const isEmpty = (where?.all ?? where?.any)?.length === 0
  return {
    subject,
    scope: scope?.length ? scope : [unitId],
    ...(subject === 'ADMISSIONS' ? { from } : {}),
    asOf,
    ...(where && !isEmpty ? { where } : {}),
  }
}

/** The parameters of the page that shows a whole question about persons. */
export function parametersOfPersons({ from, asOf, ...draft }: PersonQuery): Record<string, string> {
  const year = !from || from === `${asOf.slice(0, 4)}-01-01`
  const period = year
    ? ({ kind: 'year', year: Number(asOf.slice(0, 4)) } as const)
    : ({ kind: 'from', from } as const)
  return { asOf, period: formatPeriodKey(period), q: writePersonDraft(draft) }
}
