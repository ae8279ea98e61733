import type { Garden, Unit } from '../grow.js'

type Facts = Record<string, unknown>

/** An official member of a cell, since before its records begin. */
export async function official(garden: Garden, cell: Unit, facts: Facts = {}): Promise<string> {
  const person = await garden.person({ fullName: 'Lê Văn Giúp', ...facts })
  await garden.event('recordOpeningMember', person, cell, '2020-12-31', { probationary: false })
  return person
}

let born = 0

/** Somebody new who becomes a candidate of a cell on a day. */
export async function candidate(garden: Garden, cell: Unit, on: string, facts: Facts = {}): Promise<string> {
  born += 1
  const person = {
    fullName: `Nguyễn Văn Nguồn ${born}`,
    birthDate: '2000-03-04',
    female: false,
    ethnicity: '01',
  }
  const { id } = await garden.act<{ id: string }>(
    'identifyCandidate',
    { person, organizationId: cell.id, on, ...facts },
    'id',
  )
  return id
}

/** Candidates of a unit on a day, as "name: stage", with the number in each stage. */
export async function candidatesOf(garden: Garden, unit: Unit, at: string, filter: Facts = {}) {
  const { organization } = await garden.client.data<{
    organization: {
      candidates: {
        totalCount: number
        stages: Array<{ stage: string; count: number }>
        edges: Array<{ node: { id: string; stage: string } & Facts }>
      }
    }
  }>(
    `query ($id: ID!, $at: Date!, $filter: CandidateFilterInput) {
      organization(id: $id, at: $at) { candidates(filter: $filter, first: 100) {
        totalCount stages { stage count }
        edges { node { id stage since enteredOn listedOn certifiedOn certificateExpiresOn certificateNumber sourceKind
          introducer note reviewedOn organization { id } mentors { id version mentor { id } }
          nextSteps { step due overdue } handover { id } course { id }
          requirements { metOn requirement { id title } } } }
      } }
    }`,
    { id: unit.id, at, filter },
  )
  const { candidates } = organization
  return {
    ...candidates,
    nodes: candidates.edges.map(({ node }) => node),
    byStage: Object.fromEntries(candidates.stages.map(({ stage, count }) => [stage, count])),
  }
}

/** A course that a unit runs in May 2024. */
export function course(garden: Garden, unit: Unit, facts: Facts = {}): Promise<Unit> {
  return garden.act('setCourse', {
    organizationId: unit.id,
    kind: 'AWARENESS',
    name: 'Lớp nhận thức về Đảng khóa I/2024',
    audience: 'OTHER',
    startsOn: '2024-05-06',
    endsOn: '2024-05-10',
    sessions: 10,
    places: 20,
    ...facts,
  })
}
