import type { DocumentedLine } from './import-doc-examples.js'

const cell = 'VD-01-C1'

/** What the document says of lines about candidates. */
export const sourceLines: readonly DocumentedLine[] = [
  {
    vi: 'Phát hiện một quần chúng ưu tú: người này là nguồn của chi bộ từ ngày đó, chưa vào danh sách cảm tình Đảng.',
    en: 'Somebody is identified: a candidate of the cell from that day on, not yet on the list of sympathisers.',
    example: {
      type: 'identification',
      person: 'vd-6',
      organization: cell,
      on: '2023-02-01',
      youthUnion: true,
      occupation: 'FARMER',
      sourceKind: 'RESIDENT',
    },
  },
  {
    vi: 'Chi bộ ra nghị quyết đưa vào danh sách cảm tình Đảng. Người chưa được ghi là nguồn thì đồng thời được ghi. Ai đã có giấy chứng nhận thì sang bước “có giấy chứng nhận” luôn.',
    en: 'The cell puts somebody on the list of sympathisers; who was no candidate becomes one. Who has a certificate from before is certified at once.',
    example: { type: 'listing', person: 'vd-6', organization: cell, on: '2023-03-05' },
  },
  {
    vi: 'Cử đi học lớp nhận thức về Đảng, lần đầu hoặc học lại khi giấy chứng nhận hết hạn.',
    en: 'Sent to the awareness course, for the first time or again.',
    example: { type: 'enrolment', person: 'vd-6', organization: cell, on: '2023-06-01' },
  },
  {
    vi: 'Không hoàn thành lớp: trở lại bước trước khi đi học.',
    en: 'The course was not completed: back to the stage before it.',
    example: { type: 'courseLeft', person: 'vd-6', organization: cell, on: '2023-06-20' },
  },
  {
    vi: 'Bàn giao nguồn cho chi bộ khác trong hệ thống, ngày bên nhận tiếp nhận; giữ nguyên bước và giấy chứng nhận.',
    en: 'A candidate goes to another cell in the system, on the day the other accepts; stage and certificate go along.',
    example: {
      type: 'handover',
      person: 'vd-6',
      organization: cell,
      on: '2023-08-01',
      toOrganization: 'VD-02-C1',
    },
  },
  {
    vi: 'Đưa ra khỏi danh sách nguồn, có lý do trong danh mục. Mất (`DIED`) cũng ghi ở đây.',
    en: 'No longer a candidate, for a reason of the list; so is who died (`DIED`).',
    example: {
      type: 'strike',
      person: 'vd-6',
      organization: 'VD-02-C1',
      on: '2024-02-01',
      reason: 'MOVED_AWAY',
    },
  },
  {
    vi: 'Đảng viên dự bị hoàn thành lớp bồi dưỡng đảng viên mới.',
    en: 'A probationary member completes the course for new members.',
    example: {
      type: 'newMemberCourse',
      person: 'vd-1',
      organization: cell,
      on: '2024-05-20',
      courseName: 'Lớp đảng viên mới khóa 2 năm 2024',
      certificateNumber: 'ĐVM-24-017',
    },
  },
  {
    vi: 'Một lớp bồi dưỡng: lớp nhận thức về Đảng (`AWARENESS`) hoặc lớp đảng viên mới (`NEW_MEMBERS`), do đơn vị nào mở, số buổi, số chỗ.',
    en: 'A course: awareness (`AWARENESS`) or for new members (`NEW_MEMBERS`), who runs it, sessions and places.',
    example: {
      type: 'course',
      ref: 'vd-lop-1',
      organization: 'VD',
      kind: 'AWARENESS',
      name: 'Lớp nhận thức về Đảng khóa II/2023',
      audience: 'OTHER',
      startsOn: '2023-10-02',
      endsOn: '2023-10-06',
      sessions: 10,
      places: 60,
    },
  },
  {
    vi: 'Một người đăng ký lớp, và kết quả nếu có. Nguồn của lớp nhận thức nhờ đó sang bước “đang học”, đạt thì có giấy chứng nhận. Viết sau, được ghi sau mọi sự kiện của tệp.',
    en: 'Somebody registered in a course, and the result if there is one. A candidate is then in the class, and has a certificate on passing. Recorded after all events of the file.',
    example: {
      type: 'coursePlace',
      course: 'vd-lop-1',
      person: 'vd-6',
      on: '2023-09-20',
      attended: 10,
      result: 'PASSED',
      resultOn: '2023-10-06',
      certificateNumber: 'NTVĐ-23-118',
    },
  },
  {
    vi: 'Phân công một đảng viên chính thức giúp đỡ một nguồn.',
    en: 'An official member is charged to help a candidate.',
    example: { type: 'mentorship', person: 'vd-6', mentor: 'vd-2', from: '2023-03-05', to: '2024-01-31' },
  },
  {
    vi: 'Nhận xét định kỳ của người giúp đỡ.',
    en: 'How the mentor finds the candidate.',
    example: {
      type: 'mentorReview',
      person: 'vd-6',
      mentor: 'vd-2',
      on: '2023-06-15',
      result: 'PROGRESS',
      note: 'Tích cực tham gia công tác của thôn',
    },
  },
  {
    vi: 'Đơn vị báo không có nguồn, kèm nguyên nhân; có giá trị trong số tháng theo quy định rồi phải báo lại.',
    en: 'A unit states that it has no source, and why; it holds for as many months as the rule says, then it is made again.',
    example: { type: 'noSource', organization: 'VD-01', on: '2021-01-05', cause: 'YOUNG_AWAY' },
  },
  {
    vi: 'Một hồ sơ kết nạp với giấy tờ, người giới thiệu, thẩm tra, ý kiến đồng ý và mọi bước theo thứ tự. Mỗi bước được xét theo quy định của ngày đó như khi ghi trực tiếp; một bước bị từ chối thì cả dòng bị từ chối. Viết sau, được ghi sau mọi sự kiện và lớp học của tệp.',
    en: 'A dossier with papers, recommenders, verification, approvals and all its steps in order. Each step is judged by the rules of its day as if it were recorded live; if one is refused the whole line is. Recorded after all events and courses of the file.',
    example: {
      type: 'dossier',
      person: 'vd-6',
      on: '2023-11-06',
      papers: [
        { form: '1-KNĐ', datedOn: '2023-11-01' },
        { form: '2-KNĐ', datedOn: '2023-11-03' },
      ],
      schooling: 'UPPER_SECONDARY',
      steps: [{ kind: 'WAIVE_VERIFICATION', on: '2023-11-20', note: 'Cha là đảng viên, khai đầy đủ' }],
    },
  },
  {
    vi: 'Ủy quyền cho đảng ủy cơ sở quyết định kết nạp từ một ngày.',
    en: 'A grassroots committee is given the power to admit from a day on.',
    example: { type: 'delegation', organization: 'VD-01', on: '2021-01-01', to: '2021-12-31' },
  },
  {
    vi: 'Từ ngày đó, kết nạp mới ở đơn vị và các đơn vị bên dưới phải theo hồ sơ.',
    en: 'From that day on live admissions in the unit and all below it go by dossier only.',
    example: { type: 'procedureStart', organization: 'VD-01', on: '2024-11-01' },
  },
]
