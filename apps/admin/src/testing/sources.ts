import { createWorld } from './world.js'

type Fields = Record<string, unknown>
type Ask = (args: Fields) => Promise<Fields | null> | Fields | null

const stages = ['IDENTIFIED', 'SYMPATHISER', 'IN_CLASS', 'CERTIFIED'] as const

/** Candidates of the test's cell, two in each stage; the first of them overdue. */
export function testCandidates() {
  return stages.flatMap((stage, at) =>
    [1, 2].map((number) => ({
      id: `candidate-${stage}-${number}`,
      stage,
      since: '2024-03-01',
      enteredOn: '2024-02-01',
      sourceKind: 'RESIDENT',
      certificateExpiresOn: stage === 'CERTIFIED' ? '2025-01-10' : null,
      person: {
        id: `candidate-${stage}-${number}`,
        fullName: `Võ Thị Nguồn ${at * 2 + number}`,
        birthDate: '2000-01-02',
      },
      organization: { id: 'cell', at: '2024-11-15', name: 'Chi bộ Khối phố 1', viewerCanRecordSources: true },
      mentors: [],
      nextSteps: [
        number === 1
          ? { step: 'REVIEW', due: '2024-10-01', overdue: true }
          : { step: 'ASSIGN_MENTOR', due: null, overdue: false },
      ],
    })),
  )
}

/** The test's installation with sources; `onFilter` and `onMutation` tell what was asked. */
export function sourcesWorld(options: {
  onFilter?: (filter: unknown) => void
  onMutation?: (name: string, input: unknown) => void
  declared?: boolean
}) {
  const world = createWorld() as unknown as Record<string, unknown> & { organization: Ask }
  const rows = options.declared ? [] : testCandidates()
  const told =
    (name: string) =>
    ({ input }: Fields) => {
      options.onMutation?.(name, input)
      return []
    }
  return {
    ...world,
    organization: async (args: Fields) => ({
      ...(await world.organization(args)),
      holdsMembers: true,
      candidatesOffered: [],
      noSource: options.declared
        ? { id: 's', version: 1, cause: 'YOUNG_AWAY', from: '2024-03-01', to: '2025-02-28' }
        : null,
      candidates: ({ filter }: Fields) => {
        options.onFilter?.({ ...(filter as object) })
        return {
          totalCount: rows.length,
          stages: stages.map((stage) => ({
            stage,
            count: rows.filter((row) => row.stage === stage).length,
          })),
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: rows.map((node) => ({ cursor: node.id, node })),
        }
      },
    }),
    listSympathisers: told('listSympathisers'),
    strikeCandidates: told('strikeCandidates'),
  }
}
