import { createContext } from '../../src/context.js'
import type { FixedClock } from '../clock.js'
import type { Database } from '../../src/database/database.js'
import type { ApiClient, ApiError } from '../client.js'
import { Garden, type Unit } from '../grow.js'
import { accountWith, sessionOf, type TestGrant } from '../people-with-accounts.js'

export interface FindingAnswer extends Unit {
  state: string
  overdue: boolean
  dueOn: string | null
  closedOn: string | null
  mended: boolean | null
  viewerCanAnswer: boolean
  viewerCanRecheck: boolean
  viewerCanClose: boolean
  viewerCanReopen: boolean
  viewerCanWithdraw: boolean
  steps: Array<{ kind: string; onDay: string; state: string; dueOn: string | null; actorName: string }>
}

const finding = `id version state overdue dueOn closedOn mended viewerCanAnswer viewerCanRecheck viewerCanClose
  viewerCanReopen viewerCanWithdraw steps { kind onDay state dueOn actorName }`

const types: Record<string, string> = {
  answerFinding: 'FindingStepInput',
  closeFinding: 'FindingStepInput',
  withdrawFinding: 'FindingStepInput',
  closeInspectionRound: 'InspectionRoundInput',
}

const documentOf = (mutation: string, selection: string): string => {
  const type = types[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`
}

/** Does what a mutation of rounds or findings says, as somebody. */
export async function act<T = Unit>(
  client: ApiClient,
  mutation: string,
  input: object,
  selection = mutation.endsWith('Finding') ? finding : 'id version',
): Promise<T> {
  const data = await client.data<Record<string, T>>(documentOf(mutation, selection), { input })
  return data[mutation] as T
}

/** The same with a finding as the answer. */
export const step = (client: ApiClient, mutation: string, input: object): Promise<FindingAnswer> =>
  act<FindingAnswer>(client, mutation, input)

/** The refusal of such a mutation. */
export const refused = (client: ApiClient, mutation: string, input: object): Promise<ApiError> =>
  client.refusal(documentOf(mutation, '__typename'), { input })

/** The code and, where there is one, the key of the reason of a refusal. */
export const why = ({ extensions }: ApiError): string[] => {
  const { key } = (extensions.reason ?? {}) as { key?: string }
  return key === undefined ? [extensions.code] : [extensions.code, key]
}

/** A finding as somebody sees it now. */
export async function findingFor(client: ApiClient, id: string): Promise<FindingAnswer> {
  const query = `query ($id: ID!) { finding(id: $id) { ${finding} } }`
  return (await client.data<{ finding: FindingAnswer }>(query, { id })).finding
}

/** A province of its own with accounts: an inspector of district A, and who answers at commune K, its cell 1, and L. */
export async function growInspection(api: ApiClient, database: Database, clock: FixedClock) {
  const garden = new Garden(api)
  const units = await garden.province()
  const ctx = createContext({ database, clock })
  /** Somebody whose session no clock ends. */
  const as = async (...grants: TestGrant[]): Promise<ApiClient> => {
    const since = grants.map((grant) => ({ from: '1900-01-01', ...grant }))
    const { key } = await accountWith({ database, clock }, since)
    return api.as(await sessionOf(ctx, key, '9999-12-31T00:00:00.000Z'))
  }
  return {
    garden,
    units,
    as,
    inspector: await as({ role: 'INSPECTOR', unit: units.a }),
    elsewhere: await as({ role: 'INSPECTOR', unit: units.b }),
    officer: await as({ role: 'COMMITTEE_OFFICER', unit: units.k }),
    secretary: await as({ role: 'CELL_SECRETARY', unit: units.k1 }),
    neighbour: await as({ role: 'COMMITTEE_OFFICER', unit: units.l }),
    commission: await as({ role: 'ORGANIZATION_COMMISSION', unit: units.a }),
    administrator: await as({ role: 'SYSTEM_ADMIN', unit: null }),
  }
}

export type Inspection = Awaited<ReturnType<typeof growInspection>>

/** What a round of inspection is about, unless told otherwise. */
export const ABOUT_ROUND = {
  body: 'INSPECTION_COMMISSION',
  kind: 'THEMATIC_INSPECTION',
  theme: 'Công tác phát triển đảng viên năm 2026',
  fromDay: '2026-11-01',
  toDay: '2026-12-31',
}
