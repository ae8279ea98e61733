import { findIndicator, measure, MEMBER_FLOWS, type Label, type MeasureId } from '@seedbed/shared'

/** What reorganization brought or took, apart. */
export type UnitSide = 'TAKEN_OVER' | 'HANDED_OVER'

/** A line between the opening and the closing of a sheet, and where its number leads to. */
export interface BalanceLineDefinition {
  id: string
  label: Label
  /** What exactly is counted. */
  note: Label
  sign: 1 | -1
  measure?: MeasureId
  side?: UnitSide
  /** Whether the line is left out while it is 0. */
  onlyIfAny?: true
}

const notes: Partial<Record<MeasureId, Label>> = {
  broughtForward: {
    vi: 'Số đảng viên khi đơn vị bắt đầu ghi sổ, nếu bắt đầu trong kỳ',
    en: 'Members with whom books were opened within the period',
  },
  newlyAdmitted: { vi: 'Kết nạp lần đầu', en: 'Admitted for the first time' },
  readmitted: { vi: 'Kết nạp người từng là đảng viên', en: 'Admitted after having been a member before' },
  restored: {
    vi: 'Được khôi phục tư cách đảng viên, không phải kết nạp lại',
    en: 'Made a member again without a new admission',
  },
  transferredIn: {
    vi: 'Chuyển sinh hoạt từ ngoài đơn vị đến; không tính chuyển trong nội bộ',
    en: 'Transfers from outside the unit; those within it are not counted',
  },
  transferredOut: {
    vi: 'Chuyển sinh hoạt ra ngoài đơn vị; không tính chuyển trong nội bộ',
    en: 'Transfers to outside the unit; those within it are not counted',
  },
  nameRemoved: { vi: 'Bị xóa tên trong danh sách đảng viên', en: 'Struck off the list of members' },
  expelled: { vi: 'Bị kỷ luật bằng hình thức khai trừ', en: 'Expelled by disciplinary decision' },
  resigned: { vi: 'Được cho ra khỏi Đảng theo nguyện vọng', en: 'Left at their own request' },
  probationRemoved: {
    vi: 'Bị xóa tên khi đang là đảng viên dự bị',
    en: 'Struck off while on probation',
  },
  decisionCancelled: {
    vi: 'Quyết định kết nạp bị hủy bỏ',
    en: 'The decision to admit was cancelled',
  },
  died: { vi: 'Đảng viên từ trần', en: 'Members who died' },
}

const sides: readonly BalanceLineDefinition[] = [
  {
    id: 'takenOver',
    side: 'TAKEN_OVER',
    sign: 1,
    label: { vi: 'Tiếp nhận đơn vị do sắp xếp', en: 'Units taken over' },
    note: {
      vi: 'Đảng viên của các đơn vị được tiếp nhận, tính vào ngày tiếp nhận',
      en: 'Members of the units taken over, on the day they came',
    },
  },
  {
    id: 'handedOver',
    side: 'HANDED_OVER',
    sign: -1,
    label: { vi: 'Bàn giao đơn vị do sắp xếp', en: 'Units handed over' },
    note: {
      vi: 'Đảng viên của các đơn vị được bàn giao, tính vào ngày bàn giao',
      en: 'Members of the units handed over, on the day they left',
    },
  },
]

const flows = MEMBER_FLOWS.map(([id, sign]): BalanceLineDefinition => {
  const { label } = measure(id)
  return {
    id,
    label,
    note: notes[id] ?? label,
    sign,
    measure: id,
    ...(id === 'broughtForward' ? { onlyIfAny: true } : {}),
  }
})

/** The lines in their order: what adds, what reorganization brought and took, what takes away. */
export const BALANCE_LINES: readonly BalanceLineDefinition[] = [
  ...flows.filter(({ sign }) => sign === 1),
  ...sides,
  ...flows.filter(({ sign }) => sign === -1),
]

/** The indicator that counts the same, or null where there is none. */
export function indicatorOf({ measure: id }: BalanceLineDefinition): string | null {
  return (id && findIndicator(id)?.id) ?? null
}
