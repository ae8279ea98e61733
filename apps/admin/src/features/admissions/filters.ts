import { INTRODUCERS, OCCUPATIONS, SOURCE_KINDS, isDay, type Day, type Label } from '@seedbed/shared'

/** Conditions that are yes or no, in the customary order. */
export const FLAGS = [
  'female',
  'ethnicMinority',
  'religious',
  'youthUnion',
  'enterprise',
  'age18to30',
  'university',
  'introduced',
  'courseCompleted',
  'readmission',
] as const
export type Flag = (typeof FLAGS)[number]

/** Conditions that name an entry of a code list. */
export const CHOICES = {
  occupation: OCCUPATIONS,
  sourceKind: SOURCE_KINDS,
  introducer: INTRODUCERS,
} satisfies Record<string, Readonly<Record<string, Label>>>
export type Choice = keyof typeof CHOICES
export const CHOICE_NAMES = Object.keys(CHOICES) as Choice[]

/** What narrows the list, as it stands in the address. */
export interface AdmissionFilters {
  from?: Day
  to?: Day
  flags: Partial<Record<Flag, boolean>>
  choices: Partial<Record<Choice, string>>
}

/** Reads the filters from the address; what is not known is ignored. */
export function readFilters(params: URLSearchParams): AdmissionFilters {
  const day = (name: string) => {
    const value = params.get(name)
    return value && isDay(value) ? value : undefined
  }
  const filters: AdmissionFilters = { from: day('from'), to: day('to'), flags: {}, choices: {} }
  for (const flag of FLAGS) {
    const value = params.get(flag)
    if (value === '1' || value === '0') filters.flags[flag] = value === '1'
  }
  for (const name of CHOICE_NAMES) {
    const value = params.get(name)
    if (value && value in CHOICES[name]) filters.choices[name] = value
  }
  return filters
}

/** Whether anything narrows the list beyond the period. */
export function isNarrowed({ from, to, flags, choices }: AdmissionFilters): boolean {
  return Boolean(from ?? to) || Object.keys(flags).length + Object.keys(choices).length > 0
}

/** Every parameter that the filters may set, emptied. */
export function clearedFilters(): Record<string, null> {
  return Object.fromEntries(['from', 'to', ...FLAGS, ...CHOICE_NAMES].map((name) => [name, null]))
}
