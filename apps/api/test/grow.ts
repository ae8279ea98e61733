import type { ApiClient, ApiError } from './client.js'

export interface Unit {
  id: string
  version: number
}

type Input = Record<string, unknown>

/** The input type of each mutation whose name does not tell it. */
const inputTypes: Record<string, string> = {
  createPerson: 'PersonInput',
  createDocument: 'DocumentInput',
  joinGroup: 'GroupMembershipInput',
  leaveGroup: 'GroupMembershipInput',
  correctEvent: 'CorrectionInput',
  correctOpeningBalance: 'CorrectionInput',
  correctDeclaredFigure: 'CorrectionInput',
  recordAdmission: 'AdmissionInput',
  recordReadmission: 'AdmissionInput',
  recordCeremony: 'PersonEventInput',
  recordRecognition: 'PersonEventInput',
  recordDeath: 'PersonEventInput',
  lockTargets: 'TargetYearInput',
  unlockTargets: 'TargetYearInput',
  saveTargetWorksheet: 'SaveWorksheetInput',
  recordReview: 'RecordReviewInput',
  listSympathisers: 'CandidateStepInput',
  declineHandover: 'AnswerHandoverInput',
  withdrawHandover: 'AnswerHandoverInput',
}

function inputTypeOf(mutation: string): string {
  const name = mutation.replace(/^record/u, '')
  return inputTypes[mutation] ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`
}

function documentOf(mutation: string, selection: string): string {
  return `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} } }`
}

export interface FigureAnswer {
  indicator: string
  numerator: number | null
  denominator: number | null
  value: number | null
  text: string
}

let serial = 0

/** Grows units, people and events of a test's own through the API; every code and name is new. */
export class Garden {
  readonly prefix: string

  constructor(readonly client: ApiClient) {
    serial += 1
    this.prefix = `T${process.pid}-${serial}-${Date.now().toString(36)}`
  }

  code(name: string): string {
    return `${this.prefix}-${name}`
  }

  /** Does what the mutation says; the answer has id and version unless more is selected. */
  async act<T = Unit>(mutation: string, input: Input, selection = 'id version'): Promise<T> {
    const data = await this.client.data<Record<string, T>>(documentOf(mutation, selection), { input })
    return data[mutation] as T
  }

  /** The refusal of a mutation that must be refused. */
  refusal(mutation: string, input: Input): Promise<ApiError> {
    return this.client.refusal(documentOf(mutation, '__typename'), { input })
  }

  /** The unit with its version as it is now. */
  async now(unit: Unit): Promise<Unit> {
    const query = 'query ($id: ID!) { organization(id: $id) { id version } }'
    return (await this.client.data<{ organization: Unit }>(query, { id: unit.id })).organization
  }

  async unit(
    name: string,
    tier: string,
    parent: Unit | null,
    facts: { on?: string; kind?: string; sector?: string; code?: string } = {},
  ): Promise<Unit> {
    const { establishOrganization } = await this.client.data<{ establishOrganization: Unit }>(
      `mutation ($input: EstablishOrganizationInput!) { establishOrganization(input: $input) { id version } }`,
      {
        input: {
          parentId: parent?.id,
          code: this.code(facts.code ?? name),
          name,
          tier,
          kind: facts.kind ?? 'COMMUNE',
          sector: facts.sector,
          effectiveOn: facts.on ?? '2020-01-01',
        },
      },
    )
    return establishOrganization
  }

  /** Province with districts A and B; A has communes K (two cells) and L (one cell), B has commune M (one cell). */
  async province() {
    const root = await this.unit('Tỉnh', 'PROVINCE', null, { kind: 'PROVINCE' })
    const a = await this.unit('Huyện A', 'DISTRICT', root)
    const b = await this.unit('Huyện B', 'DISTRICT', root)
    const k = await this.unit('Xã Điện Phương', 'GRASSROOTS', a)
    const l = await this.unit('Xã Điện Trung', 'GRASSROOTS', a)
    const m = await this.unit('Xã M', 'GRASSROOTS', b)
    const k1 = await this.unit('Chi bộ thôn 1', 'CELL', k)
    const k2 = await this.unit('Chi bộ thôn 2', 'CELL', k)
    const l1 = await this.unit('Chi bộ L', 'CELL', l)
    const m1 = await this.unit('Chi bộ M', 'CELL', m)
    return { root, a, b, k, l, m, k1, k2, l1, m1 }
  }

  async opening(cell: Unit, members: number, probationaryMembers = 0, on = '2020-12-31'): Promise<void> {
    await this.client.data(
      `mutation ($input: OpeningBalanceInput!) { recordOpeningBalance(input: $input) { id } }`,
      { input: { organizationId: cell.id, on, members, probationaryMembers } },
    )
  }

  async person(facts: Record<string, unknown> = {}): Promise<string> {
    const { createPerson } = await this.client.data<{ createPerson: { id: string } }>(
      `mutation ($input: PersonInput!) { createPerson(input: $input) { id } }`,
      {
        input: {
          fullName: 'Nguyễn Thị Thử',
          birthDate: '1999-05-20',
          female: true,
          ethnicity: '01',
          ...facts,
        },
      },
    )
    return createPerson.id
  }

  /** Records an event by the name of its mutation; the input is completed with person, cell and day. */
  async record(
    mutation: string,
    inputType: string,
    input: Record<string, unknown>,
  ): Promise<{ id: string; version: number }> {
    const data = await this.client.data<Record<string, { id: string; version: number }>>(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { id version } }`,
      { input },
    )
    return data[mutation] as { id: string; version: number }
  }

  /** Records an event of a person in a cell on a day. */
  event(mutation: string, person: string, cell: Unit, on: string, facts: Input = {}): Promise<Unit> {
    return this.act(mutation, { personId: person, organizationId: cell.id, on, ...facts })
  }

  async admit(
    cell: Unit,
    on: string,
    facts: Record<string, unknown> = {},
  ): Promise<{ person: string; event: string }> {
    const person = await this.person(facts.person as Record<string, unknown>)
    const { person: _person, ...attributes } = facts
    const event = await this.record('recordAdmission', 'AdmissionInput', {
      personId: person,
      organizationId: cell.id,
      on,
      youthUnion: true,
      ...attributes,
    })
    return { person, event: event.id }
  }

  /** Whole figures of a unit, in the order asked for; `at` is the as-of date unless given. */
  async answers(unit: Unit, input: Input, at: unknown = input.asOf): Promise<FigureAnswer[]> {
    const { organization } = await this.client.data<{ organization: { figures: FigureAnswer[] } }>(
      `query ($id: ID!, $at: Date, $input: FiguresInput!) {
        organization(id: $id, at: $at) { figures(input: $input) { indicator numerator denominator value text } }
      }`,
      { id: unit.id, at, input },
    )
    return organization.figures
  }

  /** Value (or numerator) of each indicator asked for. */
  async figures(unit: Unit, input: Record<string, unknown>): Promise<Record<string, number | null>> {
    const figures = await this.answers(unit, input)
    return Object.fromEntries(figures.map(({ indicator, numerator }) => [indicator, numerator]))
  }
}
