import { calendarPace, standingAgainst } from '@seedbed/shared'
import { figureOfUnit, type TestUnit } from './units.js'

const year = { from: '2024-01-01', to: '2024-12-31' }

/** The worksheet, the targets and the board of a unit, as the API would answer them. */
export function targetsOf(unit: TestUnit, children: readonly TestUnit[], shown: (unit: TestUnit) => object) {
  const rows = children.map((child) => ({
    organization: shown(child),
    lastTarget: child.numbers.target ?? null,
    lastAdmitted: child.numbers.newlyAdmitted ?? 0,
    lastCompletion: figureOfUnit(child.numbers, 'completion'),
    lastExpected: null,
    members: child.numbers.members ?? 0,
    yearsSinceLastAdmission: 0,
    sources: null,
    registered: null,
    registeredNote: null,
    target: null,
    others: null,
    drafts: [],
    draftNotes: [],
    allotment: { units: 15, done: 0, allotted: 0 },
  }))
  const stated = (amountMin: number) => ({
    ...{ yearFrom: 2024, yearTo: 2024, amountMin, amountMax: null, rate: null, rateMax: null },
    ...{ base: null, baseOn: null, note: null, document: null },
  })
  const revision = (number: number, reason: string | null, before: object | null, after: object) => ({
    ...{ number, recordedAt: '2024-01-05T02:00:00.000Z', actorName: null, reason, before, after },
    ...{ removed: false, backfilled: false },
  })
  const done = unit.numbers.newlyAdmitted ?? 0
  const wanted = unit.numbers.target ?? 0
  return {
    targetLocks: [],
    targetRegistration: null,
    targetCompletions: [
      {
        target: {
          ...{
            id: 'target',
            version: 2,
            kind: 'ASSIGNED',
            indicator: 'admitted',
            viewerCanChange: true,
            ...stated(wanted),
          },
          ...{
            condition: null,
            tier: null,
            unitKind: null,
            unitSector: null,
            group: null,
            backfilled: false,
          },
          revisions: [
            revision(1, null, null, stated(wanted - 10)),
            revision(2, 'Điều chỉnh giữa năm', stated(wanted - 10), stated(wanted)),
          ],
        },
        ...{ name: 'chỉ tiêu được giao năm 2024', amount: String(wanted), ...year, asOf: '2024-11-15' },
        ...{
          done,
          of: null,
          wanted,
          wantedMost: null,
          isShare: false,
          overBy: done - wanted,
          state: 'EXCEEDED',
        },
        figure: figureOfUnit(unit.numbers, 'completion'),
        paces: [{ year: null, gone: 320, whole: 366, standing: 'AHEAD' }],
        parts: [],
      },
    ],
    targetBoard: children.map((child) => {
      const [target, admitted] = [child.numbers.target ?? null, child.numbers.newlyAdmitted ?? 0]
      return {
        ...{ organization: shown(child), target, admitted, sources: null, allotment: null },
        completion: figureOfUnit(child.numbers, 'completion'),
        overBy: admitted - (target ?? 0),
        standing: standingAgainst(admitted, target, calendarPace(year, '2024-11-15')),
      }
    }),
    targetWorksheet: ({ year: of, kind }: { year: number; kind: string }) => ({
      ...{ year: of, kind, treeAt: '2024-11-15', lastFrom: '2024-01-01', lastTo: '2024-11-15' },
      ...{
        membersOn: '2024-11-15',
        assigned: 180,
        ownTarget: null,
        ownHere: false,
        allotted: 0,
        left: 180,
        unitsDone: 0,
      },
      ...{ closed: false, sourcesKept: false, plans: [], lastCompletion: null, rows },
    }),
  }
}
