import type { ApiError } from '../client.js'
import type { Garden, Unit } from '../grow.js'
import { candidate, official } from '../sources/grow-sources.js'

type Facts = Record<string, unknown>

/** A dossier as the tests read it. */
export interface Held {
  id: string
  version: number
  state: string
  steps: Array<{
    id: string
    kind: string
    on: string
    outcome: string | null
    late: boolean
    daysLate: number
    correctedOn: string | null
    votes: { base: number; onRecord: number | null } | null
    rules: Array<{ code: string; regulation: string; article: string | null; value: number }>
  }>
}

export const shown = `id version state steps { id kind on outcome late daysLate correctedOn votes { base onRecord }
  rules { code regulation article value } }`

let cells = 0

/** A cell with five official members, two of them by name. */
export async function cellWithMembers(
  garden: Garden,
  parent: Unit,
  name = 'Chi bộ có đảng viên',
  tier = 'CELL',
): Promise<{ cell: Unit; members: string[] }> {
  cells += 1
  const cell = await garden.unit(name, tier, parent, { code: `C-${cells}` })
  await garden.opening(cell, 5)
  const members = [await official(garden, cell), await official(garden, cell, { fullName: 'Trần Thị Giới' })]
  return { cell, members }
}

/** Somebody with a certificate: identified, listed and through the course. */
export async function certified(
  garden: Garden,
  cell: Unit,
  facts: Facts = {},
  days: { identified?: string; certified?: string } = {},
): Promise<string> {
  const { identified = '2024-01-05', certified: on = '2024-03-10' } = days
  const person = await candidate(garden, cell, identified, { listed: true, ...facts })
  await garden.event('recordCourseCompletion', person, cell, on, { audience: 'OTHER' })
  return person
}

const inputs: Record<string, string> = {
  recordDossierStep: 'DossierStepInput',
  recordSpecialApproval: 'SpecialApprovalInput',
  setRecommenders: 'SetRecommendersInput',
}
const inputOf = (mutation: string) =>
  inputs[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`

/** The dossier of one person, followed step by step: each call sends the version that the one before answered. */
export class Following {
  now: Held = { id: '', version: 0, state: '', steps: [] }

  constructor(readonly garden: Garden) {}

  private document(mutation: string): string {
    return `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { ${shown} } }`
  }

  private inputFor(input: Facts): Facts {
    return this.now.id === '' ? input : { dossierId: this.now.id, version: this.now.version, ...input }
  }

  async act(mutation: string, input: Facts): Promise<Held> {
    const data = await this.garden.client.data<Record<string, Held>>(this.document(mutation), {
      input: this.inputFor(input),
    })
    this.now = data[mutation] as Held
    return this.now
  }

  refused(mutation: string, input: Facts): Promise<ApiError> {
    return this.garden.client.refusal(this.document(mutation), { input: this.inputFor(input) })
  }

  step(kind: string, on: string, facts: Facts = {}): Promise<Held> {
    return this.act('recordDossierStep', { kind, on, ...facts })
  }

  async stepRefused(kind: string, on: string, facts: Facts = {}) {
    const { extensions } = await this.refused('recordDossierStep', { kind, on, ...facts })
    return extensions as ApiError['extensions'] & { reason?: { key: string } }
  }

  async ask<T>(selection: string): Promise<T> {
    const { dossier } = await this.garden.client.data<{ dossier: T }>(
      `query ($id: ID!) { dossier(id: $id) { ${selection} } }`,
      { id: this.now.id },
    )
    return dossier
  }
}

export const paper = (formCode: string, datedOn: string): Facts => ({ formCode, datedOn })
/** Everything that the vote on admission asks for. */
export const allPapers = (on: string): Facts[] => ['2-KNĐ', '3-KNĐ', '5-KNĐ'].map((code) => paper(code, on))
/** Everything that the vote on recognition asks for. */
export const probationPapers = (on: string): Facts[] =>
  ['10-KNĐ', '11-KNĐ', '12-KNĐ', 'CN-ĐVM'].map((code) => paper(code, on))

export const votes = (agreed: number, officialMembers = 5, facts: Facts = {}): Facts => ({
  ...{ officialMembers, present: officialMembers, agreed, against: officialMembers - agreed },
  ...facts,
})

/** A dossier that is ready for the vote of the cell on 2/7/2024. */
export async function ready(
  garden: Garden,
  person: string,
  members: readonly string[],
  facts: Facts = {},
): Promise<Following> {
  const following = await opened(garden, person, facts)
  await following.act('addDossierPapers', { papers: allPapers('2024-04-20') })
  await recommendedBy(following, members)
  await following.step('VERIFY', '2024-05-06', {
    letters: [{ subject: 'Người xin vào Đảng', addressee: 'Đảng ủy xã quê quán' }],
  })
  const [letter] = (await following.ask<{ letters: Array<{ id: string }> }>('letters { id }')).letters
  await following.act('answerLetter', { letterId: letter?.id, on: '2024-06-03', outcome: 'CLEAR' })
  await following.step('READY', '2024-06-20')
  return following
}

/** Opened on 15/4/2024. */
export async function opened(garden: Garden, person: string, facts: Facts = {}): Promise<Following> {
  const following = new Following(garden)
  await following.act('openDossier', {
    personId: person,
    on: '2024-04-15',
    papers: [paper('1-KNĐ', '2024-04-10')],
    schooling: 'UPPER_SECONDARY',
    ...facts,
  })
  return following
}

export const recommendedBy = (following: Following, members: readonly string[]): Promise<Held> =>
  following.act('setRecommenders', {
    recommenders: members.map((personId) => ({ personId, togetherSince: '2021-01-01' })),
  })

/** Decided on 5/8/2024, by way of the grassroots committee. */
export async function decided(following: Following, facts: Facts = {}): Promise<Following> {
  await following.step('CELL_VOTE', '2024-07-02', { votes: votes(5) })
  await following.step('PROPOSAL', '2024-07-15')
  await following.step('DECISION', '2024-08-05', { outcome: 'YES', ...facts })
  return following
}
