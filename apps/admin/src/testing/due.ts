import { createWorld } from './world.js'

type Fields = Record<string, unknown>
type Ask = (args: Fields) => Promise<Fields | null> | Fields | null

const cell = { id: 'cell', at: '2024-11-15', name: 'Chi bộ Khối phố 1' }
const item = (
  number: number,
  kind: string,
  state: string,
  daysLeft: number | null,
  dueOn: string | null,
) => ({
  ...{ kind, state, daysLeft, dueOn, about: null, beginsOn: '2024-09-01', extended: false, problem: null },
  ...{ regulation: '24-QĐ/TW', article: '4.3', organization: cell, warnFrom: null, rule: null },
  person: { id: `person-${number}`, fullName: `Lê Văn Việc ${number}` },
  dossier: kind === 'MENTOR_REVIEW' ? null : { id: `dossier-${number}` },
})

/** The test's installation with things to do: overdue, within a week, within a month, later, and not computable. */
export function dueWorld(options: { cannot?: readonly string[]; onFilter?: (filter: unknown) => void } = {}) {
  const world = createWorld(options) as unknown as Fields & { organization: Ask }
  const items = [
    item(1, 'CEREMONY', 'OVERDUE', -3, '2024-11-12'),
    item(2, 'MENTOR_REVIEW', 'WARN', 5, '2024-11-20'),
    item(3, 'DECISION', 'WARN', 20, '2024-12-05'),
    item(4, 'CERTIFICATE', 'WARN', 80, '2025-02-03'),
    {
      ...item(5, 'DECISION', 'UNKNOWN', null, null),
      problem: { code: 'CONFLICT', vi: 'chưa có lịch nghỉ năm 2025', en: 'no calendar of 2025' },
    },
  ]
  return {
    ...world,
    organization: async (args: Fields) => ({
      ...(await world.organization(args)),
      holdsMembers: args.id === 'cell',
      dueList: ({ filter }: Fields) => {
        options.onFilter?.({ ...(filter as object) })
        return {
          totalCount: items.length,
          counts: [
            { kind: 'CEREMONY', state: 'OVERDUE', count: 1 },
            { kind: 'DECISION', state: 'WARN', count: 1 },
          ],
          units:
            args.id === 'cell'
              ? []
              : [{ organization: cell, counts: [{ kind: 'CEREMONY', state: 'OVERDUE', count: 1 }] }],
          pageInfo: { hasNextPage: false, endCursor: null },
          edges: items.map((node, at) => ({ cursor: String(at), node })),
        }
      },
    }),
  }
}
