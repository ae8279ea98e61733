import type { ImportLine } from '../features/exchange/import-format.js'
import type { LineOf } from './journal.js'
import { WARDS_DOCUMENT } from './tree-lines.js'

type DocumentLine = LineOf<'document'>
type Draft = Pick<DocumentLine, 'ref' | 'organization' | 'number' | 'title'> &
  Partial<Pick<DocumentLine, 'issuer' | 'signedOn' | 'note'>>

const DEMO_NUMBER = 'Dữ liệu trình diễn'

/** Refs of documents that targets and declared figures rest on. */
export const DOCUMENTS = {
  congress: 'demo-nq-dh14',
  directive: 'demo-ct-07',
  range: 'demo-nq-04',
  provincePlan: 'demo-kh-qn',
  townPlan: 'demo-kh-db',
  townDecision: 'demo-qd-db-2024',
  articleBinhThuan: 'demo-bao-60',
  articleQuangNam: 'demo-bao-49',
  articleDienBan: 'demo-bao-507',
} as const

const binhThuan: readonly Draft[] = [
  {
    ref: DOCUMENTS.congress,
    organization: '60',
    number: 'Nghị quyết Đại hội XIV',
    title: 'Nghị quyết Đại hội Đảng bộ tỉnh Bình Thuận lần thứ XIV, nhiệm kỳ 2020-2025',
    issuer: 'Đại hội Đảng bộ tỉnh Bình Thuận',
    note: 'Chỉ tiêu: bình quân mỗi năm kết nạp 2.000 đảng viên.',
  },
  {
    ref: DOCUMENTS.directive,
    organization: '60',
    number: '07-CT/TU',
    title: 'Chỉ thị về tăng cường công tác kết nạp đảng viên trong giai đoạn 2020-2025',
    issuer: 'Ban Thường vụ Tỉnh ủy Bình Thuận',
    signedOn: '2021-03-01',
    note: 'Hằng năm Ban Thường vụ Tỉnh ủy căn cứ Chỉ thị giao chỉ tiêu cho từng cấp ủy trực thuộc.',
  },
  {
    ref: 'demo-nq-21-60',
    organization: '60',
    number: '21-NQ/TW',
    title:
      'Nghị quyết về tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên trong giai đoạn mới',
    issuer: 'Ban Chấp hành Trung ương Đảng',
    signedOn: '2022-06-16',
    note: 'Mốc so sánh: tỷ lệ kết nạp đảng viên hằng năm từ 3 đến 4 % tổng số đảng viên.',
  },
  {
    ref: 'demo-note-67',
    organization: '60',
    number: 'Ghi chú A6',
    title: 'Tỷ lệ kết nạp từ 5 % trở lên, đứng thứ ba trong 67 đảng bộ trực thuộc Trung ương',
    note: 'Thứ hạng dựa vào số liệu của các tỉnh khác nên chỉ ghi lại, không tính.',
  },
  {
    ref: 'demo-note-union',
    organization: '60',
    number: 'Ghi chú A10',
    title: 'Công đoàn giới thiệu đoàn viên ưu tú từ đầu năm 2022',
    note: '2.340 đoàn viên công đoàn ưu tú được giới thiệu, 1.452 người đã được kết nạp (62,05 %).',
  },
  {
    ref: 'demo-note-sources',
    organization: '60',
    number: 'Ghi chú A11',
    title: 'Những nơi nguồn kết nạp cạn dần',
    note: 'Khu dân cư, dân quân tự vệ và doanh nghiệp có tổ chức đảng thiếu nguồn; kết nạp chưa tương xứng với nguồn của các đoàn thể; người trẻ được đào tạo đi làm xa, người tích cực phần lớn đã lớn tuổi.',
  },
  {
    ref: 'demo-note-quality',
    organization: '60',
    number: 'Ghi chú A12',
    title: 'Chất lượng hơn số lượng',
    note: 'Không chạy theo chỉ tiêu. Phát hiện quần chúng ưu tú ("hạt giống đỏ"), phân công đảng viên theo dõi, giúp đỡ và bồi dưỡng.',
  },
  {
    ref: DOCUMENTS.articleBinhThuan,
    organization: '60',
    number: 'Bài báo',
    title: 'Bài báo về công tác phát triển đảng viên của tỉnh Bình Thuận, tháng 6/2023',
    issuer: 'Báo chí',
    note: 'Nguồn của các số liệu công bố.',
  },
  {
    ref: 'demo-data-60',
    organization: '60',
    number: DEMO_NUMBER,
    title: 'Dữ liệu trình diễn: tỉnh Bình Thuận',
    note: 'Số liệu đã công bố: 38.302 đảng viên đầu nhiệm kỳ, 41.956 đảng viên tháng 6/2023, 4.909 kết nạp, 2.340 được công đoàn giới thiệu và 1.452 đã kết nạp. Mọi con người, số liệu từng xã, từng chi bộ, từng tháng, số chuyển sinh hoạt, từ trần, ra khỏi Đảng, chỉ tiêu các huyện và toàn bộ số liệu sau 30/6/2023 là hư cấu. Đảng viên dự bị trong số đầu kỳ không tách riêng, nên việc công nhận chính thức được ghi từ năm 2022. Đơn vị hành chính lấy theo tháng 3/2025.',
  },
]

const quangNam: readonly Draft[] = [
  {
    ref: WARDS_DOCUMENT,
    organization: '507',
    number: '727/NQ-UBTVQH15',
    title: 'Nghị quyết về việc thành lập các phường thuộc thị xã Điện Bàn, tỉnh Quảng Nam',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    note: 'Có hiệu lực từ ngày 10/4/2023: Điện Phương, Điện Minh, Điện Thắng Bắc, Điện Thắng Trung, Điện Thắng Nam thành phường.',
  },
  {
    ref: 'demo-nq-21-49',
    organization: '49',
    number: '21-NQ/TW',
    title:
      'Nghị quyết về tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên trong giai đoạn mới',
    issuer: 'Ban Chấp hành Trung ương Đảng',
    signedOn: '2022-06-16',
  },
  {
    ref: DOCUMENTS.provincePlan,
    organization: '49',
    number: 'Kế hoạch kết nạp đảng viên',
    title: 'Kế hoạch kết nạp đảng viên hằng năm của tỉnh Quảng Nam',
    issuer: 'Ban Thường vụ Tỉnh ủy Quảng Nam',
    note: 'Năm 2024 toàn tỉnh khoảng 1.900; cộng chỉ tiêu giao cho các đảng bộ trực thuộc không ra đúng số này.',
  },
  {
    ref: DOCUMENTS.townDecision,
    organization: '507',
    number: '12-QĐ/TU',
    title: 'Quyết định giao chỉ tiêu kết nạp đảng viên năm 2024',
    issuer: 'Ban Thường vụ Thị ủy Điện Bàn',
    signedOn: '2023-12-28',
    note: DEMO_NUMBER,
  },
  {
    ref: DOCUMENTS.townPlan,
    organization: '507',
    number: 'Kế hoạch giao chỉ tiêu',
    title: 'Kế hoạch giao chỉ tiêu kết nạp đảng viên hằng năm cho các tổ chức cơ sở đảng của thị xã Điện Bàn',
    issuer: 'Ban Thường vụ Thị ủy Điện Bàn',
  },
  {
    ref: DOCUMENTS.range,
    organization: '20596',
    number: 'Nghị quyết 04',
    title: 'Nghị quyết 04 về phát triển đảng viên ở nông thôn giai đoạn 2021-2025',
    issuer: 'Đảng ủy Điện Phương',
    note: 'Mỗi năm kết nạp 5 đến 6 đảng viên.',
  },
  {
    ref: 'demo-note-run',
    organization: '507',
    number: 'Ghi chú B15',
    title: 'Cách làm của thị xã Điện Bàn',
    note: 'Tổ chức cơ sở đảng rà soát nguồn và đăng ký dự lớp nhận thức về Đảng; Ban Tổ chức Thị ủy tham mưu kế hoạch, chỉ tiêu từng nơi hằng năm, cả số lượng và chất lượng; hội nghị chuyên đề theo cụm địa bàn và theo lĩnh vực; kiểm tra cấp dưới, biểu dương nơi làm tốt, chấn chỉnh thiếu sót, xử lý vi phạm.',
  },
  {
    ref: 'demo-note-sources-507',
    organization: '507',
    number: 'Ghi chú B16',
    title: 'Đối tượng tạo nguồn',
    note: 'Cán bộ, viên chức, bộ đội xuất ngũ, đoàn viên, hội viên, cán bộ y tế phòng khám tư, học sinh, công nhân trong doanh nghiệp, nhất là doanh nghiệp ngoài nhà nước.',
  },
  {
    ref: DOCUMENTS.articleDienBan,
    organization: '507',
    number: 'Bài báo',
    title: 'Bài báo về công tác phát triển đảng viên của thị xã Điện Bàn, tháng 11/2024',
    issuer: 'Báo chí',
    note: 'Nguồn của các số liệu công bố, kể cả của Điện Phương.',
  },
  {
    ref: 'demo-data-507',
    organization: '507',
    number: DEMO_NUMBER,
    title: 'Dữ liệu trình diễn: thị xã Điện Bàn',
    note: 'Số liệu đã công bố: 428 kết nạp trong ba năm 2021-2023 (124 % chỉ tiêu, 56,7 % có trình độ đại học); 220 kết nạp đến 15/11/2024 (146,6 % kế hoạch, 56 % nữ, 50,4 % đại học; một chủ doanh nghiệp, một người có đạo, một người dân tộc thiểu số, một kết nạp lại); Điện Phương 37, trong đó 5 năm 2021 và 14 năm 2024; lớp nhận thức 87 học sinh tháng 8/2023, 35 học sinh được kết nạp, 34 chuyển đến đại học và 1 đến cao đẳng; số liệu chi bộ Trường THPT Phạm Phú Thứ. Tỷ lệ cắt, không làm tròn. Mọi con người và các số liệu khác là hư cấu.',
  },
  {
    ref: DOCUMENTS.articleQuangNam,
    organization: '49',
    number: 'Bài báo',
    title: 'Bài báo về số đảng viên của Đảng bộ tỉnh Quảng Nam đầu nhiệm kỳ',
    issuer: 'Báo chí',
    note: 'Nguồn của số liệu công bố.',
  },
  {
    ref: 'demo-data-49',
    organization: '49',
    number: DEMO_NUMBER,
    title: 'Dữ liệu trình diễn: tỉnh Quảng Nam',
    note: 'Ngoài 69.036 đảng viên đầu nhiệm kỳ, chỉ tiêu khoảng 1.900 năm 2024 và số liệu của thị xã Điện Bàn, mọi con người và số liệu là hư cấu. Đảng viên dự bị trong số đầu kỳ không tách riêng, nên việc công nhận chính thức được ghi từ năm 2022. Đơn vị hành chính lấy theo tháng 3/2025 cho cả giai đoạn (huyện Nông Sơn đã nhập vào Quế Sơn, nên số đảng bộ trực thuộc là 21 thay vì 22 như năm 2024), trừ năm phường của Điện Bàn: là xã đến 9/4/2023.',
  },
]

/** Documents of both provinces, with the notes on what is published and what is invented. */
export function documentLines(): ImportLine[] {
  return [...binhThuan, ...quangNam].map((draft) => ({ type: 'document', on: '2021-01-01', ...draft }))
}
