import {
  DEGREES,
  INTRODUCERS,
  OCCUPATIONS,
  POLITICAL_THEORIES,
  SCHOOLINGS,
  SOURCE_KINDS,
  type CodeList,
} from './code-lists.js'
import type { Label } from './text.js'

/** The category of those of whom an attribute is not known; it is never dropped. */
export const UNKNOWN = 'UNKNOWN'

/** An attribute of persons, or of their unit, by which numbers can be crossed. */
export interface Dimension {
  label: Label
  /** Codes in the order in which they are shown, or DATA when a list or the database holds them. */
  categories: CodeList<string> | 'DATA'
  /** Only members on a day have it: it changes from day to day without an event. */
  stocksOnly: boolean
}

const AGE_BANDS = {
  UNDER_18: { vi: 'Dưới 18 tuổi', en: 'Under 18' },
  '18_30': { vi: '18–30 tuổi', en: '18–30' },
  '31_40': { vi: '31–40 tuổi', en: '31–40' },
  '41_50': { vi: '41–50 tuổi', en: '41–50' },
  '51_60': { vi: '51–60 tuổi', en: '51–60' },
  OVER_60: { vi: 'Trên 60 tuổi', en: 'Over 60' },
} satisfies Record<string, Label>
export type AgeBand = keyof typeof AGE_BANDS

const MEMBERSHIP_BANDS = {
  UNDER_1: { vi: 'Dưới 1 năm', en: 'Under 1 year' },
  '1_4': { vi: '1–4 năm', en: '1–4 years' },
  '5_9': { vi: '5–9 năm', en: '5–9 years' },
  '10_19': { vi: '10–19 năm', en: '10–19 years' },
  '20_29': { vi: '20–29 năm', en: '20–29 years' },
  '30_39': { vi: '30–39 năm', en: '30–39 years' },
  '40_49': { vi: '40–49 năm', en: '40–49 years' },
  '50_PLUS': { vi: 'Từ 50 năm', en: '50 years and more' },
} satisfies Record<string, Label>
export type MembershipBand = keyof typeof MEMBERSHIP_BANDS

const attribute = (label: Label, categories: Dimension['categories']): Dimension => ({
  label,
  categories,
  stocksOnly: false,
})

/** Every attribute by which persons can be crossed. */
export const DIMENSIONS = {
  SEX: attribute(
    { vi: 'Giới tính', en: 'Sex' },
    { FEMALE: { vi: 'Nữ', en: 'Women' }, MALE: { vi: 'Nam', en: 'Men' } },
  ),
  ETHNICITY: attribute(
    { vi: 'Dân tộc', en: 'Ethnicity' },
    { KINH: { vi: 'Kinh', en: 'Kinh' }, MINORITY: { vi: 'Dân tộc thiểu số', en: 'Ethnic minority' } },
  ),
  ETHNIC_GROUP: attribute({ vi: 'Dân tộc (chi tiết)', en: 'Ethnic group' }, 'DATA'),
  RELIGION: attribute(
    { vi: 'Tôn giáo', en: 'Religion' },
    { NONE: { vi: 'Không theo tôn giáo', en: 'None' }, RELIGIOUS: { vi: 'Có đạo', en: 'Religious' } },
  ),
  RELIGION_NAME: attribute({ vi: 'Tôn giáo (chi tiết)', en: 'Religion by name' }, 'DATA'),
  YOUTH_UNION: attribute(
    { vi: 'Đoàn viên thanh niên', en: 'Youth Union' },
    { YES: { vi: 'Đoàn viên', en: 'Member' }, NO: { vi: 'Không là đoàn viên', en: 'Not a member' } },
  ),
  AGE_BAND: attribute({ vi: 'Độ tuổi', en: 'Age' }, AGE_BANDS),
  SCHOOLING: attribute({ vi: 'Học vấn phổ thông', en: 'General schooling' }, SCHOOLINGS),
  DEGREE: attribute({ vi: 'Trình độ chuyên môn', en: 'Degree' }, DEGREES),
  POLITICAL_THEORY: attribute({ vi: 'Lý luận chính trị', en: 'Political theory' }, POLITICAL_THEORIES),
  OCCUPATION: attribute({ vi: 'Nghề nghiệp', en: 'Occupation' }, OCCUPATIONS),
  SOURCE_KIND: attribute({ vi: 'Loại nguồn', en: 'Kind of source' }, SOURCE_KINDS),
  INTRODUCER: attribute({ vi: 'Tổ chức giới thiệu', en: 'Introducing organization' }, INTRODUCERS),
  PROBATION: {
    label: { vi: 'Chính thức, dự bị', en: 'Official or probationary' },
    categories: {
      OFFICIAL: { vi: 'Đảng viên chính thức', en: 'Official' },
      PROBATIONARY: { vi: 'Đảng viên dự bị', en: 'Probationary' },
    },
    stocksOnly: true,
  },
  YEARS_OF_MEMBERSHIP: {
    label: { vi: 'Tuổi đảng', en: 'Years of membership' },
    categories: MEMBERSHIP_BANDS,
    stocksOnly: true,
  },
  UNIT_KIND: attribute({ vi: 'Loại hình chi bộ', en: 'Kind of cell' }, 'DATA'),
  UNIT_SECTOR: attribute({ vi: 'Lĩnh vực', en: 'Sector' }, 'DATA'),
  UNIT_TIER: attribute({ vi: 'Cấp tổ chức của chi bộ', en: 'Level of the cell' }, 'DATA'),
  GROUP: attribute({ vi: 'Cụm, nhóm đơn vị', en: 'Group of units' }, 'DATA'),
} satisfies Record<string, Dimension>
export type DimensionCode = keyof typeof DIMENSIONS

/** Every dimension, in the order in which they are offered. */
export const DIMENSION_CODES = Object.keys(DIMENSIONS) as DimensionCode[]

/** The definition behind a code. */
export function dimension(code: DimensionCode): Dimension {
  return DIMENSIONS[code]
}

/** First full year of each band, oldest first. */
function bandOf<Band extends string>(years: number, bands: ReadonlyArray<readonly [number, Band]>): Band {
  const found = bands.find(([from]) => years >= from) ?? bands.at(-1)
  if (!found) throw new Error('No bands')
  return found[1]
}

/** The age band of so many full years. */
export function ageBandOf(years: number): AgeBand {
  return bandOf(years, [
    [61, 'OVER_60'],
    [51, '51_60'],
    [41, '41_50'],
    [31, '31_40'],
    [18, '18_30'],
    [Number.NEGATIVE_INFINITY, 'UNDER_18'],
  ])
}

/** The band of so many full years of membership. */
export function yearsOfMembershipBandOf(years: number): MembershipBand {
  return bandOf(years, [
    [50, '50_PLUS'],
    [40, '40_49'],
    [30, '30_39'],
    [20, '20_29'],
    [10, '10_19'],
    [5, '5_9'],
    [1, '1_4'],
    [Number.NEGATIVE_INFINITY, 'UNDER_1'],
  ])
}
