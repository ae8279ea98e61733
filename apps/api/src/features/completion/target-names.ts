import {
  findIndicator,
  nameOf,
  targetKindRule,
  TARGET_NAMES,
  unitCondition,
  writtenRate,
  type TargetKind,
} from '@seedbed/shared'
import type { TargetRow } from '../targets/target.service.js'

type Named = Pick<
  TargetRow,
  'kind' | 'indicator' | 'yearFrom' | 'yearTo' | 'condition' | 'amountMin' | 'amountMax' | 'rate' | 'rateMax'
>

const small = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** What is counted, where the kind alone does not tell: "nữ", "có kết nạp đảng viên". */
function subjectOf({ kind, indicator, condition }: Named): string | null {
  const { states, indicator: usual } = targetKindRule(kind)
  if (states === 'COVERAGE') return condition && small(unitCondition(condition).label.vi)
  if (states !== 'COMPOSITION' && indicator === usual) return null
  const found = findIndicator(indicator)
  if (!found) return null
  return found.unit === 'PERCENT' ? small(found.label.vi) : nameOf(found.numerator)
}

/** "chỉ tiêu được giao năm 2024", "chỉ tiêu nhiệm kỳ 2021-2025", "chỉ tiêu cơ cấu nữ năm 2024": as a sentence names it. */
export function nameOfTarget(target: Named, year: number): string {
  const subject = subjectOf(target)
  const span = `${target.yearFrom}-${target.yearTo}`
  const when = targetKindRule(target.kind).years === 'TOGETHER' ? span : `năm ${year}`
  return [TARGET_NAMES[target.kind as TargetKind].vi, subject, when].filter(Boolean).join(' ')
}

/** "150", "5–6", "3–4 %": what is wanted, in few letters. */
export function writtenAmount({ rate, rateMax, amountMin, amountMax }: Named): string {
  if (rate !== null) {
    const rates = [rate, ...(rateMax === null ? [] : [rateMax])].map((one) => writtenRate(one))
    return `${rates.join('–')}\u00a0%`
  }
  return amountMax === null ? String(amountMin) : `${amountMin}–${amountMax}`
}
