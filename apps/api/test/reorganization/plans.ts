import type { ApiClient, ApiError } from '../client.js'
import type { Unit } from '../grow.js'

export interface Plan {
  id: string
  version: number
  status: string
}

export interface Refused {
  message: string
  extensions: Record<string, unknown> & { code: string; operation?: { position: number } }
}

const selected = 'id version status'

/** Drafts, applies and undoes reorganizations of one unit through the API. */
export class Plans {
  constructor(
    readonly client: ApiClient,
    readonly place: Unit,
  ) {}

  /** A draft with these operations. */
  async draft(effectiveOn: string, operations: object[], facts: object = {}): Promise<Plan> {
    const input = { organizationId: this.place.id, title: 'Sắp xếp', effectiveOn, ...facts }
    const { createReorganization: plan } = await this.client.data<{ createReorganization: Plan }>(
      `mutation ($input: ReorganizationInput!) { createReorganization(input: $input) { ${selected} } }`,
      { input },
    )
    if (operations.length === 0) return plan
    const { addOperations } = await this.client.data<{ addOperations: Plan }>(
      `mutation ($input: OperationsInput!) { addOperations(input: $input) { ${selected} } }`,
      { input: { id: plan.id, version: plan.version, operations } },
    )
    return addOperations
  }

  private query(mutation: 'applyReorganization' | 'undoReorganization'): string {
    return `mutation ($id: ID!, $version: Int!) { ${mutation}(id: $id, version: $version) { ${selected} } }`
  }

  async apply({ id, version }: Plan): Promise<Plan> {
    const data = await this.client.data<{ applyReorganization: Plan }>(this.query('applyReorganization'), {
      id,
      version,
    })
    return data.applyReorganization
  }

  async undo({ id, version }: Plan): Promise<Plan> {
    const data = await this.client.data<{ undoReorganization: Plan }>(this.query('undoReorganization'), {
      id,
      version,
    })
    return data.undoReorganization
  }

  /** Drafts and applies. */
  async carryOut(effectiveOn: string, operations: object[], facts: object = {}): Promise<Plan> {
    return this.apply(await this.draft(effectiveOn, operations, facts))
  }

  refusalOf(mutation: 'applyReorganization' | 'undoReorganization', plan: Plan): Promise<ApiError> {
    return this.client.refusal(this.query(mutation), { id: plan.id, version: plan.version })
  }
}

/** A unit that stands, as operations name it. */
export const of = ({ id }: { id: string }) => ({ id })
