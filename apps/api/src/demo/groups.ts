import type { ImportLine } from '../features/exchange/import-format.js'
import { RECORDS_FROM } from './days.js'
import { cellsOf, type Unit } from './units.js'

const CLUSTERS = 'Cụm địa bàn Điện Bàn'
const SECTORS = 'Lĩnh vực Điện Bàn'

/** Localities that hold their thematic conferences together (B15). */
const LOCALITIES: Readonly<Record<string, readonly string[]>> = {
  'Cụm trung tâm': ['20551', '20575', '20593', '20596'],
  'Cụm phía đông': ['20563', '20578', '20579', '20580', '20581'],
  'Cụm phía bắc': ['20554', '20557', '20560', '20561', '20562'],
  'Cụm phía tây': ['20566', '20569', '20572'],
  'Cụm Gò Nổi': ['20584', '20587', '20590'],
  'Cụm lực lượng vũ trang': ['507-A1', '507-A2'],
}

function sectorOf(cell: Unit): string | undefined {
  if (cell.sector === 'EDUCATION') return 'Trường học'
  if (cell.sector === 'HEALTH') return 'Y tế'
  if (cell.sector === 'PRIVATE_ENTERPRISE' || cell.sector === 'FOREIGN_ENTERPRISE') {
    return 'Doanh nghiệp ngoài nhà nước'
  }
  return cell.sector === 'ARMED_FORCES' ? 'Công an, quân sự' : undefined
}

/** Groups of Điện Bàn beside the tree: clusters of localities, and its cells by sector. */
export function groupLines(town: Unit): ImportLine[] {
  const join = (groupSet: string, group: string, organization: string): ImportLine => {
    return { type: 'joinGroup', groupSet, group, organization, on: RECORDS_FROM }
  }
  const sectors = cellsOf(town).flatMap((cell) => {
    const sector = sectorOf(cell)
    return sector ? [{ sector, code: cell.code }] : []
  })
  return [
    { type: 'groupSet', name: CLUSTERS },
    ...Object.keys(LOCALITIES).map((name): ImportLine => ({ type: 'group', groupSet: CLUSTERS, name })),
    ...Object.entries(LOCALITIES).flatMap(([name, codes]) => codes.map((code) => join(CLUSTERS, name, code))),
    { type: 'groupSet', name: SECTORS },
    ...[...new Set(sectors.map(({ sector }) => sector))].map((name): ImportLine => ({
      type: 'group',
      groupSet: SECTORS,
      name,
    })),
    ...sectors.map(({ sector, code }) => join(SECTORS, sector, code)),
  ]
}
