import type { DocumentedLine } from './import-doc-examples.js'

/** What the document says of lines about rules, forms, requirements and calendars. */
export const ruleLines: readonly DocumentedLine[] = [
  {
    vi: 'Một quy định bằng số (thời hạn, tỷ lệ, tuổi…) từ một ngày, theo văn bản nào, điều nào. Trong những ngày ấy nó thay cho số đã ghi; ngoài những ngày ấy số cũ vẫn giữ.',
    en: 'A number of the procedure (a deadline, a share, an age …) from a day on, with regulation and article. On its days it takes the place of what is on record; on all others that stays.',
    example: {
      type: 'rule',
      rule: 'CERTIFICATE_MONTHS',
      value: 60,
      regulation: '06-HD/TW (2025)',
      article: '5.4',
      confirmed: true,
      validFrom: '2025-06-09',
    },
  },
  {
    vi: 'Một mẫu giấy tờ của hồ sơ từ một ngày.',
    en: 'A form of the dossier from a day on.',
    example: {
      type: 'dossierForm',
      form: '1-KNĐ',
      title: 'Đơn xin vào Đảng',
      issuer: 'Người xin vào Đảng',
      regulation: '12-HD/BTCTW (2022)',
      confirmed: true,
      validFrom: '2022-01-18',
    },
  },
  {
    vi: 'Yêu cầu riêng của một đơn vị (và mọi đơn vị bên dưới) ngoài quy định chung: chưa đáp ứng thì chưa sang bước ấy.',
    en: 'What a unit (and all below it) asks for beyond the regulations: nobody reaches the stage without it.',
    example: {
      type: 'requirement',
      organization: 'VD-01',
      title: 'Học lực từ khá trở lên',
      stage: 'SYMPATHISER',
      sourceKind: 'PUPIL',
      validFrom: '2023-01-01',
    },
  },
  {
    vi: 'Lịch làm việc của một năm: mọi ngày nghỉ lễ, nghỉ bù, nghỉ hoán đổi (`HOLIDAY`) và ngày thứ bảy, chủ nhật làm bù (`WORKDAY`). Thay toàn bộ lịch đã ghi của năm đó.',
    en: 'The calendar of a year: every day off (`HOLIDAY`) and every Saturday or Sunday that is worked (`WORKDAY`). Takes the place of what is on record for the year.',
    example: {
      type: 'workYear',
      year: 2027,
      source: 'Thông báo lịch nghỉ năm 2027',
      days: [
        { date: '2027-01-01', kind: 'HOLIDAY', name: 'Tết Dương lịch' },
        { date: '2027-09-02', kind: 'HOLIDAY', name: 'Quốc khánh' },
      ],
    },
  },
]
