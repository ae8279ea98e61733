import { FORECAST_CASES_LEAST, FORECAST_COVERAGE, type Label } from '@seedbed/shared'
import type { Forecast } from './forecast.service.js'

type Facts = Omit<Forecast, 'words'>

function against({ target, done, missing }: Facts): Label {
  if (target === null)
    return { vi: `Chưa có chỉ tiêu, đã kết nạp ${done}`, en: `No target, ${done} admitted so far` }
  if (missing !== null && missing > 0) return { vi: `Còn thiếu ${missing}`, en: `${missing} still missing` }
  return done > target
    ? { vi: `Đã vượt chỉ tiêu ${done - target}`, en: `Target exceeded by ${done - target}` }
    : { vi: 'Đã đạt chỉ tiêu', en: 'Target reached' }
}

function waiting({ awaitingDecision: dossiers, awaitingCeremony: decided }: Facts): Label {
  const vi = dossiers === 0 ? 'không có hồ sơ chờ quyết định' : `đang có ${dossiers} hồ sơ chờ quyết định`
  const en = dossiers === 0 ? 'no dossier awaits a decision' : `${dossiers} dossiers await a decision`
  if (decided === 0) return { vi, en }
  return { vi: `${vi}, ${decided} người chờ lễ kết nạp`, en: `${en}, ${decided} decided before the ceremony` }
}

function expected({ range, basis, cases, years }: Facts, unit: number): Label {
  if (!range || !basis)
    return {
      vi: `Chưa đủ trường hợp của các năm trước để dự kiến (có ${cases}, cần ${FORECAST_CASES_LEAST}).`,
      en: `Too few cases of earlier years for a forecast (${cases}, ${FORECAST_CASES_LEAST} needed).`,
    }
  const numbers = range.least === range.most ? `${range.least}` : `${range.least}–${range.most}`
  const own = basis.id === unit
  const vi = own ? 'của đơn vị' : `của ${basis.name}`
  const en = own ? 'of the unit' : `of ${basis.name}`
  return {
    vi: `Dự kiến cả năm ${numbers} (khoảng ${FORECAST_COVERAGE} % khả năng), theo ${cases} trường hợp ${vi} các năm ${years.join(', ')}.`,
    en: `Expected for the whole year: ${numbers} (about ${FORECAST_COVERAGE} % likely), by ${cases} cases ${en} in ${years.join(', ')}.`,
  }
}

/** Pure: the forecast in words, what stands first and the expectation after it. */
export function wordsOf(facts: Facts, unit: number): Label {
  const [first, then, last] = [against(facts), waiting(facts), expected(facts, unit)]
  return { vi: `${first.vi}, ${then.vi}. ${last.vi}`, en: `${first.en}, ${then.en}. ${last.en}` }
}
