import type { ApiClient, ApiError } from '../client.js'
import type { Garden, Unit } from '../grow.js'

type Facts = Record<string, unknown>

export interface Row {
  organization: { id: string; name: string }
  lastTarget: number | null
  lastAdmitted: number | null
  lastCompletion: { text: string } | null
  lastExpected: number | null
  members: number
  yearsSinceLastAdmission: number | null
  sources: number | null
  registered: number | null
  target: {
    id: string
    version: number
    amountMin: number
    amountMax: number | null
    note: string | null
  } | null
  others: string | null
  drafts: Array<number | null>
  allotment: { units: number; done: number; allotted: number } | null
}

export interface Sheet {
  treeAt: string
  lastTo: string | null
  membersOn: string
  assigned: number | null
  ownHere: boolean
  ownTarget: Row['target']
  allotted: number
  left: number | null
  unitsDone: number
  closed: boolean
  sourcesKept: boolean
  plans: Array<{ id: string; version: number; name: string; state: string; units: number; total: number }>
  rows: Row[]
}

export const SHEET = `treeAt lastTo membersOn assigned ownHere ownTarget { id version amountMin amountMax note } allotted left unitsDone closed sourcesKept
  plans { id version name state units total signatory document { number } }
  rows { organization { id name } lastTarget lastAdmitted lastCompletion { text } lastExpected members
    yearsSinceLastAdmission sources registered target { id version amountMin amountMax note } others drafts
    allotment { units done allotted } }`

/** Reads the worksheet of a unit. */
export async function sheetOf(client: ApiClient, unit: Unit, facts: Facts): Promise<Sheet> {
  const { organization } = await client.data<{ organization: { targetWorksheet: Sheet } }>(
    `query ($id: ID!, $year: Int!, $asOf: Date!, $kind: TargetKind = ASSIGNED) { organization(id: $id) {
      targetWorksheet(year: $year, asOf: $asOf, kind: $kind) { ${SHEET} } } }`,
    { id: unit.id, ...facts },
  )
  return organization.targetWorksheet
}

/** A row as it is sent: what was read, with what is typed. */
export function typed(row: Row | undefined, facts: Facts): Facts {
  const known = row?.target ? { targetId: row.target.id, version: row.target.version } : {}
  return { organizationId: row?.organization.id, ...known, ...facts }
}

/** Saves rows of a worksheet. */
export function save(garden: Garden, input: Facts): Promise<Sheet> {
  return garden.act<Sheet>('saveTargetWorksheet', input, SHEET)
}

/** What a refusal says of its rows. */
export function rowsIn({ extensions }: ApiError): Array<Record<string, unknown>> {
  return (extensions['rows'] ?? []) as Array<Record<string, unknown>>
}
