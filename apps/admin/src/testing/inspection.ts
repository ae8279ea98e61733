import { createWorld, type WorldOptions } from './world.js'

type Fields = Record<string, unknown>
type Ask = (args: Fields) => Promise<Fields | null> | Fields | null

const unit = { id: 'cell', at: '2024-11-15', name: 'Chi bộ Khối phố 1' }

/** A finding of the test's cell that awaits an answer; `facts` change it. */
export function testFinding(facts: Fields = {}) {
  return {
    id: 'finding',
    version: 3,
    kind: 'SHORTCOMING',
    state: 'OPEN',
    about: 'UNIT',
    words: 'Chưa lập kế hoạch tạo nguồn',
    madeOn: '2024-10-01',
    dueOn: '2024-11-01',
    overdue: true,
    mended: null,
    closedOn: null,
    organization: unit,
    responsible: unit,
    inspecting: { id: 'town', at: '2024-11-15', name: 'Đảng bộ thị xã' },
    person: null,
    target: null,
    document: null,
    round: null,
    steps: [
      {
        id: 'made',
        kind: 'MADE',
        onDay: '2024-10-01',
        dueOn: '2024-11-01',
        mended: null,
        words: 'Chưa lập kế hoạch tạo nguồn',
        actorName: 'Ủy ban Kiểm tra',
      },
    ],
    viewerCanAnswer: false,
    viewerCanRecheck: false,
    viewerCanClose: false,
    viewerCanReopen: false,
    viewerCanWithdraw: false,
    ...facts,
  }
}

/** The test's installation with one finding; `onFilter` tells what was asked, `onMutation` what was done. */
export function inspectionWorld(
  options: WorldOptions & { finding?: Fields; onFilter?: (filter: unknown) => void } = {},
) {
  const world = createWorld(options) as unknown as Fields & { organization: Ask }
  const finding = testFinding(options.finding)
  const told =
    (name: string) =>
    ({ input }: { input: Fields }) => {
      options.onMutation?.(name, { ...input })
      return { ...finding, version: 4 }
    }
  return {
    ...world,
    organization: async (args: Fields) => ({
      ...(await world.organization(args)),
      findingCounts: { praise: 2, awaited: 5, overdue: 1, answered: 3, closed: 4 },
      findings: ({ filter }: Fields) => {
        options.onFilter?.({ ...(filter as Fields) })
        return {
          totalCount: 1,
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: [{ cursor: '1', node: finding }],
        }
      },
    }),
    finding: () => finding,
    recordFinding: told('recordFinding'),
    answerFinding: told('answerFinding'),
    recheckFinding: told('recheckFinding'),
  }
}
