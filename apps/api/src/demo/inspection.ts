import type { FindingKind, SubjectResult } from '@seedbed/shared'
import type { RequestContext } from '../context.js'
import { select } from '../database/sql.js'
import {
  answerFinding,
  closeFinding,
  recheckFinding,
  reopenFinding,
} from '../features/findings/finding-steps.service.js'
import { recordFinding, type FindingRow } from '../features/findings/finding.service.js'
import { findOrganizationByCode } from '../features/organizations/organization.service.js'
import { createRound } from '../features/rounds/round.service.js'
import { loadSubjects, setSubject, takeUpSubjects } from '../features/rounds/subject.service.js'

const TOWN = '507'
const WARD = '20596'
const CELL = '20596-C1'

/** The same context at noon of a day, with the name of whoever signs. */
function onDay(ctx: RequestContext, day: string, name: string): RequestContext {
  const noon = new Date(`${day}T12:00:00+07:00`)
  return { ...ctx, clock: { now: () => noon }, actor: { ...ctx.actor, name } }
}

const inspector = (ctx: RequestContext, day: string) => onDay(ctx, day, 'Ủy ban Kiểm tra Thị ủy Điện Bàn')
const committee = (ctx: RequestContext, day: string) => onDay(ctx, day, 'Đảng ủy phường Điện Phương')

/** A person of a unit by its internal id: whoever was put on record there first. */
async function firstPerson(ctx: RequestContext, unit: number): Promise<string[]> {
  const rows = await select<{ uid: string }>(
    ctx,
    `SELECT p.uid FROM person_event e JOIN person p ON p.id = e.person
     WHERE e.organization = ? AND e.corrected_on IS NULL ORDER BY e.id LIMIT 1`,
    [unit],
  )
  return rows.map(({ uid }) => uid)
}

interface Units {
  town: { id: number; uid: string }
  ward: { id: number; uid: string }
  cell: { id: number; uid: string }
}

/** A round on sources and admissions in a ward of a town: two subjects concluded, one under way. */
async function round(ctx: RequestContext, { town, ward, cell }: Units): Promise<string> {
  const begun = inspector(ctx, '2024-09-05')
  const { uid, id } = await createRound(begun, {
    organization: town.id,
    body: 'INSPECTION_COMMISSION',
    kind: 'THEMATIC_INSPECTION',
    theme: 'Công tác tạo nguồn và kết nạp đảng viên năm 2024',
    document: null,
    fromDay: '2024-09-05',
    toDay: '2024-11-30',
    looksFrom: '2024-12-15',
  })
  await takeUpSubjects(begun, uid, [ward.uid, cell.uid], await firstPerson(ctx, cell.id))
  const results: readonly SubjectResult[] = ['SHORTCOMING', 'NO_SHORTCOMING']
  const concluded = inspector(ctx, '2024-10-20')
  const subjects = await loadSubjects(concluded, id)
  for (const [index, result] of results.entries()) {
    const subject = subjects[index]
    if (!subject) continue
    const read = { id: subject.uid, version: subject.version }
    await setSubject(concluded, read, { state: 'CONCLUDED', result, on: null, words: null })
  }
  return uid
}

const read = ({ uid, version }: FindingRow) => ({ id: uid, version })

async function findings(ctx: RequestContext, units: Units, roundId: string): Promise<void> {
  const make = (unit: { uid: string }, kind: FindingKind, words: string, dueOn: string | null) =>
    recordFinding(inspector(ctx, '2024-10-10'), {
      ...{ kind, words, dueOn, roundId },
      organizationId: unit.uid,
      ...{ personId: null, targetId: null, documentId: null, dossierId: null },
      ...{ inspectingId: null, responsibleId: null, evidenceId: null },
    })
  const { ward, cell } = units
  await make(
    cell,
    'PRAISE',
    'Chi bộ phân công đảng viên giúp đỡ quần chúng đầy đủ, có nhận xét hằng quý.',
    null,
  )
  await make(ward, 'SHORTCOMING', 'Chưa rà soát danh sách quần chúng ưu tú theo quý.', '2024-10-31')
  const closed = await make(
    cell,
    'SHORTCOMING',
    'Sổ họp chi bộ thiếu nghị quyết về việc giới thiệu quần chúng đi học lớp nhận thức.',
    '2024-10-20',
  )
  const mended = await recheckFinding(
    inspector(ctx, '2024-10-28'),
    {
      ...read(
        await answerFinding(committee(ctx, '2024-10-18'), {
          ...read(closed),
          words: 'Chi bộ đã họp bổ sung và gửi nghị quyết kèm theo sổ họp.',
        }),
      ),
      words: 'Đã xem sổ họp và nghị quyết bổ sung.',
    },
    true,
  )
  await closeFinding(inspector(ctx, '2024-10-30'), {
    ...read(mended),
    words: 'Kết thúc, không phải theo dõi thêm.',
  })
  const suspected = await make(
    ward,
    'SUSPECTED_VIOLATION',
    'Một hồ sơ kết nạp đề nghị chuẩn y khi giấy chứng nhận lớp nhận thức đã hết hạn.',
    '2024-10-25',
  )
  const answered = await answerFinding(committee(ctx, '2024-10-24'), {
    ...read(suspected),
    words: 'Đảng ủy đã yêu cầu chi bộ giải trình và kiểm tra lại hồ sơ.',
  })
  const checked = await recheckFinding(
    inspector(ctx, '2024-11-05'),
    { ...read(answered), words: 'Hồ sơ chưa được bổ sung.' },
    false,
  )
  await reopenFinding(
    inspector(ctx, '2024-11-05'),
    { ...read(checked), words: 'Đề nghị bổ sung giấy chứng nhận còn thời hạn hoặc dừng hồ sơ.' },
    '2024-12-05',
  )
}

/** A round of inspection with findings in several states, in the months before the demonstration's day. */
export async function inspectDemonstration(ctx: RequestContext): Promise<void> {
  const units = {
    town: await findOrganizationByCode(ctx, TOWN, '2024-09-05'),
    ward: await findOrganizationByCode(ctx, WARD, '2024-09-05'),
    cell: await findOrganizationByCode(ctx, CELL, '2024-09-05'),
  }
  await findings(ctx, units, await round(ctx, units))
}
