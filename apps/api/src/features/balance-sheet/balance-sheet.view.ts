import type { OrganizationOnDay } from '../organizations/organization.service.js'
import { indicatorOf } from './balance-lines.js'
import type { BalanceSheet as Sheet } from './balance-sheet.service.js'
import type { BalanceSheet, BalanceSheetInput } from './balance-sheet.type.js'

/** A balance sheet as the API shows it, with what its other fields need. */
export function toBalanceSheet(
  unit: OrganizationOnDay,
  input: BalanceSheetInput,
  sheet: Sheet,
): BalanceSheet {
  const lines = sheet.lines.map((line) => ({
    id: line.id,
    label: line.label.vi,
    labelEn: line.label.en,
    note: line.note.vi,
    noteEn: line.note.en,
    sign: line.sign,
    count: line.count,
    indicator: indicatorOf(line),
    side: line.side ?? null,
  }))
  return { ...sheet, unit, input, lines }
}
