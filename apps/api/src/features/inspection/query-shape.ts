import {
  COMPARE_OPERATORS,
  COMPARED_TO,
  COUNT_BASES,
  isDay,
  MEMBER_BASES,
  PERIMETERS,
  PERSON_ATTRIBUTES,
  PERSON_DAYS,
  PERSON_FACTS,
  PERSON_SUBJECTS,
  ROUNDING_MODES,
  TARGET_KINDS,
  UNIT_FACTS,
  type OrganizationQuery,
  type PersonQuery,
} from '@seedbed/shared'
import { z } from 'zod'
import { invalidInput } from '../../errors/errors.js'

const codeOf = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  z.enum(Object.keys(list) as [Code, ...Code[]])
const day = z.string().refine(isDay, 'must be a day, YYYY-MM-DD')
const texts = z.array(z.string())

const comparison = z.strictObject({
  indicator: z.string(),
  operator: codeOf(COMPARE_OPERATORS),
  to: codeOf(COMPARED_TO).nullish(),
  number: z.number().nullish(),
  upTo: z.number().nullish(),
  other: z.string().nullish(),
  factor: z.number().nullish(),
  years: z.number().int().nullish(),
  from: day.nullish(),
  asOf: day.nullish(),
})

const condition = z.strictObject({
  get all() {
    return z.array(condition).nullish()
  },
  get any() {
    return z.array(condition).nullish()
  },
  compare: comparison.nullish(),
  name: z.string().nullish(),
  fact: z.strictObject({ fact: codeOf(UNIT_FACTS), after: day.nullish() }).nullish(),
})

const organizations = z.strictObject({
  scope: texts.nullish(),
  tiers: texts.nullish(),
  kinds: texts.nullish(),
  sectors: texts.nullish(),
  groups: texts.nullish(),
  lineageOf: z.string().nullish(),
  ended: z.boolean().nullish(),
  from: day,
  asOf: day,
  perimeter: codeOf(PERIMETERS).nullish(),
  treeAt: day.nullish(),
  countBasis: codeOf(COUNT_BASES).nullish(),
  targetKind: codeOf(TARGET_KINDS).nullish(),
  memberBase: codeOf(MEMBER_BASES).nullish(),
  rounding: z
    .strictObject({
      mode: z.enum(ROUNDING_MODES),
      decimals: z.number().int(),
      trailingZeros: z.boolean().optional(),
    })
    .nullish(),
  knownOn: day.nullish(),
  where: condition.nullish(),
  indicators: texts,
  orderBy: z
    .array(z.strictObject({ indicator: z.string().nullish(), direction: z.enum(['ASC', 'DESC']) }))
    .nullish(),
})

const personCondition = z.strictObject({
  get all() {
    return z.array(personCondition).nullish()
  },
  get any() {
    return z.array(personCondition).nullish()
  },
  attribute: z
    .strictObject({ attribute: codeOf(PERSON_ATTRIBUTES), codes: texts, not: z.boolean().nullish() })
    .nullish(),
  day: z.strictObject({ day: codeOf(PERSON_DAYS), from: day.nullish(), to: day.nullish() }).nullish(),
  fact: z
    .strictObject({
      fact: codeOf(PERSON_FACTS),
      number: z.number().int().nullish(),
      not: z.boolean().nullish(),
    })
    .nullish(),
})

const persons = z.strictObject({
  subject: codeOf(PERSON_SUBJECTS),
  scope: texts.nullish(),
  from: day.nullish(),
  asOf: day,
  where: personCondition.nullish(),
})

/** The first thing wrong with a shape, by its place. */
function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const { data, error } = shape.safeParse(value)
  if (data !== undefined) return data
  const [issue] = error?.issues ?? []
  throw invalidInput(issue?.path.join('.') || 'query', issue?.message ?? 'is no query')
}

/** A question about units from JSON of whatever origin. Refuses (INVALID_INPUT) what has another shape. */
export function organizationQueryOf(value: unknown): OrganizationQuery {
  return read<OrganizationQuery>(organizations as unknown as z.ZodType<OrganizationQuery>, value)
}

/** The same about persons. */
export function personQueryOf(value: unknown): PersonQuery {
  return read<PersonQuery>(persons as unknown as z.ZodType<PersonQuery>, value)
}
