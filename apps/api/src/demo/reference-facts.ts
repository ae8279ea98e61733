import type { Day, Perimeter, Rounding, TargetKind } from '@seedbed/shared'

/** A question to the figures of a unit, as FiguresInput asks it. */
export interface FigureQuestion {
  from: Day
  asOf: Day
  rounding?: Rounding
  targetKind?: TargetKind
  perimeter?: Perimeter
}

/** One figure as published: whole numbers, and the printed text where there is a ratio. */
export interface FigureCheck {
  sort: 'FIGURE'
  question: FigureQuestion
  /** Indicators added up (sign 1) or taken off (−1); mostly one. */
  indicators: ReadonlyArray<readonly [id: string, sign: 1 | -1]>
  expected: { numerator?: number; denominator?: number; value?: number; text?: string; atLeast?: number }
}

/** A document of a unit, by a part of its title or number. */
export interface DocumentCheck {
  sort: 'DOCUMENT'
  document: string
}

/** The kind of a unit on a day. */
export interface KindCheck {
  sort: 'KIND'
  at: Day
  kind: string
}

/** A row of the two published accounts and how it is read back. */
export interface ReferenceFact {
  id: string
  text: string
  organization: string
  published: string
  check: FigureCheck | DocumentCheck | KindCheck
}

type Expected = FigureCheck['expected']

const BINH_THUAN = '60'
const TOWN = '507'
const WARD = '20596'
/** The school cell of Phạm Phú Thứ, in Điện Trung. */
export const SCHOOL_CELL = '20587-C13'

const term = { from: '2021-01-01', asOf: '2023-06-30' }
const opening = { from: '2020-12-31', asOf: '2020-12-31' }
const threeYears = { from: '2021-01-01', asOf: '2023-12-31' }
const year2024 = { from: '2024-01-01', asOf: '2024-11-15' }
const yearOf = (year: number) => ({ from: `${year}-01-01`, asOf: `${year}-12-31` })
const unions = { from: '2022-01-01', asOf: '2023-06-30' }
const spring2024 = { from: '2024-01-01', asOf: '2024-05-30' }
const august2023 = { from: '2023-08-01', asOf: '2023-08-31' }
const schoolYear2023 = { from: '2023-09-01', asOf: '2024-08-31' }
const schoolYear2024 = { from: '2024-09-01', asOf: '2024-11-15' }
const cut = (decimals: number): Rounding => ({ mode: 'TRUNCATE', decimals })
const halfUp: Rounding = { mode: 'HALF_UP', decimals: 2 }

/** Percentages are printed with a no-break space before the sign. */
const NO_BREAK_PERCENT = '\u00a0%'

function figure(
  id: string,
  text: string,
  organization: string,
  published: string,
  indicator: string,
  question: FigureQuestion,
  expected: Expected,
): ReferenceFact {
  const printed = expected.text === undefined ? {} : { text: expected.text.replace(' %', NO_BREAK_PERCENT) }
  const check: FigureCheck = {
    sort: 'FIGURE',
    question,
    indicators: [[indicator, 1]],
    expected: { ...expected, ...printed },
  }
  return { id, text, organization, published, check }
}

function count(
  id: string,
  text: string,
  organization: string,
  indicator: string,
  question: FigureQuestion,
  numerator: number,
): ReferenceFact {
  const published = String(numerator).replace(/\B(?=(\d{3})+$)/gu, '.')
  return figure(id, text, organization, published, indicator, question, { numerator })
}

function document(id: string, text: string, organization: string, part: string): ReferenceFact {
  return { id, text, organization, published: part, check: { sort: 'DOCUMENT', document: part } }
}

const caseA: readonly ReferenceFact[] = [
  count('A1', 'Đảng viên đầu nhiệm kỳ', BINH_THUAN, 'members', opening, 38_302),
  count('A2', 'Đảng viên tháng 6/2023', BINH_THUAN, 'members', term, 41_956),
  count('A3', 'Kết nạp từ đầu nhiệm kỳ', BINH_THUAN, 'admitted', term, 4_909),
  {
    id: 'A4',
    text: 'Giảm do chuyển đi, từ trần, ra khỏi Đảng (đã trừ chuyển đến)',
    organization: BINH_THUAN,
    published: '1.255',
    check: {
      sort: 'FIGURE',
      question: term,
      indicators: [
        ['transferredOut', 1],
        ['died', 1],
        ['removed', 1],
        ['transferredIn', -1],
      ],
      expected: { numerator: 1_255 },
    },
  },
  count('A4', 'Tăng, giảm cả nhiệm kỳ: 41.956 − 38.302', BINH_THUAN, 'netChange', term, 3_654),
  count('A4', 'Do sắp xếp tổ chức', BINH_THUAN, 'reorganized', term, 0),
  count(
    'A5',
    'Chỉ tiêu nghị quyết bình quân mỗi năm',
    BINH_THUAN,
    'target',
    { ...yearOf(2022), targetKind: 'RESOLUTION_AVERAGE' },
    2_000,
  ),
  document(
    'A5',
    'Nghị quyết Đại hội XIV',
    BINH_THUAN,
    'Nghị quyết Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV',
  ),
  figure(
    'A6',
    'Tỷ lệ kết nạp năm 2021 từ 5 % trở lên',
    BINH_THUAN,
    '≥ 5 %',
    'rateOfMembers',
    { ...yearOf(2021), rounding: halfUp },
    { atLeast: 5 },
  ),
  figure(
    'A6',
    'Tỷ lệ kết nạp năm 2022 từ 5 % trở lên',
    BINH_THUAN,
    '≥ 5 %',
    'rateOfMembers',
    { ...yearOf(2022), rounding: halfUp },
    { atLeast: 5 },
  ),
  document('A6', 'Đứng thứ ba trong 67 đảng bộ (ghi chú)', BINH_THUAN, 'thứ ba trong 67 đảng bộ'),
  document('A7', 'Mốc 3-4 % mỗi năm', BINH_THUAN, '21-NQ/TW'),
  document('A8', 'Chỉ thị làm căn cứ giao chỉ tiêu', BINH_THUAN, '07-CT/TU'),
  figure('A9', 'Cơ cấu: đảng viên trẻ', BINH_THUAN, 'có', 'admittedAge18to30', term, { atLeast: 1 }),
  figure('A9', 'Cơ cấu: trình độ đại học', BINH_THUAN, 'có', 'admittedUniversity', term, { atLeast: 1 }),
  figure('A9', 'Cơ cấu: nữ', BINH_THUAN, 'có', 'admittedFemale', term, { atLeast: 1 }),
  figure('A9', 'Cơ cấu: người có đạo', BINH_THUAN, 'có', 'admittedReligious', term, { atLeast: 1 }),
  count('A10', 'Công đoàn giới thiệu từ đầu năm 2022', BINH_THUAN, 'introducedByTradeUnion', unions, 2_340),
  count('A10', 'Trong đó đã kết nạp', BINH_THUAN, 'introducedByTradeUnionAdmitted', unions, 1_452),
  figure(
    'A10',
    'Tỷ lệ kết nạp trên số giới thiệu',
    BINH_THUAN,
    '62,05 %',
    'introductionConversion',
    { ...unions, rounding: halfUp },
    { numerator: 1_452, denominator: 2_340, value: 62.05, text: '62,05 %' },
  ),
  document('A11', 'Nơi nguồn cạn', BINH_THUAN, 'nguồn kết nạp cạn dần'),
  document('A12', 'Chất lượng hơn số lượng', BINH_THUAN, 'Chất lượng hơn số lượng'),
]

const caseB: readonly ReferenceFact[] = [
  count('B1', 'Kết nạp 2021-2023', TOWN, 'admitted', threeYears, 428),
  count('B1', 'Chỉ tiêu tỉnh giao 2021-2023', TOWN, 'target', threeYears, 345),
  figure(
    'B1',
    'Đạt chỉ tiêu 2021-2023',
    TOWN,
    '124 %',
    'completion',
    { ...threeYears, rounding: cut(0) },
    { numerator: 428, denominator: 345, value: 124, text: '124 %' },
  ),
  figure(
    'B2',
    'Có trình độ đại học, 2021-2023',
    TOWN,
    '56,7 %',
    'universityShare',
    { ...threeYears, rounding: cut(1) },
    { numerator: 243, denominator: 428, value: 56.7, text: '56,7 %' },
  ),
  count('B3', 'Kết nạp 1/1-15/11/2024', TOWN, 'admitted', year2024, 220),
  figure('B3', 'Đạt kế hoạch 2024', TOWN, '146,6 %', 'completion', year2024, {
    numerator: 220,
    denominator: 150,
    value: 146.6,
    text: '146,6 %',
  }),
  figure(
    'B4',
    'Nữ',
    TOWN,
    '56 %',
    'femaleShare',
    { ...year2024, rounding: cut(0) },
    { numerator: 124, denominator: 220, value: 56, text: '56 %' },
  ),
  figure('B5', 'Có trình độ đại học', TOWN, '50,4 %', 'universityShare', year2024, {
    numerator: 111,
    denominator: 220,
    value: 50.4,
    text: '50,4 %',
  }),
  count('B6', 'Chủ doanh nghiệp', TOWN, 'admittedBusinessOwner', year2024, 1),
  count('B6', 'Người có đạo', TOWN, 'admittedReligious', year2024, 1),
  count('B6', 'Người dân tộc thiểu số', TOWN, 'admittedEthnicMinority', year2024, 1),
  count('B6', 'Kết nạp lại', TOWN, 'readmitted', year2024, 1),
  count(
    'B7',
    'Điện Phương: kết nạp từ đầu nhiệm kỳ đến 15/11/2024',
    WARD,
    'admitted',
    { from: '2021-01-01', asOf: '2024-11-15' },
    37,
  ),
  count('B8', 'Điện Phương: kết nạp năm 2021', WARD, 'admitted', yearOf(2021), 5),
  figure(
    'B8',
    'Điện Phương 2021 đạt khoảng 5-6 của nghị quyết',
    WARD,
    '5 trên 5-6',
    'completion',
    { ...yearOf(2021), targetKind: 'RANGE', rounding: cut(0) },
    { numerator: 5, denominator: 5, value: 100, text: '100 %' },
  ),
  count('B9', 'Điện Phương: kết nạp năm 2024', WARD, 'admitted', year2024, 14),
  {
    id: 'B9',
    text: 'Điện Phương là xã đến 9/4/2023',
    organization: WARD,
    published: 'Xã',
    check: { sort: 'KIND', at: '2023-04-09', kind: 'COMMUNE' },
  },
  {
    id: 'B9',
    text: 'Điện Phương là phường từ 10/4/2023',
    organization: WARD,
    published: 'Phường',
    check: { sort: 'KIND', at: '2023-04-10', kind: 'WARD' },
  },
  document('B10', 'Nghị quyết 04 của Điện Phương', WARD, 'Nghị quyết 04'),
  count('B11', 'Học sinh dự lớp nhận thức, tháng 8/2023', TOWN, 'courseCompleted', august2023, 87),
  count('B11', 'Trong đó là học sinh', TOWN, 'courseCompletedPupil', august2023, 87),
  count('B12', 'Học sinh được kết nạp đến 30/5/2024', TOWN, 'admittedPupil', spring2024, 35),
  count('B12', 'Học xong lớp nhận thức và được kết nạp', TOWN, 'courseAdmitted', spring2024, 35),
  count('B12', 'Chuyển đến trường đại học', TOWN, 'transferredOutUniversity', year2024, 34),
  count('B12', 'Chuyển đến trường cao đẳng', TOWN, 'transferredOutCollege', year2024, 1),
  count(
    'B13',
    'Phạm Phú Thứ, năm học 2023-2024: giáo viên',
    SCHOOL_CELL,
    'admittedTeacher',
    schoolYear2023,
    1,
  ),
  count('B13', 'Phạm Phú Thứ, năm học 2023-2024: học sinh', SCHOOL_CELL, 'admittedPupil', schoolYear2023, 5),
  count('B13', 'Phạm Phú Thứ, năm học 2023-2024: tất cả', SCHOOL_CELL, 'admitted', schoolYear2023, 6),
  count(
    'B14',
    'Phạm Phú Thứ, năm học 2024-2025: học sinh học xong lớp',
    SCHOOL_CELL,
    'courseCompletedPupil',
    schoolYear2024,
    6,
  ),
  count(
    'B14',
    'Phạm Phú Thứ, năm học 2024-2025: giáo viên học xong lớp',
    SCHOOL_CELL,
    'courseCompletedTeacher',
    schoolYear2024,
    2,
  ),
  document('B15', 'Cách làm', TOWN, 'Cách làm của thị xã Điện Bàn'),
  document('B16', 'Đối tượng tạo nguồn', TOWN, 'Đối tượng tạo nguồn'),
]

/** Every row of both published accounts (A1-A12, B1-B16). */
export const REFERENCE_FACTS: readonly ReferenceFact[] = [...caseA, ...caseB]
