import type { ImportLine } from '../features/exchange/import-format.js'
import { recordBinhThuan } from './cases/binh-thuan.js'
import { recordDienBan } from './cases/dien-ban.js'
import { DIEN_BAN } from './cases/dien-ban-units.js'
import { recordQuangNam } from './cases/quang-nam.js'
import { recordChanges } from './changes.js'
import { LAST_DAY } from './days.js'
import { declaredLines } from './declared.js'
import { documentLines } from './documents.js'
import { nameMembers } from './elders.js'
import { groupLines } from './groups.js'
import { createJournal } from './journal.js'
import { recordPipeline } from './pipeline.js'
import { draftLines, reformLines } from './reform.js'
import { statementLines } from './statements.js'
import { buildProvince } from './structure.js'
import { targetLines } from './targets.js'
import { termLines } from './terms.js'
import { establishLines, openingLines, reclassifyLines, roundingLines } from './tree-lines.js'

/**
 * The demonstration as lines of the import format: both reference cases on the real units of March 2025, with
 * invented persons. The same lines on every call; a line refers only to lines before it; persons' events stand in
 * the order of their days.
 */
export function generateDemonstration(): ImportLine[] {
  const [quangNam, binhThuan] = [buildProvince('49'), buildProvince('60')]
  const town = quangNam.children.find((unit) => unit.code === DIEN_BAN)
  if (!town) throw new RangeError('No Điện Bàn among the units')
  const journal = createJournal()
  recordDienBan(journal, town)
  recordQuangNam(journal, quangNam)
  recordBinhThuan(journal, binhThuan)
  nameMembers(journal, town)
  recordChanges(journal)
  const pipeline = recordPipeline(journal, town)
  const roots = [quangNam, binhThuan]
  return [
    { type: 'installation', defaultAsOf: LAST_DAY, demonstration: true },
    ...roots.flatMap((root) => establishLines(root)),
    ...documentLines(),
    ...roots.flatMap((root) => reclassifyLines(root)),
    ...roundingLines(),
    ...groupLines(town),
    ...targetLines(quangNam, binhThuan),
    ...declaredLines(),
    ...statementLines(),
    ...termLines(),
    ...roots.flatMap((root) => openingLines(root)),
    ...journal.lines(),
    ...pipeline,
    ...roots.flatMap((root) => reformLines(root)),
    ...draftLines(town),
  ]
}
