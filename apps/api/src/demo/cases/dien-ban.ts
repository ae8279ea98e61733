import { LAST_DAY, workingDay } from '../days.js'
import type { Journal } from '../journal.js'
import { chooserOf, recordMovement, type Movement } from '../movements.js'
import { setOpenings } from '../openings.js'
import { randomOf, type Random } from '../random.js'
import { cellsOf, type Unit } from '../units.js'
import { recordCourses, recordSchoolYear } from './dien-ban-courses.js'
import { recordEarlyAdmissions } from './dien-ban-early.js'
import { recordAdmissions2024 } from './dien-ban-2024.js'
import { readmittedUnit, recordFormerMember } from './dien-ban-readmission.js'
import { DIEN_BAN_TABLE, type DienBanRow, type TownUnit } from './dien-ban-table.js'

interface Move {
  code: string
  movement: Movement
}

function drawMoves(
  random: Random,
  counts: { in: number; out: number; died: number; removed: number },
): Move[] {
  const many = (count: number, movement: Movement) =>
    Array.from({ length: count }, (): Move => {
      const { code } = random.weighted(DIEN_BAN_TABLE, (row) => row.members)
      return { code, movement }
    })
  return [
    ...many(counts.in, { kind: 'IN' }),
    ...many(counts.out, { kind: 'OUT' }),
    ...many(counts.died, { kind: 'DEATH' }),
    ...many(counts.removed, { kind: 'REMOVAL', reason: 'NAME_REMOVED' }),
  ]
}

/** Members with which a unit must begin so that the table's members of 31/12/2023 come out. */
function openingOf(row: DienBanRow, moves: readonly Move[]): number {
  const admitted = row.admitted2021 + row.admitted2022 + row.admitted2023 + row.admittedLate2023
  const own = moves.filter((move) => move.code === row.code)
  const arrived = own.filter((move) => move.movement.kind === 'IN').length
  const left = own.length - arrived + (row.code === readmittedUnit ? 1 : 0)
  return row.members - admitted + left - arrived
}

/** Case B: Điện Bàn, 31/12/2020 to 15/11/2024. Must run before the rest of the province: it sets its own opening. */
export function recordDienBan(journal: Journal, town: Unit): void {
  const random = randomOf('case B')
  const units: TownUnit[] = DIEN_BAN_TABLE.map((row) => {
    const unit = town.children.find((child) => child.code === row.code)
    if (!unit) throw new RangeError(`No unit ${row.code} in Điện Bàn`)
    return { row, unit }
  })
  const earlier = drawMoves(random, { in: 40, out: 110, died: 96, removed: 14 })
  const later = drawMoves(random, { in: 15, out: 30, died: 25, removed: 3 })
  for (const { row, unit } of units) setOpenings(random, cellsOf(unit), openingOf(row, earlier), 7)
  const choosers = new Map(units.map(({ row, unit }) => [row.code, chooserOf(cellsOf(unit))]))
  const record = (moves: readonly Move[], from: string, to: string) => {
    for (const { code, movement } of moves) {
      const cell = choosers.get(code)?.leaving(random)
      if (cell) recordMovement(journal, random, cell, workingDay(random, from, to), movement)
    }
  }
  record(earlier, '2021-01-04', '2023-12-29')
  record(later, '2024-01-02', LAST_DAY)
  const former = recordFormerMember(journal, random, units)
  recordEarlyAdmissions(journal, random, units)
  const admitted = recordAdmissions2024(journal, random, units, former)
  recordSchoolYear(journal, random, units)
  recordCourses(journal, random, units, admitted)
}
