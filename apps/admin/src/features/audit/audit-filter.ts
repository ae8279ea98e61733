import { AUDIT_OUTCOMES, isDay, OPERATIONS, type AuditOutcome, type Day } from '@seedbed/shared'

/** The conditions of the log, as they stand in the address. */
export interface AuditFilter {
  unit?: string
  below: boolean
  person?: string
  who?: string
  operation?: string
  outcome?: AuditOutcome
  from?: Day
  to?: Day
}

/** The names under which they stand there. */
export const FILTER_KEYS = ['unit', 'below', 'person', 'who', 'operation', 'outcome', 'from', 'to'] as const

const dayOf = (text: string | null): Day | undefined => (text !== null && isDay(text) ? text : undefined)

/** Reads the conditions from the address; what is impossible is left out. */
export function readFilter(params: URLSearchParams): AuditFilter {
  const operation = params.get('operation') ?? ''
  const outcome = params.get('outcome') ?? ''
  const all = {
    unit: params.get('unit') ?? undefined,
    below: params.get('below') === '1',
    person: params.get('person') ?? undefined,
    who: params.get('who') ?? undefined,
    operation: operation in OPERATIONS ? operation : undefined,
    outcome: outcome in AUDIT_OUTCOMES ? (outcome as AuditOutcome) : undefined,
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
  }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as AuditFilter
}

/** The conditions as the API asks for them. */
export function filterInput({ unit, below, person, who, ...others }: AuditFilter) {
  return {
    ...others,
    ...(unit ? { organizationId: unit, below } : {}),
    ...(person ? { personId: person } : {}),
    ...(who ? { actor: who } : {}),
  }
}
