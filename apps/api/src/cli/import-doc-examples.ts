import type { ImportLine } from '../features/exchange/import-format.js'
import { reorganizationLines } from './import-doc-reorganizations.js'
import { ruleLines } from './import-doc-rules.js'
import { sourceLines } from './import-doc-sources.js'

/** What the document says of a type of line, and one line of it. The examples together are a file that imports. */
export interface DocumentedLine {
  vi: string
  en: string
  example: ImportLine
}

const cell = 'VD-01-C1'
const at = { organization: cell, on: '2024-03-01' }
const opened = '2020-01-01'

const structure: DocumentedLine[] = [
  {
    vi: 'Thiết lập chung: ngày số liệu mặc định khi mở màn hình.',
    en: 'Settings of the installation: the as-of date that screens open at.',
    example: { type: 'installation', defaultAsOf: '2024-11-15' },
  },
  {
    vi: 'Thành lập tổ chức từ một ngày. Không có `parent` là tổ chức cao nhất. Cấp (`tier`), loại hình (`kind`) và lĩnh vực (`sector`) là mã trong danh mục. Cấp trên viết trước, cấp dưới viết sau.',
    en: 'Founds a unit from a day on; without `parent` a root. Level, kind and sector are codes of the lists. Superiors come before those below them.',
    example: {
      type: 'establish',
      code: 'VD',
      name: 'Tỉnh Ví Dụ',
      tier: 'PROVINCE',
      kind: 'PROVINCE',
      on: opened,
    },
  },
  {
    vi: 'Đổi tên, có thể đổi cả mã, từ một ngày.',
    en: 'Another name, perhaps another code, from a day on.',
    example: { type: 'rename', organization: 'VD-02', on: '2022-01-01', name: 'Đảng bộ phường Ví Dụ Hai' },
  },
  {
    vi: 'Đổi cấp, loại hình hoặc lĩnh vực từ một ngày; chỉ ghi những gì thay đổi.',
    en: 'Another level, kind or sector from a day on; only what changes.',
    example: { type: 'reclassify', organization: 'VD-02', on: '2022-01-01', kind: 'WARD' },
  },
  {
    vi: 'Chuyển sang trực thuộc tổ chức khác từ một ngày, cùng mọi tổ chức bên dưới.',
    en: 'Under another unit from a day on, with everything below.',
    example: { type: 'move', organization: 'VD-02-C1', on: '2023-01-01', parent: 'VD-01' },
  },
  {
    vi: 'Giải thể. `on` là ngày đầu tiên tổ chức không còn. Phải không còn tổ chức nào bên dưới và không còn đảng viên. `successor` là nơi nhận những gì ghi nhận muộn; không ghi thì là cấp trên.',
    en: 'Ends a unit; `on` is the first day without it. Nothing stands below it and it has no members. `successor` answers for what is recorded late; without it the superior does.',
    example: { type: 'dissolve', organization: 'VD-02', on: '2023-07-01', document: 'vd-qd-7' },
  },
  {
    vi: 'Cách làm tròn tỷ lệ của một tổ chức; các tổ chức bên dưới theo đó. `null`: theo cấp trên.',
    en: 'How percentages of a unit and of those below it are rounded; `null`: as above it.',
    example: {
      type: 'rounding',
      organization: 'VD',
      on: opened,
      rounding: { mode: 'HALF_UP', decimals: 2 },
    },
  },
]

const beside: DocumentedLine[] = [
  {
    vi: 'Văn bản lưu tại một tổ chức; các dòng khác viện dẫn bằng `ref`.',
    en: 'A document filed at a unit; other lines name it by its `ref`.',
    example: {
      type: 'document',
      ref: 'vd-qd-7',
      organization: 'VD',
      on: opened,
      number: '07-QĐ/TU',
      title: 'Quyết định sắp xếp tổ chức đảng',
      signedOn: '2023-06-20',
    },
  },
  {
    vi: 'Chỉ tiêu. ASSIGNED: giao cho một năm. RANGE: khoảng mỗi năm (`amountMax`). RESOLUTION_AVERAGE: bình quân mỗi năm của nghị quyết. MINIMUM: tối thiểu mỗi năm. RATE_OF_MEMBERS: tỷ lệ đảng viên (`rate`, `rateMax`), ghi cả số đảng viên khi giao (`base`, `baseOn`). TERM_TOTAL: cả nhiệm kỳ. COMPOSITION: cơ cấu trong số kết nạp (`indicator`, với `rate` hoặc `amountMin`). COURSE_PLACES: số người học lớp nhận thức. COVERAGE: tỷ lệ đơn vị đạt yêu cầu (`condition`, `tier`, `rate`). Có thể chỉ cho một loại chi bộ (`unitKind`, `unitSector`) hoặc một nhóm.',
    en: 'A target. ASSIGNED: for one year. RANGE: from–to in each year (`amountMax`). RESOLUTION_AVERAGE: a yearly average. MINIMUM: at least so many each year. RATE_OF_MEMBERS: a rate of the members (`rate`, `rateMax`) with the members it was set with (`base`, `baseOn`). TERM_TOTAL: all years together. COMPOSITION: of those admitted (`indicator` with `rate` or `amountMin`). COURSE_PLACES: places in awareness courses. COVERAGE: a share of units (`condition`, `tier`, `rate`). It may be for a type of cell (`unitKind`, `unitSector`) or a group only.',
    example: {
      type: 'target',
      organization: 'VD',
      on: opened,
      kind: 'ASSIGNED',
      yearFrom: 2024,
      yearTo: 2024,
      amountMin: 12,
    },
  },
  {
    vi: 'Đơn vị tự đăng ký: con số mong muốn của năm (`wanted`) và số dự kiến kết nạp đến hết năm (`expected`). Không ràng buộc ai.',
    en: 'What a unit registers itself: its own number for the year (`wanted`) and how many it expects to have admitted by its end (`expected`). It binds nobody.',
    example: {
      type: 'targetRegistration',
      organization: 'VD',
      on: opened,
      year: 2024,
      wanted: 12,
      expected: 14,
    },
  },
  {
    vi: 'Phương án giao chỉ tiêu: dự thảo, hoặc đã ban hành (có `document`, `signatory`, `issuedOn`). Chỉ tiêu đã giao là những dòng `target` riêng.',
    en: 'A plan of targets: a draft, or issued (with `document`, `signatory`, `issuedOn`). The targets themselves are `target` lines.',
    example: {
      type: 'targetPlan',
      organization: 'VD',
      on: opened,
      year: 2025,
      name: 'Phương án 1',
      lines: [{ organization: 'VD-01', amount: 5 }],
    },
  },
  {
    vi: 'Nhiệm kỳ của một tổ chức, từ đại hội này đến đại hội sau. Tổ chức bên dưới không ghi riêng thì theo nhiệm kỳ của cấp trên.',
    en: 'A term of a unit, from one congress to the next. Units below it that have none of their own share it.',
    example: {
      type: 'term',
      organization: 'VD',
      on: opened,
      name: '2020-2025',
      from: '2020-10-15',
      to: '2025-10-14',
    },
  },
  {
    vi: 'Số liệu công bố: con số một cơ quan nêu ra mà không có danh sách người. Luôn để cạnh số ghi nhận, không trộn lẫn. Số liệu của một kỳ cần `from`; số liệu tại một ngày (như `members`) không có `from`. Tỷ lệ ghi đúng như in vào `printedPercentage`.',
    en: 'A declared figure: what an office states without persons. It stands beside what is recorded and never mixes with it. A figure of a period needs `from`; one of a day (such as `members`) has none. A percentage is written as printed.',
    example: {
      type: 'declaredFigure',
      organization: 'VD',
      indicator: 'completion',
      from: '2023-01-01',
      asOf: '2023-12-31',
      printedPercentage: '124,6',
      document: 'vd-qd-7',
    },
  },
  {
    vi: 'Mẫu văn bản thống kê: một đoạn văn về một đơn vị, gồm lời văn và số liệu. Phần `optional` và mục của `list` có số 0 được bỏ. Đơn vị cấp dưới dùng mẫu của cấp trên gần nhất; không ghi đơn vị là mẫu chung.',
    en: 'How a paragraph about a unit is worded: words and figures. An `optional` part, or an item of a `list`, with the number 0 is left out. Units below use the nearest template above them; without a unit it is everybody’s.',
    example: {
      type: 'statementTemplate',
      organization: 'VD',
      template: 'KET_NAP',
      title: 'Kết quả kết nạp đảng viên',
      validFrom: opened,
      parts: [
        { date: 'PERIOD' },
        { text: ', ' },
        { name: 'UNIT' },
        { text: ' kết nạp ' },
        { figure: 'admitted' },
        { text: ' đảng viên' },
        {
          optional: [
            { text: ', đạt ' },
            { figure: 'completion', rounding: { mode: 'TRUNCATE', decimals: 1 } },
            { text: ' chỉ tiêu' },
          ],
        },
        { text: '.' },
      ],
    },
  },
  {
    vi: 'Bộ nhóm: một cách gộp tổ chức ngoài hệ thống dọc (cụm thi đua, chiến dịch).',
    en: 'A set of groups: a way to group units beside the hierarchy.',
    example: { type: 'groupSet', name: 'Cụm thi đua' },
  },
  {
    vi: 'Một nhóm trong bộ nhóm.',
    en: 'A group in a set.',
    example: { type: 'group', groupSet: 'Cụm thi đua', name: 'Cụm số 1' },
  },
  {
    vi: 'Tổ chức vào nhóm từ một ngày; đang ở nhóm khác cùng bộ thì rời nhóm ấy trong ngày đó.',
    en: 'A unit joins a group from a day on, and leaves its other group of the set on that day.',
    example: {
      type: 'joinGroup',
      groupSet: 'Cụm thi đua',
      group: 'Cụm số 1',
      organization: 'VD-01',
      on: opened,
    },
  },
  {
    vi: 'Tổ chức rời nhóm từ một ngày.',
    en: 'A unit leaves a group from a day on.',
    example: {
      type: 'leaveGroup',
      groupSet: 'Cụm thi đua',
      group: 'Cụm số 1',
      organization: 'VD-01',
      on: '2024-01-01',
    },
  },
  {
    vi: 'Số đảng viên đầu kỳ của một chi bộ tính đến hết ngày `on`; mỗi chi bộ một lần. `members` gồm cả đảng viên dự bị.',
    en: 'Members with which a cell begins, at the end of day `on`; once for a cell. `members` includes those on probation.',
    example: {
      type: 'openingBalance',
      organization: cell,
      on: '2020-12-31',
      members: 20,
      probationaryMembers: 1,
    },
  },
  {
    vi: 'Một người. `ref` là tên riêng mà bên gửi đặt, các dòng sự kiện dùng để chỉ người đó. Dân tộc và tôn giáo là mã của cơ quan thống kê.',
    en: 'A person. `ref` is the sender’s own name, by which events name the person. Ethnic group and religion are official codes.',
    example: {
      type: 'person',
      ref: 'vd-1',
      fullName: 'Trần Thị Ví Dụ',
      birthDate: '1999-05-02',
      female: true,
      ethnicity: '01',
      identityNumber: '097199000001',
    },
  },
]

const events: DocumentedLine[] = [
  {
    vi: 'Đảng viên đã có trong số đầu kỳ của chi bộ; không làm tăng số đảng viên. Những gì biết về người đó (trình độ, nghề nghiệp…, `joinedOn` là ngày quyết định kết nạp) ghi được thì thống kê cơ cấu mới đủ.',
    en: 'A member who is contained in the opening balance of the cell; adds nobody. What is known of the member (degree, occupation …, `joinedOn`: day of the decision to admit) makes the composition complete.',
    example: {
      type: 'openingMember',
      person: 'vd-2',
      ...at,
      on: '2020-12-31',
      probationary: false,
      degree: 'VOCATIONAL',
      occupation: 'FARMER',
      joinedOn: '1975-09-02',
    },
  },
  {
    vi: 'Đoàn thể giới thiệu đoàn viên, hội viên ưu tú.',
    en: 'An organization introduces a person.',
    example: { type: 'introduction', person: 'vd-1', ...at, introducer: 'YOUTH_UNION' },
  },
  {
    vi: 'Hoàn thành lớp bồi dưỡng nhận thức về Đảng.',
    en: 'An awareness course is completed.',
    example: {
      type: 'courseCompletion',
      person: 'vd-1',
      ...at,
      on: '2024-04-10',
      audience: 'OTHER',
      courseName: 'Lớp nhận thức về Đảng khóa I/2024',
    },
  },
  {
    vi: 'Quyết định kết nạp; `on` là ngày của quyết định. Tuổi, giới tính, dân tộc, tôn giáo, lĩnh vực được ghi lại như tại ngày đó.',
    en: 'An admission is decided; `on` is the day of the decision. Age, sex, ethnic group, religion and sector are frozen as at that day.',
    example: {
      type: 'admission',
      person: 'vd-1',
      ...at,
      on: '2024-05-06',
      youthUnion: true,
      degree: 'UNIVERSITY',
      occupation: 'TEACHER',
      sourceKind: 'TEACHER',
    },
  },
  {
    vi: 'Quyết định kết nạp lại người từng là đảng viên.',
    en: 'Someone who was a member before is admitted again.',
    example: { type: 'readmission', person: 'vd-3', ...at, on: '2024-06-01', youthUnion: false },
  },
  {
    vi: 'Phục hồi đảng tịch: lại là đảng viên mà không kết nạp lại.',
    en: 'Membership is restored: a member again without a new admission.',
    example: { type: 'restoration', person: 'vd-5', ...at, on: '2023-06-01', probationary: false },
  },
  {
    vi: 'Lễ kết nạp.',
    en: 'The ceremony is held.',
    example: { type: 'ceremony', person: 'vd-1', ...at, on: '2024-05-19' },
  },
  {
    vi: 'Công nhận đảng viên chính thức.',
    en: 'A member on probation is recognized.',
    example: { type: 'recognition', person: 'vd-1', ...at, on: '2025-05-20' },
  },
  {
    vi: 'Thay đổi của một người từ một ngày: trưởng thành Đoàn, có bằng mới, học lý luận chính trị, đổi nghề. Chỉ ghi những gì thay đổi.',
    en: 'Something about a person is different from a day on: no longer in the Youth Union, a degree, political theory, another occupation. Only what changes.',
    example: {
      type: 'attributeChange',
      person: 'vd-1',
      ...at,
      on: '2025-06-02',
      degree: 'MASTER',
      politicalTheory: 'ELEMENTARY',
    },
  },
  {
    vi: 'Chuyển sinh hoạt sang chi bộ khác trong hệ thống.',
    en: 'A member moves to another cell of the system.',
    example: {
      type: 'transfer',
      person: 'vd-2',
      ...at,
      on: '2024-07-01',
      toOrganization: 'VD-02-C1',
    },
  },
  {
    vi: 'Chuyển đến từ nơi khác.',
    en: 'A member comes from outside.',
    example: {
      type: 'transferIn',
      person: 'vd-4',
      ...at,
      on: '2024-02-01',
      outsideKind: 'OTHER_PROVINCE',
      outsidePlace: 'Tỉnh khác',
      probationary: false,
    },
  },
  {
    vi: 'Chuyển đi nơi khác.',
    en: 'A member leaves for somewhere outside.',
    example: { type: 'transferOut', person: 'vd-4', ...at, on: '2024-09-01', outsideKind: 'ABROAD' },
  },
  {
    vi: 'Ra khỏi Đảng: xóa tên, khai trừ, xin ra, xóa tên khi dự bị, hủy quyết định kết nạp.',
    en: 'Membership ends: name removed, expelled, resigned, removed in probation, decision cancelled.',
    example: { type: 'removal', person: 'vd-3', ...at, on: '2022-03-01', reason: 'RESIGNED' },
  },
  {
    vi: 'Từ trần.',
    en: 'A member dies.',
    example: {
      type: 'death',
      person: 'vd-2',
      organization: 'VD-02-C1',
      on: '2024-08-15',
    },
  },
]

/** Every type of line, in the order of the document. */
export const documentedLines: readonly DocumentedLine[] = [
  ...structure,
  ...reorganizationLines,
  ...beside,
  ...ruleLines,
  ...events,
  ...sourceLines,
]

const below = [
  ['VD-01', 'Đảng bộ xã Ví Dụ Một', 'GRASSROOTS', 'COMMUNE', 'VD'],
  ['VD-01-C1', 'Chi bộ thôn Một', 'CELL', 'RESIDENTIAL', 'VD-01'],
  ['VD-02', 'Đảng bộ xã Ví Dụ Hai', 'GRASSROOTS', 'COMMUNE', 'VD'],
  ['VD-02-C1', 'Chi bộ thôn Hai', 'CELL', 'RESIDENTIAL', 'VD-02'],
] as const

const others = [
  ['vd-2', 'Lê Văn Mẫu', '1950-01-01'],
  ['vd-3', 'Phạm Văn Thử', '1980-01-01'],
  ['vd-4', 'Nguyễn Thị Mẫu', '1985-01-01'],
  ['vd-5', 'Trần Văn Thử', '1978-01-01'],
  ['vd-6', 'Võ Văn Mẫu', '1998-01-01'],
] as const

/** A whole file: the examples, and the few lines that they rest on. */
export function exampleFile(): ImportLine[] {
  const units = below.map(([code, name, tier, kind, parent]): ImportLine => ({
    type: 'establish',
    code,
    name,
    tier,
    kind,
    parent,
    on: opened,
  }))
  const persons = others.map(([ref, fullName, birthDate]): ImportLine => ({
    type: 'person',
    ref,
    fullName,
    birthDate,
    female: false,
    ethnicity: '01',
  }))
  const earlier = ['vd-3', 'vd-5'].map((person): ImportLine => ({
    type: 'openingMember',
    person,
    organization: cell,
    on: '2020-12-31',
    probationary: false,
  }))
  const left: ImportLine = {
    type: 'removal',
    person: 'vd-5',
    organization: cell,
    on: '2022-06-01',
    reason: 'EXPELLED',
  }
  const lines = documentedLines.map(({ example }) => example)
  const root = lines.findIndex(({ type }) => type === 'establish')
  return [...lines.slice(0, root + 1), ...units, ...lines.slice(root + 1), ...persons, ...earlier, left]
}
