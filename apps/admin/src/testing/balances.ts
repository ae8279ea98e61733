import { MEMBER_FLOWS, measure } from '@seedbed/shared'
import type { TestUnit } from './units.js'

interface BalanceArguments {
  input: { from: string; asOf: string; perimeter?: string }
}

/** As recorded, so many members came with a unit that was taken over. */
const CARRIED = 25

function linesOf(numbers: TestUnit['numbers'], carried: number) {
  const line = (id: string, sign: number, count: number, label: { vi: string; en: string }) => ({
    id,
    label: label.vi,
    labelEn: label.en,
    note: label.vi,
    noteEn: label.en,
    sign,
    count,
    indicator: id,
    side: null,
  })
  const flows = MEMBER_FLOWS.filter(([id]) => id !== 'broughtForward').map(([id, sign]) =>
    line(id, sign, numbers[id] ?? 0, measure(id).label),
  )
  const border = (id: string, side: string, sign: number, count: number, vi: string) => ({
    ...line(id, sign, count, { vi, en: id }),
    indicator: null,
    side,
  })
  return [
    ...flows.filter(({ sign }) => sign === 1),
    border('takenOver', 'TAKEN_OVER', 1, carried, 'Tiếp nhận đơn vị do sắp xếp'),
    border('handedOver', 'HANDED_OVER', -1, 0, 'Bàn giao đơn vị do sắp xếp'),
    ...flows.filter(({ sign }) => sign === -1),
  ]
}

/** The balance sheet of a unit of a test; one declared a closing that differs. */
export function balanceOf(unit: TestUnit, declared: number | null, moved: object) {
  return {
    balanceSheet: ({ input }: BalanceArguments) => {
      const carried = input.perimeter === 'RECORDED' ? CARRIED : 0
      const lines = linesOf(unit.numbers, carried)
      const opening = (unit.numbers.membersAtStart ?? 0) - carried
      const closing = lines.reduce((sum, { sign, count }) => sum + sign * count, opening)
      return {
        openingOn: '2023-12-31',
        opening,
        lines,
        closing,
        declaredClosing: declared,
        unexplained: declared === null ? null : declared - closing,
      }
    },
    balanceUnits: () => ({
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      edges: [
        { cursor: '0', node: { on: '2024-05-01', members: CARRIED, organization: moved, superior: null } },
      ],
    }),
  }
}
