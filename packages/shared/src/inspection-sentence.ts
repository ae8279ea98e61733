import type { Day } from './calendar.js'
import { findIndicator, type Indicator } from './indicators.js'
import {
  UNIT_FACTS,
  type OrganizationQuery,
  type QueryComparison,
  type QueryCondition,
  type QueryFact,
} from './inspection-query.js'
import { formatNumber } from './rounding.js'

type Language = 'vi' | 'en'

/** What units, groups and codes are called; a code without a name stands for itself. */
export interface QueryNames {
  unit: (id: string) => string
  group: (id: string) => string
  tier: (code: string) => string
  kind: (code: string) => string
  sector: (code: string) => string
}

const proper = /^(?:Đoàn Thanh niên|Youth Union|Party) /u

const small = (text: string, language: Language) =>
  proper.test(text) ? text : `${text.charAt(0).toLocaleLowerCase(language)}${text.slice(1)}`

const measured = /^(?:số|tỷ lệ|chỉ tiêu|hơn, kém|tăng, giảm)/u

function indicatorInVietnamese({ label, unit, numerator, denominator }: Indicator): string {
  const own = numerator.name && !denominator ? numerator.name.vi : small(label.vi, 'vi')
  if (measured.test(own)) return own
  return unit === 'PERCENT' ? `tỷ lệ ${own}` : `số ${own}`
}

/** How a sentence names an indicator: "tỷ lệ đạt chỉ tiêu", "số kết nạp"; its id where it is none. */
export function indicatorInSentence(id: string, language: Language): string {
  const indicator = findIndicator(id)
  if (!indicator) return id
  return language === 'vi' ? indicatorInVietnamese(indicator) : small(indicator.label.en, 'en')
}

/** "31/12/2023" in both languages. */
export const dayInSentence = (day: Day | null | undefined): string =>
  day ? day.split('-').reverse().join('/') : '…'

/** A number as it was typed: at most four decimals, none that say nothing. */
export function numberInSentence(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined) return '…'
  const decimals = /\.(\d{1,4})/u.exec(String(value))?.[1]?.length ?? 0
  return formatNumber(value, decimals, language)
}

/** Parts joined by commas, the last by a word: "A, B và C". */
export function listed(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

function amount(value: number | null | undefined, indicator: string, language: Language): string {
  const text = numberInSentence(value, language)
  const unit = findIndicator(indicator)?.unit
  if (unit === 'PERCENT') return `${text}\u00a0%`
  return unit === 'YEARS' ? `${text} ${language === 'vi' ? 'năm' : 'years'}` : text
}

function standard(one: QueryComparison, language: Language): string {
  const isVi = language === 'vi'
  const to = one.to ?? 'NUMBER'
  if (to === 'NUMBER') return amount(one.number, one.indicator, language)
  const factor = one.factor ?? 1
  const times = factor === 1 ? '' : `${numberInSentence(factor, language)} ${isVi ? 'lần' : 'times'} `
  if (to === 'INDICATOR') return times + (one.other ? indicatorInSentence(one.other, language) : '…')
  if (to === 'PARENT') return times + (isVi ? 'số của cấp trên trực tiếp' : 'that of the unit above')
  return times + (isVi ? 'trung vị của các đơn vị cùng cấp' : 'the median of units of the same tier')
}

const relations: Record<Language, Record<QueryComparison['operator'], (than: string) => string>> = {
  vi: {
    MORE: (than) => `lớn hơn ${than}`,
    AT_LEAST: (than) => `từ ${than} trở lên`,
    LESS: (than) => `nhỏ hơn ${than}`,
    AT_MOST: (than) => `không quá ${than}`,
    EQUAL: (than) => `bằng ${than}`,
    NOT_EQUAL: (than) => `khác ${than}`,
    BETWEEN: (than) => `từ ${than}`,
    MISSING: () => 'không có số liệu',
    PRESENT: () => 'có số liệu',
  },
  en: {
    MORE: (than) => `is more than ${than}`,
    AT_LEAST: (than) => `is at least ${than}`,
    LESS: (than) => `is less than ${than}`,
    AT_MOST: (than) => `is at most ${than}`,
    EQUAL: (than) => `equals ${than}`,
    NOT_EQUAL: (than) => `differs from ${than}`,
    BETWEEN: (than) => `is from ${than}`,
    MISSING: () => 'has no value',
    PRESENT: () => 'has a value',
  },
}

function comparison(one: QueryComparison, language: Language): string {
  const isVi = language === 'vi'
  const upTo =
    one.operator === 'BETWEEN' ? ` ${isVi ? 'đến' : 'to'} ${amount(one.upTo, one.indicator, language)}` : ''
  const days = [dayInSentence(one.from), dayInSentence(one.asOf)]
  const period =
    one.from || one.asOf ? ` (${isVi ? 'từ' : 'from'} ${days[0]} ${isVi ? 'đến' : 'to'} ${days[1]})` : ''
  const years = one.years ?? 1
  const running = years === 1 ? '' : isVi ? ` trong ${years} năm liền` : ` for ${years} years running`
  const than = relations[language][one.operator](standard(one, language))
  return `${indicatorInSentence(one.indicator, language)}${period} ${than}${upTo}${running}`
}

function factInSentence({ fact, after }: QueryFact, language: Language): string {
  const label = UNIT_FACTS[fact]?.[language]
  if (!label) return fact
  const needsDay = fact === 'TARGET_RAISED_AFTER' || fact === 'TARGET_LOWERED_AFTER'
  return `${small(label, language)}${needsDay ? ` ${dayInSentence(after)}` : ''}`
}

/** A condition tree as told: groups in brackets below the first. */
export function treeInSentence<Node extends { all?: Node[] | null; any?: Node[] | null }>(
  node: Node,
  language: Language,
  leaf: (node: Node) => string,
  depth = 0,
): string {
  const list = node.all ?? node.any
  if (!list) return leaf(node)
  const word = language === 'vi' ? (node.all ? 'và' : 'hoặc') : node.all ? 'and' : 'or'
  const parts = list.map((one) => treeInSentence(one, language, leaf, depth + 1)).filter(Boolean)
  const text = parts.join(` ${word} `)
  return depth > 0 && parts.length > 1 ? `(${text})` : text
}

/** A condition about a unit, as the sentence tells it: "số kết nạp bằng 0 trong 3 năm liền". */
export function conditionInSentence(condition: QueryCondition, language: Language): string {
  return treeInSentence(condition, language, (one) => {
    if (one.compare) return comparison(one.compare, language)
    if (one.fact) return factInSentence(one.fact, language)
    const name = one.name?.trim() || '…'
    return language === 'vi' ? `tên có chữ “${name}”` : `the name holds “${name}”`
  })
}

interface Wording {
  find: string
  anyTier: string
  below: string
  everywhere: string
  or: string
  and: string
  kind: string
  sector: string
  group: string
  lineage: (name: string) => string
  ended: string
  period: (from: string, to: string) => string
  ceremony: string
  recorded: string
  tree: (day: string) => string
  known: (day: string) => string
  where: string
  columns: string
  order: string
  byName: string
  direction: Record<'ASC' | 'DESC', string>
}

const wordings: Record<Language, Wording> = {
  vi: {
    find: 'Tìm',
    anyTier: 'đơn vị mọi cấp',
    below: 'thuộc',
    everywhere: 'ở mọi nơi được xem số liệu',
    or: 'hoặc',
    and: 'và',
    kind: 'loại hình',
    sector: 'lĩnh vực',
    group: 'trong cụm',
    lineage: (name) => `là ${name}, đơn vị tiền thân hoặc kế thừa của ${name}`,
    ended: 'kể cả đơn vị đã kết thúc',
    period: (from, to) => `từ ngày ${from} đến ngày ${to}`,
    ceremony: 'tính kết nạp theo ngày lễ kết nạp',
    recorded: 'tính cho đơn vị quản lý khi phát sinh',
    tree: (day) => `theo tổ chức ngày ${day}`,
    known: (day) => `theo số liệu đã nhập đến hết ngày ${day}`,
    where: 'mà',
    columns: 'Hiện',
    order: 'xếp theo',
    byName: 'tên đơn vị',
    direction: { ASC: 'tăng dần', DESC: 'giảm dần' },
  },
  en: {
    find: 'Find',
    anyTier: 'units of every tier',
    below: 'in',
    everywhere: 'wherever figures may be read',
    or: 'or',
    and: 'and',
    kind: 'of the kind',
    sector: 'in the sector',
    group: 'in the group',
    lineage: (name) => `being ${name}, its predecessors or successors`,
    ended: 'ended units included',
    period: (from, to) => `from ${from} to ${to}`,
    ceremony: 'counting admissions by the ceremony',
    recorded: 'counted for the unit in charge at the time',
    tree: (day) => `by the tree of ${day}`,
    known: (day) => `as entered by the end of ${day}`,
    where: 'where',
    columns: 'Show',
    order: 'ordered by',
    byName: 'name',
    direction: { ASC: 'ascending', DESC: 'descending' },
  },
}

function whichUnits(query: OrganizationQuery, language: Language, names: QueryNames): string[] {
  const words = wordings[language]
  const any = (list: readonly string[] | null | undefined, nameOf: (id: string) => string) =>
    listed((list ?? []).map(nameOf), words.or)
  const tiers = any(query.tiers, (code) => small(names.tier(code), language)) || words.anyTier
  const scope = listed((query.scope ?? []).map(names.unit), words.and)
  const [kinds, sectors, groups] = [
    any(query.kinds, (code) => small(names.kind(code), language)),
    any(query.sectors, (code) => small(names.sector(code), language)),
    any(query.groups, names.group),
  ]
  return [
    `${words.find} ${tiers} ${scope ? `${words.below} ${scope}` : words.everywhere}`,
    kinds && `${words.kind} ${kinds}`,
    sectors && `${words.sector} ${sectors}`,
    groups && `${words.group} ${groups}`,
    query.lineageOf ? words.lineage(names.unit(query.lineageOf)) : '',
    query.ended ? words.ended : '',
  ]
}

function howCounted(query: OrganizationQuery, language: Language): string[] {
  const words = wordings[language]
  const treeAt = query.perimeter === 'RECORDED' ? null : query.treeAt
  return [
    words.period(dayInSentence(query.from), dayInSentence(query.asOf)),
    query.countBasis === 'CEREMONY' ? words.ceremony : '',
    query.perimeter === 'RECORDED' ? words.recorded : '',
    treeAt && treeAt !== query.asOf ? words.tree(dayInSentence(treeAt)) : '',
    query.knownOn ? words.known(dayInSentence(query.knownOn)) : '',
  ]
}

/** A question about units as a sentence: whom it looks for, over which days, under which conditions, what it shows. */
export function sentenceOfQuery(query: OrganizationQuery, language: Language, names: QueryNames): string {
  const words = wordings[language]
  const which = [...whichUnits(query, language, names), ...howCounted(query, language)].filter(Boolean)
  const where = query.where ? conditionInSentence(query.where, language) : ''
  const columns = query.indicators.map((id) => indicatorInSentence(id, language))
  const order = (query.orderBy ?? []).map(
    ({ indicator, direction }) =>
      `${indicator ? indicatorInSentence(indicator, language) : words.byName} ${words.direction[direction]}`,
  )
  const found = `${which.join(', ')}${where ? `, ${words.where} ${where}` : ''}.`
  const shown = columns.length > 0 ? `${words.columns} ${listed(columns, words.and)}` : ''
  const sorted = `${words.order} ${order.length > 0 ? order.join(', ') : words.byName}`
  return shown ? `${found} ${shown}; ${sorted}.` : found
}
