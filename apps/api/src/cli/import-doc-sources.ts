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
]
