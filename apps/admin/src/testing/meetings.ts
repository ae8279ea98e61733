import { dossiersWorld, testDossier } from './dossiers.js'

type Fields = Record<string, unknown>
type Ask = (args: Fields) => Promise<Fields | null>

const candidate = (number: number, stage: string) => ({
  id: `nguon-${number}`,
  stage,
  person: { id: `nguon-${number}`, fullName: `Võ Thị Nguồn ${number}`, birthDate: '2001-05-06' },
  mentors: stage === 'IDENTIFIED' ? [{ id: 'mentorship' }] : [],
})

/** A cell with two to be listed, one without mentor, two to be voted on and one whose probation is over. */
export function meetingWorld(options: {
  onMutation?: (name: string, input: Fields) => void
  /** Refused: the vote on this dossier. */
  refuse?: string
}) {
  const states = ['READY', 'READY', 'ADMITTED']
  const dossiers = states.map((state, at) => ({
    ...testDossier(at + 1, state),
    officialFrom: state === 'ADMITTED' ? '2024-11-01' : null,
  }))
  const world = dossiersWorld({ states }) as Fields & { organization: Ask }
  const connection = (nodes: Array<{ id: string }>) => ({
    ...{ totalCount: nodes.length, states: [], pageInfo: { hasNextPage: false, endCursor: null } },
    edges: nodes.map((node) => ({ cursor: node.id, node })),
  })
  return {
    ...world,
    organization: async (args: Fields) => ({
      ...(await world.organization(args)),
      candidates: connection([
        candidate(1, 'IDENTIFIED'),
        candidate(2, 'IDENTIFIED'),
        candidate(3, 'SYMPATHISER'),
      ]),
      dossiers: connection(dossiers),
    }),
    listSympathisers: ({ input }: Fields) => {
      options.onMutation?.('listSympathisers', input as Fields)
      return []
    },
    recordDossierStep: ({ input }: { input: Fields }) => {
      options.onMutation?.('recordDossierStep', input)
      if (input.dossierId === options.refuse) throw new Error('refused')
      return dossiers[0]
    },
  }
}
