import type { TierCode } from './organization-lists.js'
import type { Label } from './text.js'

/** What an account can be at a unit; it gets its verbs from the policy below. */
export const ROLES = {
  SYSTEM_ADMIN: { vi: 'Quản trị hệ thống', en: 'System administrator' },
  LEVEL_ADMINISTRATOR: { vi: 'Quản trị cấp', en: 'Administrator of a level' },
  ORGANIZATION_COMMISSION: { vi: 'Ban tổ chức', en: 'Organization Commission' },
  INSPECTOR: { vi: 'Cán bộ kiểm tra', en: 'Inspector' },
  COMMITTEE_OFFICER: { vi: 'Cán bộ cấp ủy', en: 'Committee officer' },
  CELL_SECRETARY: { vi: 'Bí thư chi bộ', en: 'Cell secretary' },
  VIEWER: { vi: 'Người xem số liệu', en: 'Viewer of figures' },
} satisfies Record<string, Label>
export type Role = keyof typeof ROLES

/** The closed list of what can be done somewhere. Every service asks for one of these, never for a role. */
export const VERBS = {
  'organizations.read': { vi: 'Xem cây tổ chức', en: 'See the tree' },
  'figures.read': { vi: 'Xem số liệu', en: 'Read figures' },
  'people.read': { vi: 'Xem danh sách và thông tin đảng viên', en: 'Read persons' },
  'people.reveal': { vi: 'Xem đầy đủ số định danh', en: 'Reveal identity numbers' },
  'people.record': { vi: 'Ghi và sửa thông tin cá nhân', en: 'Put persons on record and mend them' },
  'sources.record': {
    vi: 'Ghi nguồn, giới thiệu và lớp bồi dưỡng',
    en: 'Record sources, introductions and courses',
  },
  'courses.run': { vi: 'Mở và quản lý lớp bồi dưỡng', en: 'Run courses' },
  'dossiers.prepare': { vi: 'Lập và hoàn chỉnh hồ sơ kết nạp', en: 'Prepare dossiers' },
  'dossiers.decide': {
    vi: 'Ghi nghị quyết, quyết định của cấp ủy về hồ sơ kết nạp',
    en: 'Record what committees resolve and decide on dossiers',
  },
  'procedure.set': {
    vi: 'Ủy quyền quyết định kết nạp, đặt ngày áp dụng quy trình',
    en: 'Delegate the power to admit, set the day of the procedure',
  },
  'membership.record': { vi: 'Ghi sự kiện của đảng viên', en: 'Record events of members' },
  'membership.correct': { vi: 'Đính chính sự kiện', en: 'Correct events' },
  'documents.file': { vi: 'Lưu văn bản', en: 'File documents' },
  'organizations.manage': { vi: 'Quản lý cây tổ chức', en: 'Keep the tree' },
  'organizations.reorganize': { vi: 'Sắp xếp tổ chức', en: 'Reorganize: merge, split, hand over' },
  'groups.define': { vi: 'Lập cụm, nhóm', en: 'Define groups' },
  'targets.assign': { vi: 'Giao chỉ tiêu', en: 'Assign targets' },
  'targets.register': { vi: 'Đăng ký chỉ tiêu', en: 'Register targets' },
  'targets.unlock': { vi: 'Mở khóa chỉ tiêu', en: 'Unlock targets' },
  'terms.set': { vi: 'Đặt nhiệm kỳ', en: 'Set terms' },
  'figures.declare': { vi: 'Nhập số liệu công bố', en: 'Enter declared figures' },
  'settings.change': { vi: 'Đặt cách làm tròn và mẫu văn bản', en: 'Set rounding and statement templates' },
  'rules.edit': { vi: 'Sửa quy định, mẫu giấy tờ và lịch làm việc', en: 'Edit rules, forms and calendars' },
  'inspection.run': { vi: 'Mở và tiến hành đợt kiểm tra, giám sát', en: 'Run rounds of inspection' },
  'findings.record': { vi: 'Ghi và theo dõi phát hiện kiểm tra', en: 'Record and follow findings' },
  'findings.answer': { vi: 'Trả lời phát hiện kiểm tra', en: 'Answer findings' },
  'accounts.administer': { vi: 'Quản lý tài khoản', en: 'Administer accounts' },
  'system.administer': { vi: 'Quản trị hệ thống', en: 'Administer the installation' },
  'queries.share': { vi: 'Chia sẻ câu hỏi kiểm tra', en: 'Share queries' },
  'audit.read': { vi: 'Xem nhật ký', en: 'Read the audit log' },
  'operations.any': {
    vi: 'Chạy truy vấn tự viết bằng mã truy cập',
    en: 'Run operations of one’s own with a token',
  },
} satisfies Record<string, Label>
export type Verb = keyof typeof VERBS

/** Level of the unit on which a grant stands; INSTALLATION: on everything, above all roots. Nobody acts outside. */
export type GrantTier = Exclude<TierCode, 'OUTSIDE'> | 'INSTALLATION'

const above = ['INSTALLATION', 'PROVINCE', 'DISTRICT', 'SUPERIOR_COMMUNE'] as const
const committees = [...above, 'GRASSROOTS', 'SECTION'] as const
const cells = ['GRASSROOTS_CELL', 'CELL'] as const
const everywhere = [...committees, ...cells] as const

type Tiers = readonly GrantTier[]

/** Where each role can be granted. */
export const GRANT_TIERS: Record<Role, Tiers> = {
  SYSTEM_ADMIN: ['INSTALLATION'],
  LEVEL_ADMINISTRATOR: committees,
  ORGANIZATION_COMMISSION: [...above, 'GRASSROOTS'],
  INSPECTOR: [...above, 'GRASSROOTS'],
  COMMITTEE_OFFICER: ['PROVINCE', 'DISTRICT', 'SUPERIOR_COMMUNE', 'GRASSROOTS'],
  CELL_SECRETARY: cells,
  VIEWER: everywhere,
}

/** `all`: at every level on which the role can be granted. */
type Held = 'all' | Tiers

/**
 * The policy: which role holds which verb by a grant at a unit of which level. It then holds it at that unit and at
 * all that stands below it today. What is not here nobody may.
 */
export const POLICY: Record<Verb, Partial<Record<Role, Held>>> = {
  'organizations.read': {
    SYSTEM_ADMIN: 'all',
    LEVEL_ADMINISTRATOR: 'all',
    ORGANIZATION_COMMISSION: 'all',
    INSPECTOR: 'all',
    COMMITTEE_OFFICER: 'all',
    CELL_SECRETARY: 'all',
    VIEWER: 'all',
  },
  'figures.read': {
    LEVEL_ADMINISTRATOR: 'all',
    ORGANIZATION_COMMISSION: 'all',
    INSPECTOR: 'all',
    COMMITTEE_OFFICER: 'all',
    CELL_SECRETARY: 'all',
    VIEWER: 'all',
  },
  'people.read': {
    LEVEL_ADMINISTRATOR: 'all',
    ORGANIZATION_COMMISSION: 'all',
    INSPECTOR: 'all',
    COMMITTEE_OFFICER: 'all',
    CELL_SECRETARY: 'all',
  },
  'people.reveal': {
    ORGANIZATION_COMMISSION: 'all',
    INSPECTOR: above,
    COMMITTEE_OFFICER: 'all',
    CELL_SECRETARY: 'all',
  },
  'people.record': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all', CELL_SECRETARY: 'all' },
  'sources.record': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all', CELL_SECRETARY: 'all' },
  'courses.run': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all' },
  'dossiers.prepare': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all', CELL_SECRETARY: 'all' },
  'dossiers.decide': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all' },
  'procedure.set': { LEVEL_ADMINISTRATOR: above, ORGANIZATION_COMMISSION: above },
  'membership.record': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all' },
  'membership.correct': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all' },
  'documents.file': {
    LEVEL_ADMINISTRATOR: 'all',
    ORGANIZATION_COMMISSION: 'all',
    COMMITTEE_OFFICER: 'all',
    CELL_SECRETARY: 'all',
  },
  'organizations.manage': { LEVEL_ADMINISTRATOR: 'all' },
  'organizations.reorganize': { LEVEL_ADMINISTRATOR: above },
  'groups.define': { LEVEL_ADMINISTRATOR: ['INSTALLATION', 'PROVINCE'] },
  'targets.assign': { ORGANIZATION_COMMISSION: 'all' },
  'targets.register': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all', CELL_SECRETARY: 'all' },
  'targets.unlock': { ORGANIZATION_COMMISSION: above },
  'terms.set': { LEVEL_ADMINISTRATOR: 'all', ORGANIZATION_COMMISSION: 'all' },
  'figures.declare': { ORGANIZATION_COMMISSION: 'all', COMMITTEE_OFFICER: 'all' },
  'settings.change': { LEVEL_ADMINISTRATOR: 'all', ORGANIZATION_COMMISSION: 'all' },
  'rules.edit': { LEVEL_ADMINISTRATOR: ['INSTALLATION', 'PROVINCE'] },
  'inspection.run': { INSPECTOR: 'all' },
  'findings.record': { INSPECTOR: 'all' },
  'findings.answer': { COMMITTEE_OFFICER: 'all', CELL_SECRETARY: 'all' },
  'accounts.administer': { SYSTEM_ADMIN: 'all', LEVEL_ADMINISTRATOR: 'all' },
  'system.administer': { SYSTEM_ADMIN: 'all' },
  'queries.share': { LEVEL_ADMINISTRATOR: 'all', ORGANIZATION_COMMISSION: 'all', INSPECTOR: 'all' },
  'audit.read': { SYSTEM_ADMIN: 'all', LEVEL_ADMINISTRATOR: 'all', INSPECTOR: 'all' },
  'operations.any': { LEVEL_ADMINISTRATOR: above, ORGANIZATION_COMMISSION: above, INSPECTOR: above },
}

/** Whether a role may be granted at a unit of this level. */
export function isGrantable(role: Role, tier: string): boolean {
  return GRANT_TIERS[role].includes(tier as GrantTier)
}

/** Whether a grant of the role at a unit of this level carries the verb. */
export function carries(role: Role, verb: Verb, tier: string): boolean {
  const held = POLICY[verb][role]
  if (held === undefined || !isGrantable(role, tier)) return false
  return held === 'all' || held.includes(tier as GrantTier)
}
