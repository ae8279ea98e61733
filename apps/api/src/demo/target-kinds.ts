import type { ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN } from './cases/dien-ban-units.js'
import { DIEN_BAN_TABLE } from './cases/dien-ban-table.js'
import { DOCUMENTS } from './documents.js'
import { apportion } from './random.js'

const ON = '2024-11-15'
const INVENTED = 'Dữ liệu trình diễn'
/** What the province assigns to Điện Bàn for the year that is being allotted; invented. */
const ASSIGNED_2025 = 180
/** What a first draft gives to the units below it; two are still open. */
const DRAFTED_2025 = 154

type TargetLine = Extract<ImportLine, { type: 'target' }>

/** Targets of other kinds that the town carries beside the assigned one; invented, all with their own names. */
function otherKinds(): TargetLine[] {
  const common = {
    type: 'target',
    organization: DIEN_BAN,
    on: ON,
    yearFrom: 2024,
    yearTo: 2024,
    document: DOCUMENTS.townPlan,
    note: INVENTED,
  } as const
  return [
    { ...common, kind: 'TERM_TOTAL', yearFrom: 2021, yearTo: 2025, amountMin: 690 },
    { ...common, kind: 'RATE_OF_MEMBERS', rate: 3, base: 6_381, baseOn: '2023-12-31' },
    { ...common, kind: 'COMPOSITION', indicator: 'femaleShare', rate: 50 },
    { ...common, kind: 'COURSE_PLACES', amountMin: 260 },
    { ...common, kind: 'COVERAGE', condition: 'ADMITTED_ANYONE', tier: 'CELL', rate: 40 },
    {
      ...common,
      kind: 'ASSIGNED',
      yearFrom: 2025,
      yearTo: 2025,
      amountMin: ASSIGNED_2025,
      document: DOCUMENTS.provincePlan,
    },
  ]
}

/** What units register for 2025 and expect of 2024, near what they have done. */
function registrations(): ImportLine[] {
  return DIEN_BAN_TABLE.flatMap(({ code, target2024, admitted2024 }, index): ImportLine[] => {
    const common = { type: 'targetRegistration', organization: code, on: ON } as const
    const wanted = Math.round((target2024 + admitted2024) / 2)
    return [
      { ...common, year: 2025, wanted: Math.max(target2024, wanted - (index % 3)) },
      { ...common, year: 2024, expected: admitted2024 + 1 + (index % 2) },
    ]
  })
}

/** The plan by which 2024 was assigned, and two drafts for 2025. */
function plans(): ImportLine[] {
  const plan = { type: 'targetPlan', organization: DIEN_BAN, on: ON } as const
  const open = DIEN_BAN_TABLE.length - 2
  const draft = (weights: readonly number[], total: number) =>
    apportion(total, weights, 2).map((amount, index) => ({
      organization: DIEN_BAN_TABLE[index]?.code ?? '',
      amount,
    }))
  const first = DIEN_BAN_TABLE.slice(0, open)
  return [
    {
      ...{ ...plan, year: 2024, name: 'Phương án chính thức', document: DOCUMENTS.townDecision },
      ...{ signatory: 'Bí thư Thị ủy (trình diễn)', issuedOn: '2023-12-28' },
      lines: DIEN_BAN_TABLE.map(({ code, target2024 }) => ({ organization: code, amount: target2024 })),
    },
    {
      ...{ ...plan, year: 2025, name: 'Phương án 1: theo kết quả năm 2024', note: INVENTED },
      lines: draft(
        first.map(({ admitted2024 }) => admitted2024),
        DRAFTED_2025,
      ),
    },
    {
      ...{ ...plan, year: 2025, name: 'Phương án 2: theo số đảng viên', note: INVENTED },
      lines: draft(
        DIEN_BAN_TABLE.map(({ members }) => members),
        ASSIGNED_2025,
      ),
    },
  ]
}

/** What makes the worksheet of Điện Bàn a living one: other kinds of target, registrations, plans. All invented. */
export function targetKindLines(): ImportLine[] {
  return [...otherKinds(), ...registrations(), ...plans()]
}
