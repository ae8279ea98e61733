import { addDays, type Day } from './calendar.js'
import type { OrganizationQuery, PersonQuery, QueryCondition } from './inspection-query.js'
import { INDICATORS } from './indicators.js'
import type { Label } from './text.js'

/** A number or a day that a ready-made question leaves open. */
export interface ReadyParameter {
  label: Label
  kind: 'NUMBER' | 'DAY'
  /** What stands there unless something else is put in, given the as-of date. */
  standard: (asOf: Day) => number | Day
}

/** What was put in. */
export type ReadyValues = Readonly<Record<string, number | Day>>

interface Ready<Query> {
  label: Label
  /** The question as a sentence, `{name}` standing for the parameters. */
  sentence: Label
  parameters: Readonly<Record<string, ReadyParameter>>
  query: (asOf: Day, values: ReadyValues) => Query
}

/** A question that is asked again and again; a query with parameters. */
export type ReadyQuestion =
  ({ about: 'UNITS' } & Ready<OrganizationQuery>) | ({ about: 'PERSONS' } & Ready<PersonQuery>)

const number = (vi: string, en: string, standard: number): ReadyParameter => ({
  label: { vi, en },
  kind: 'NUMBER',
  standard: () => standard,
})
const day = (vi: string, en: string, standard: (asOf: Day) => Day): ReadyParameter => ({
  label: { vi, en },
  kind: 'DAY',
  standard,
})

const yearStart = (asOf: Day): Day => `${asOf.slice(0, 4)}-01-01`
const yearOfDay = (asOf: Day) => ({ from: yearStart(asOf), asOf })
const grassroots = ['GRASSROOTS', 'GRASSROOTS_CELL']
const num = (values: ReadyValues, name: string) => Number(values[name])

const compare = (one: NonNullable<QueryCondition['compare']>): QueryCondition => ({ compare: one })

/** Counts that are part of all who were admitted, and can never be more. */
const partsOfAdmitted = INDICATORS.flatMap(({ id, numerator }) =>
  /^(?:admitted.+|newlyAdmitted|readmitted)$/u.test(id) && numerator.terms.length === 1 ? [id] : [],
)

const units = (ready: Ready<OrganizationQuery>): ReadyQuestion => ({ about: 'UNITS', ...ready })
const persons = (ready: Ready<PersonQuery>): ReadyQuestion => ({ about: 'PERSONS', ...ready })

/** The ready-made questions by code, in the order in which they are offered; those to the end check consistency. */
export const READY_QUESTIONS = {
  BEHIND_WITHOUT_CANDIDATES: units({
    label: { vi: 'Chậm chỉ tiêu, không có nguồn', en: 'Behind the target, without candidates' },
    sentence: {
      vi: 'Tổ chức cơ sở đảng đến ngày {day} đạt dưới {percent} % chỉ tiêu năm và không có nguồn',
      en: 'Grassroots organizations that by {day} reached less than {percent} % of the target of the year and have no candidates',
    },
    parameters: {
      day: day('Tính đến ngày', 'As of', (asOf) => `${asOf.slice(0, 4)}-06-30`),
      percent: number('Dưới bao nhiêu % chỉ tiêu', 'Less than % of the target', 50),
    },
    query: (_asOf, values) => ({
      ...yearOfDay(String(values['day'])),
      tiers: grassroots,
      where: {
        all: [
          compare({ indicator: 'completion', operator: 'LESS', number: num(values, 'percent') }),
          compare({ indicator: 'candidates', operator: 'EQUAL', number: 0 }),
        ],
      },
      indicators: ['target', 'admitted', 'completion', 'candidates'],
      orderBy: [{ indicator: 'completion', direction: 'ASC' }],
    }),
  }),
  NO_ADMISSION: units({
    label: { vi: 'Nhiều năm không kết nạp', en: 'No admission for years' },
    sentence: {
      vi: 'Tổ chức cơ sở đảng {years} năm trở lên không kết nạp đảng viên, hoặc chưa kết nạp lần nào',
      en: 'Grassroots organizations that admitted nobody for {years} years or more, or never',
    },
    parameters: { years: number('Số năm', 'Years', 3) },
    query: (asOf, values) => ({
      ...yearOfDay(asOf),
      tiers: grassroots,
      where: {
        any: [
          compare({
            indicator: 'yearsSinceLastAdmission',
            operator: 'AT_LEAST',
            number: num(values, 'years'),
          }),
          compare({ indicator: 'yearsSinceLastAdmission', operator: 'MISSING' }),
        ],
      },
      indicators: ['yearsSinceLastAdmission', 'members', 'candidates'],
      orderBy: [{ indicator: 'yearsSinceLastAdmission', direction: 'DESC' }],
    }),
  }),
  DECEMBER_RUSH: units({
    label: { vi: 'Dồn kết nạp vào tháng 12', en: 'Admissions crowded into December' },
    sentence: {
      vi: 'Tổ chức cơ sở đảng kết nạp quá {percent} % số của cả năm trong tháng 12',
      en: 'Grassroots organizations with more than {percent} % of the year’s admissions in December',
    },
    parameters: { percent: number('Quá bao nhiêu % của năm', 'More than % of the year', 50) },
    query: (asOf, values) => {
      const year = asOf.slice(0, 4)
      return {
        ...{ from: `${year}-01-01`, asOf: `${year}-12-31`, tiers: grassroots },
        where: compare({
          ...{ indicator: 'admitted', from: `${year}-12-01`, asOf: `${year}-12-31` },
          ...{ operator: 'MORE', to: 'INDICATOR', other: 'admitted', factor: num(values, 'percent') / 100 },
        }),
        indicators: ['admitted', 'target', 'completion'],
        orderBy: [{ indicator: 'admitted', direction: 'DESC' }],
      }
    },
  }),
  TARGET_CHANGED_LATE: units({
    label: { vi: 'Chỉ tiêu nâng, hạ muộn', en: 'Targets changed late' },
    sentence: {
      vi: 'Đơn vị có chỉ tiêu năm được nâng hoặc bị hạ sau ngày {after}',
      en: 'Units whose target of the year was raised or lowered after {after}',
    },
    parameters: {
      after: day('Sau ngày', 'After', (asOf) => `${asOf.slice(0, 4)}-09-30`),
    },
    query: (asOf, values) => ({
      ...yearOfDay(asOf),
      where: {
        any: [
          { fact: { fact: 'TARGET_RAISED_AFTER', after: String(values['after']) } },
          { fact: { fact: 'TARGET_LOWERED_AFTER', after: String(values['after']) } },
        ],
      },
      indicators: ['target', 'admitted', 'completion'],
    }),
  }),
  BELOW_MEDIAN: units({
    label: { vi: 'Nhiều năm dưới mức chung', en: 'Below the others for years' },
    sentence: {
      vi: 'Tổ chức cơ sở đảng {years} năm liền kết nạp ít hơn trung vị của các đơn vị cùng cấp',
      en: 'Grassroots organizations that for {years} years running admitted fewer than the median of their tier',
    },
    parameters: { years: number('Số năm liền', 'Years running', 3) },
    query: (asOf, values) => ({
      ...yearOfDay(asOf),
      tiers: grassroots,
      where: compare({
        ...{ indicator: 'admitted', operator: 'LESS', to: 'PEERS_MEDIAN', years: num(values, 'years') },
      }),
      indicators: ['admitted', 'target', 'candidates'],
      orderBy: [{ indicator: 'admitted', direction: 'ASC' }],
    }),
  }),
  CERTIFICATE_EXPIRED: persons({
    label: { vi: 'Giấy chứng nhận quá hạn khi kết nạp', en: 'Certificate expired at the admission' },
    sentence: {
      vi: 'Người được kết nạp từ {from} khi giấy chứng nhận lớp nhận thức đã quá hạn lúc chi bộ biểu quyết, hoặc lúc quyết định',
      en: 'Persons admitted from {from} on whose certificate had expired when the cell voted, or by the decision',
    },
    parameters: { from: day('Từ ngày', 'From', yearStart) },
    query: (asOf, values) => ({
      ...{ subject: 'ADMISSIONS', from: String(values['from']), asOf },
      where: {
        any: [{ fact: { fact: 'CERTIFICATE_EXPIRED_AT_VOTE' } }, { fact: { fact: 'CERTIFICATE_EXPIRED' } }],
      },
    }),
  }),
  SAME_MENTOR: persons({
    label: { vi: 'Một người giúp đỡ quá nhiều người', en: 'One mentor for too many' },
    sentence: {
      vi: 'Người được kết nạp từ {from} mà người giúp đỡ phụ trách hơn {times} người trong số đó',
      en: 'Persons admitted from {from} on, a mentor of whom helped more than {times} of them',
    },
    parameters: {
      from: day('Từ ngày', 'From', yearStart),
      times: number('Hơn mấy người', 'More than', 3),
    },
    query: (asOf, values) => ({
      ...{ subject: 'ADMISSIONS', from: String(values['from']), asOf },
      where: { fact: { fact: 'SAME_MENTOR_MORE_THAN', number: num(values, 'times') } },
    }),
  }),
  SAME_RECOMMENDER: persons({
    label: { vi: 'Một người giới thiệu quá nhiều người', en: 'One recommender for too many' },
    sentence: {
      vi: 'Người được kết nạp từ {from} mà người giới thiệu trong hồ sơ đã giới thiệu hơn {times} người trong số đó',
      en: 'Persons admitted from {from} on, a recommender of whom recommended more than {times} of them',
    },
    parameters: {
      from: day('Từ ngày', 'From', yearStart),
      times: number('Hơn mấy người', 'More than', 3),
    },
    query: (asOf, values) => ({
      ...{ subject: 'ADMISSIONS', from: String(values['from']), asOf },
      where: { fact: { fact: 'SAME_RECOMMENDER_MORE_THAN', number: num(values, 'times') } },
    }),
  }),
  RECORDED_LATE: persons({
    label: { vi: 'Nhập vào hệ thống muộn', en: 'Recorded late' },
    sentence: {
      vi: 'Kết nạp từ {from} được nhập vào hệ thống sau quyết định hơn {days} ngày',
      en: 'Admissions from {from} on that were recorded more than {days} days after the decision',
    },
    parameters: {
      from: day('Từ ngày', 'From', yearStart),
      days: number('Hơn mấy ngày', 'More than so many days', 30),
    },
    query: (asOf, values) => ({
      ...{ subject: 'ADMISSIONS', from: String(values['from']), asOf },
      where: { fact: { fact: 'RECORDED_LATER_THAN', number: num(values, 'days') } },
    }),
  }),
  AS_KNOWN_ON: units({
    label: { vi: 'Số liệu như đã biết đến một ngày', en: 'Figures as known on a day' },
    sentence: {
      vi: 'Số kết nạp, số đảng viên như đã nhập đến hết ngày {knownOn}',
      en: 'Admissions and members as recorded by the end of {knownOn}',
    },
    parameters: { knownOn: day('Đã nhập đến hết ngày', 'Recorded by', (asOf) => addDays(asOf, -30)) },
    query: (asOf, values) => ({
      ...yearOfDay(asOf),
      tiers: grassroots,
      knownOn: String(values['knownOn']),
      indicators: ['admitted', 'members', 'candidates'],
      orderBy: [{ indicator: 'admitted', direction: 'DESC' }],
    }),
  }),
  ENDED_WITH_FIGURES: units({
    label: { vi: 'Số liệu ở đơn vị đã kết thúc', en: 'Figures of ended units' },
    sentence: {
      vi: 'Đơn vị đã kết thúc nhưng còn sự kiện, chỉ tiêu hoặc số liệu công bố sau ngày kết thúc',
      en: 'Units that ended, yet with events, targets or declared figures after their end',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      ended: true,
      where: { fact: { fact: 'ENDED_WITH_FIGURES' } },
      indicators: ['admitted', 'members', 'target'],
    }),
  }),
  TARGET_PARTS: units({
    label: { vi: 'Chỉ tiêu: phần không bằng tổng', en: 'Targets: parts ≠ whole' },
    sentence: {
      vi: 'Đơn vị giao chỉ tiêu xuống dưới cộng lại khác chỉ tiêu được giao',
      en: 'Units whose targets allotted below do not add up to their own',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      where: { fact: { fact: 'TARGET_PARTS_DIFFER' } },
      indicators: ['target', 'admitted'],
    }),
  }),
  DECLARED_PARTS: units({
    label: { vi: 'Công bố: phần không bằng tổng', en: 'Declared: parts ≠ whole' },
    sentence: {
      vi: 'Đơn vị có số công bố khác tổng số công bố của các đơn vị trực thuộc',
      en: 'Units that declare another number than those below them together',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      where: { fact: { fact: 'DECLARED_PARTS_DIFFER' } },
      indicators: ['members', 'admitted'],
    }),
  }),
  DECLARED_AGAINST_RECORDED: units({
    label: { vi: 'Công bố khác ghi nhận', en: 'Declared against recorded' },
    sentence: {
      vi: 'Đơn vị có số công bố cho kỳ này khác số ghi nhận',
      en: 'Units that declared another number for this period than is recorded',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      where: { fact: { fact: 'DECLARED_DIFFERS' } },
      indicators: ['members', 'admitted'],
    }),
  }),
  STOCK_AND_FLOWS: units({
    label: { vi: 'Đầu kỳ cộng biến động khác cuối kỳ', en: 'Stock and flows do not give the stock' },
    sentence: {
      vi: 'Đơn vị có đảng viên đầu kỳ cộng tăng, trừ giảm khác số cuối kỳ (do sắp xếp hoặc do sai)',
      en: 'Units whose members at the start and all changes do not give those at the end (by reorganization, or by mistake)',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      where: compare({ indicator: 'reorganized', operator: 'NOT_EQUAL', number: 0 }),
      indicators: ['membersAtStart', 'netChange', 'reorganized', 'members'],
    }),
  }),
  PARTS_OF_ADMITTED: units({
    label: { vi: 'Cơ cấu lớn hơn tổng số kết nạp', en: 'A part of the admitted exceeds the whole' },
    sentence: {
      vi: 'Đơn vị có số nữ, dân tộc, độ tuổi … được kết nạp lớn hơn tổng số kết nạp',
      en: 'Units where women, minorities, an age … among the admitted are more than all admitted',
    },
    parameters: {},
    query: (asOf) => ({
      ...yearOfDay(asOf),
      where: {
        any: partsOfAdmitted.map((indicator) =>
          compare({ indicator, operator: 'MORE', to: 'INDICATOR', other: 'admitted' }),
        ),
      },
      indicators: ['admitted', ...partsOfAdmitted],
    }),
  }),
} as const satisfies Record<string, ReadyQuestion>
export type ReadyCode = keyof typeof READY_QUESTIONS

/** The values of a ready-made question where nothing else was put in. */
export function standardValues(code: ReadyCode, asOf: Day): ReadyValues {
  const { parameters } = READY_QUESTIONS[code] as ReadyQuestion
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.standard(asOf)]),
  )
}

/** The query of a ready-made question as of a day, with what was put in and the standard for the rest. */
export function readyQuery(
  code: ReadyCode,
  asOf: Day,
  values: ReadyValues = {},
): { about: 'UNITS'; query: OrganizationQuery } | { about: 'PERSONS'; query: PersonQuery } {
  const ready: ReadyQuestion = READY_QUESTIONS[code]
  const all = { ...standardValues(code, asOf), ...values }
  return ready.about === 'UNITS'
    ? { about: 'UNITS', query: ready.query(asOf, all) }
    : { about: 'PERSONS', query: ready.query(asOf, all) }
}

/** Those that check whether figures are consistent. */
export const CONSISTENCY_CHECKS: readonly ReadyCode[] = [
  'TARGET_PARTS',
  'DECLARED_PARTS',
  'DECLARED_AGAINST_RECORDED',
  'STOCK_AND_FLOWS',
  'PARTS_OF_ADMITTED',
  'ENDED_WITH_FIGURES',
]
