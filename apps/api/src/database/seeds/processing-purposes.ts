import type { Day, ProcessingPurposeCode } from '@seedbed/shared'

/** A purpose with which an installation begins, and what it rests on from each day on. */
export interface SeededPurpose {
  code: ProcessingPurposeCode
  textVi: string
  textEn: string
  basis: ReadonlyArray<{ from: Day; legalBasis: string }>
}

const before = 'Điều lệ Đảng; Nghị định 13/2023/NĐ-CP'
const since = 'Điều lệ Đảng; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Nghị định 356/2025/NĐ-CP'

const basis = (regulation: string): SeededPurpose['basis'] => [
  { from: '2023-07-01', legalBasis: `${before}; ${regulation}` },
  { from: '2026-01-01', legalBasis: `${since}; ${regulation}` },
]

const sensitive = {
  vi: 'Thông tin về dân tộc, tôn giáo và việc vào Đảng là dữ liệu cá nhân nhạy cảm.',
  en: 'Ethnicity, religion and membership of the Party are sensitive personal data.',
}

/** Proposed texts; each office sets its own, with the day from which they hold. */
export const SEEDED_PURPOSES: readonly SeededPurpose[] = [
  {
    code: 'MEMBERSHIP',
    textVi: `Ghi và giữ thông tin để xét kết nạp, công nhận chính thức, chuyển sinh hoạt và quản lý đảng viên. ${sensitive.vi}`,
    textEn: `Kept to consider admission and recognition, to transfer members and to keep their records. ${sensitive.en}`,
    basis: basis(
      'quy định thi hành Điều lệ Đảng; hướng dẫn nghiệp vụ công tác đảng viên của Ban Tổ chức Trung ương',
    ),
  },
  {
    code: 'SOURCES',
    textVi: `Ghi và giữ thông tin của quần chúng ưu tú để bồi dưỡng, giới thiệu và theo dõi việc học lớp nhận thức về Đảng. Người được ghi tên phải được cho biết. ${sensitive.vi}`,
    textEn: `Kept of people who may become members, to help them and to follow their courses. They must be told. ${sensitive.en}`,
    basis: basis('quy định thi hành Điều lệ Đảng'),
  },
  {
    code: 'STATISTICS',
    textVi:
      'Đếm để lập thống kê, báo cáo; báo cáo không nêu tên từng người, số nhỏ được che với người chỉ được xem số liệu.',
    textEn:
      'Counted for statistics and reports, which name nobody; small numbers are covered for who sees figures only.',
    basis: basis('biểu mẫu thống kê cơ bản về công tác tổ chức xây dựng Đảng'),
  },
  {
    code: 'INSPECTION',
    textVi:
      'Xem hồ sơ để kiểm tra, giám sát; mỗi lần xem phải nêu lý do, được ghi lại và báo cho nơi quản lý hồ sơ.',
    textEn:
      'Looked at for inspection; each look needs a reason, is on record and shown to whoever keeps the person.',
    basis: basis('quy định của Đảng về công tác kiểm tra, giám sát'),
  },
]
