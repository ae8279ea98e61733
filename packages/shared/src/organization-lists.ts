import type { Day } from './calendar.js'
import type { Label } from './text.js'

/** A level of the hierarchy. Practice has three to six of them, and since 1/7/2025 no district. */
export interface Tier {
  label: Label
  rank: number
  /** Members belong to a unit of this tier: it is a cell. */
  holdsMembers: boolean
}

/** Tiers with which an installation begins; the database holds them as data. */
export const TIERS = {
  OUTSIDE: { rank: 0, holdsMembers: false, label: { vi: 'Ngoài hệ thống', en: 'Outside the system' } },
  PROVINCE: { rank: 10, holdsMembers: false, label: { vi: 'Cấp tỉnh', en: 'Province' } },
  DISTRICT: {
    rank: 20,
    holdsMembers: false,
    label: { vi: 'Cấp huyện và tương đương', en: 'District or town' },
  },
  SUPERIOR_COMMUNE: {
    rank: 20,
    holdsMembers: false,
    label: { vi: 'Cấp xã trên cơ sở', en: 'Commune above the grassroots' },
  },
  GRASSROOTS: {
    rank: 30,
    holdsMembers: false,
    label: { vi: 'Đảng bộ cơ sở', en: 'Grassroots organization' },
  },
  GRASSROOTS_CELL: { rank: 30, holdsMembers: true, label: { vi: 'Chi bộ cơ sở', en: 'Grassroots cell' } },
  SECTION: { rank: 40, holdsMembers: false, label: { vi: 'Đảng bộ bộ phận', en: 'Section organization' } },
  CELL: { rank: 50, holdsMembers: true, label: { vi: 'Chi bộ', en: 'Cell' } },
} satisfies Record<string, Tier>
export type TierCode = keyof typeof TIERS

/** What may stand directly under what, since when, by which regulation. A root stands under nothing. */
export interface Placement {
  tier: TierCode
  parentTier: TierCode | null
  validFrom: Day
  regulation: string
}

const charter = 'Điều lệ Đảng (2011), Điều 10'
const since = '1930-02-03'

const handOver = 'Bàn giao ra ngoài hệ thống'

export const PLACEMENTS: readonly Placement[] = [
  { tier: 'OUTSIDE', parentTier: null, validFrom: since, regulation: handOver },
  ...(
    ['PROVINCE', 'DISTRICT', 'SUPERIOR_COMMUNE', 'GRASSROOTS', 'GRASSROOTS_CELL', 'SECTION', 'CELL'] as const
  ).map((tier) => ({ tier, parentTier: 'OUTSIDE' as const, validFrom: since, regulation: handOver })),
  { tier: 'PROVINCE', parentTier: null, validFrom: since, regulation: charter },
  { tier: 'DISTRICT', parentTier: 'PROVINCE', validFrom: since, regulation: charter },
  {
    tier: 'SUPERIOR_COMMUNE',
    parentTier: 'PROVINCE',
    validFrom: '2025-07-01',
    regulation: '294-QĐ/TW (26/5/2025)',
  },
  ...(['PROVINCE', 'DISTRICT', 'SUPERIOR_COMMUNE'] as const).flatMap((parentTier) =>
    (['GRASSROOTS', 'GRASSROOTS_CELL'] as const).map((tier) => ({
      tier,
      parentTier,
      validFrom: parentTier === 'SUPERIOR_COMMUNE' ? '2025-07-01' : since,
      regulation: parentTier === 'SUPERIOR_COMMUNE' ? '294-QĐ/TW (26/5/2025)' : charter,
    })),
  ),
  { tier: 'SECTION', parentTier: 'GRASSROOTS', validFrom: since, regulation: charter },
  {
    tier: 'CELL',
    parentTier: 'SUPERIOR_COMMUNE',
    validFrom: '2025-07-01',
    regulation: '294-QĐ/TW (26/5/2025)',
  },
  { tier: 'CELL', parentTier: 'GRASSROOTS', validFrom: since, regulation: charter },
  { tier: 'CELL', parentTier: 'SECTION', validFrom: since, regulation: charter },
]

/** What a unit is, apart from its level. */
export const ORGANIZATION_KINDS = {
  PROVINCE: { vi: 'Tỉnh', en: 'Province' },
  CITY: { vi: 'Thành phố', en: 'City' },
  TOWN: { vi: 'Thị xã', en: 'Town' },
  DISTRICT: { vi: 'Huyện', en: 'District' },
  BLOC: { vi: 'Khối các cơ quan', en: 'Agencies bloc' },
  WARD: { vi: 'Phường', en: 'Ward' },
  TOWNSHIP: { vi: 'Thị trấn', en: 'Township' },
  COMMUNE: { vi: 'Xã', en: 'Commune' },
  SPECIAL_ZONE: { vi: 'Đặc khu', en: 'Special zone' },
  AGENCY: { vi: 'Cơ quan', en: 'Agency' },
  SCHOOL: { vi: 'Trường học', en: 'School' },
  HOSPITAL: { vi: 'Cơ sở y tế', en: 'Health facility' },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  POLICE: { vi: 'Công an', en: 'Police' },
  MILITARY: { vi: 'Quân sự', en: 'Military' },
  BORDER_GUARD: { vi: 'Bộ đội Biên phòng', en: 'Border guard' },
  RESIDENTIAL: { vi: 'Khu dân cư', en: 'Residential area' },
  OUTSIDE: { vi: 'Nơi nhận, nơi giao ngoài hệ thống', en: 'Outside the system' },
} satisfies Record<string, Label>
export type OrganizationKind = keyof typeof ORGANIZATION_KINDS

/** Why a unit was ended, as decisions state it. */
export const DISSOLVE_REASONS = {
  MERGED: { vi: 'Sáp nhập, hợp nhất', en: 'Merged away' },
  TOO_FEW_MEMBERS: { vi: 'Không đủ 3 đảng viên chính thức', en: 'Fewer than three official members' },
  INSTITUTION_ABOLISHED: {
    vi: 'Cơ quan, đơn vị giải thể hoặc kết thúc hoạt động',
    en: 'The institution was abolished',
  },
  TASK_COMPLETED: { vi: 'Hết nhiệm vụ', en: 'Its task was completed' },
  OTHER: { vi: 'Lý do khác', en: 'Another reason' },
} satisfies Record<string, Label>
export type DissolveReason = keyof typeof DISSOLVE_REASONS

/** The sphere in which a unit works. */
export const SECTORS = {
  TERRITORIAL: { vi: 'Địa bàn dân cư', en: 'Residential area' },
  ADMINISTRATION: { vi: 'Hành chính', en: 'Administration' },
  EDUCATION: { vi: 'Giáo dục', en: 'Education' },
  HEALTH: { vi: 'Y tế', en: 'Health' },
  STATE_ENTERPRISE: { vi: 'Doanh nghiệp nhà nước', en: 'State enterprise' },
  PRIVATE_ENTERPRISE: { vi: 'Doanh nghiệp tư nhân', en: 'Private enterprise' },
  FOREIGN_ENTERPRISE: { vi: 'Doanh nghiệp có vốn nước ngoài', en: 'Foreign-invested enterprise' },
  ARMED_FORCES: { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
} satisfies Record<string, Label>
export type Sector = keyof typeof SECTORS

/** Sectors whose admissions count as "doanh nghiệp". */
export const ENTERPRISE_SECTORS: readonly Sector[] = [
  'STATE_ENTERPRISE',
  'PRIVATE_ENTERPRISE',
  'FOREIGN_ENTERPRISE',
]

/** What can be done to a unit of the tree. */
export const ORGANIZATION_EVENT_KINDS = {
  ESTABLISH: { vi: 'Thành lập', en: 'Established' },
  RENAME: { vi: 'Đổi tên', en: 'Renamed' },
  RECLASSIFY: { vi: 'Đổi loại hình', en: 'Reclassified' },
  MOVE: { vi: 'Chuyển đơn vị cấp trên', en: 'Moved' },
  MERGE: { vi: 'Sáp nhập, hợp nhất', en: 'Merged' },
  SPLIT: { vi: 'Chia, tách', en: 'Split' },
  DISSOLVE: { vi: 'Giải thể', en: 'Dissolved' },
  HAND_OVER: { vi: 'Bàn giao, tiếp nhận', en: 'Handed over' },
} satisfies Record<string, Label>
export type OrganizationEventKind = keyof typeof ORGANIZATION_EVENT_KINDS
