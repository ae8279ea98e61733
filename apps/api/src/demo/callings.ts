import type { Occupation, OrganizationKind, SourceKind } from '@seedbed/shared'
import type { Random } from './random.js'
import type { Unit } from './units.js'

/** An occupation in a kind of cell: how frequent, the share of university graduates and of women, the sources. */
interface Calling {
  occupation: Occupation
  weight: number
  university: number
  female: number
  sources: readonly SourceKind[]
}

function calling(
  occupation: Occupation,
  weight: number,
  university: number,
  female: number,
  ...sources: SourceKind[]
): Calling {
  return { occupation, weight, university, female, sources }
}

const forces = [calling('SOLDIER', 1, 0.5, 0.18, 'ARMED_FORCES')]
const militia = [
  calling('SOLDIER', 4, 0.35, 0.08, 'ARMED_FORCES'),
  calling('VILLAGE_OFFICER', 1, 0.4, 0.12, 'MILITIA'),
]

const CALLINGS: Readonly<Partial<Record<OrganizationKind, readonly Calling[]>>> = {
  RESIDENTIAL: [
    calling('VILLAGE_OFFICER', 22, 0.45, 0.52, 'RESIDENT', 'MILITIA', 'RESIDENT'),
    calling('CIVIL_SERVANT', 16, 0.9, 0.54, 'PUBLIC_EMPLOYEE'),
    calling('FARMER', 18, 0.03, 0.44, 'RESIDENT', 'MILITIA', 'DEMOBILIZED_SOLDIER'),
    calling('SELF_EMPLOYED', 14, 0.14, 0.45, 'RESIDENT', 'DEMOBILIZED_SOLDIER'),
    calling('WORKER', 8, 0.06, 0.5, 'WORKER', 'RESIDENT'),
    calling('PUBLIC_EMPLOYEE', 8, 0.85, 0.58, 'PUBLIC_EMPLOYEE'),
    calling('STUDENT', 5, 0, 0.55, 'RESIDENT'),
    calling('MEDICAL_STAFF', 3, 0.5, 0.66, 'MEDICAL_STAFF'),
  ],
  SCHOOL: [
    calling('TEACHER', 90, 0.93, 0.74, 'TEACHER'),
    calling('PUBLIC_EMPLOYEE', 10, 0.6, 0.6, 'PUBLIC_EMPLOYEE'),
  ],
  HOSPITAL: [calling('MEDICAL_STAFF', 1, 0.55, 0.66, 'MEDICAL_STAFF')],
  AGENCY: [
    calling('CIVIL_SERVANT', 65, 0.95, 0.48, 'PUBLIC_EMPLOYEE'),
    calling('PUBLIC_EMPLOYEE', 35, 0.85, 0.52, 'PUBLIC_EMPLOYEE'),
  ],
  ENTERPRISE: [
    calling('WORKER', 52, 0.1, 0.52, 'WORKER'),
    calling('BUSINESS_EMPLOYEE', 46, 0.72, 0.48, 'WORKER'),
    calling('BUSINESS_OWNER', 2, 0.6, 0.3, 'BUSINESS_OWNER'),
  ],
  POLICE: forces,
  BORDER_GUARD: forces,
  MILITARY: militia,
}

const PUPIL = calling('PUPIL', 1, 0, 0.58, 'PUPIL')
const BUSINESS_OWNER = calling('BUSINESS_OWNER', 1, 0.6, 0.3, 'BUSINESS_OWNER')

/**
 * Draws a calling that the kind of cell knows: the one asked for, else one as likely as its frequency among those with
 * (or without) the degree asked for. Pupils come only where they are asked for.
 */
export function callingIn(
  random: Random,
  cell: Unit,
  wish: { occupation?: Occupation; university?: boolean },
): Calling {
  const list = CALLINGS[cell.kind] ?? CALLINGS.RESIDENTIAL ?? []
  if (wish.occupation === 'PUPIL') return PUPIL
  if (wish.occupation === 'BUSINESS_OWNER') return BUSINESS_OWNER
  const named = list.find((item) => item.occupation === wish.occupation)
  if (named) return named
  return random.weighted(list, ({ weight, university }) => {
    if (wish.university === undefined) return weight
    return weight * Math.max(0.001, wish.university ? university : 1 - university)
  })
}
