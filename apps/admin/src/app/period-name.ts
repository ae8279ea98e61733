import { formatDay, type Language } from '../lib/format.js'
import type { PeriodSpec } from '../lib/period.js'

/** "Năm 2024", "Nhiệm kỳ 2020–2025", "Quý III/2024", "Tháng 11/2024", "Năm học 2023–2024", "Từ 01/01/2022". */
export function periodName(spec: PeriodSpec, language: Language): string {
  const vi = language === 'vi'
  switch (spec.kind) {
    case 'year':
      return vi ? `Năm ${spec.year}` : `Year ${spec.year}`
    case 'term':
      return `${vi ? 'Nhiệm kỳ' : 'Term'} ${spec.year}–${spec.year + 5}`
    case 'school':
      return `${vi ? 'Năm học' : 'School year'} ${spec.year}–${spec.year + 1}`
    case 'quarter':
      return `${vi ? 'Quý' : 'Quarter'} ${['I', 'II', 'III', 'IV'][spec.part - 1]}/${spec.year}`
    case 'month':
      return `${vi ? 'Tháng' : 'Month'} ${spec.part}/${spec.year}`
    case 'ownTerm': {
      const [from, to] = [spec.from.slice(0, 4), spec.to?.slice(0, 4)]
      if (to) return `${vi ? 'Nhiệm kỳ' : 'Term'} ${from}–${to}`
      return `${vi ? 'Nhiệm kỳ từ' : 'Term since'} ${from}`
    }
    case 'from':
      return `${vi ? 'Từ' : 'From'} ${formatDay(spec.from)}`
  }
}
