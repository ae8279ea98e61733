/** The closed list of codes with which the API refuses. Nothing else leaves it. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'RULE_REFUSED',
  'DATE_OUT_OF_RANGE',
  'TOO_COMPLEX',
  'THROTTLED',
  'UNAVAILABLE',
  'INTERNAL_ERROR',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]
