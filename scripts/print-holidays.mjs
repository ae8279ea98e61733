/**
 * Prints apps/api/src/database/seeds/proposed-holidays.ts from date-holidays 3.37.0, which is not installed with the
 * project (45 MB for one country): `npm install --no-save date-holidays@3.37.0`, then
 * `node scripts/print-holidays.mjs > apps/api/src/database/seeds/proposed-holidays.ts`.
 */
import Holidays from 'date-holidays'

const calendar = new Holidays('VN')
const lines = []
for (let year = 2016; year <= 2035; year += 1) {
  const days = new Map()
  for (const { type, start, end, name } of calendar.getHolidays(year, 'vi')) {
    if (type !== 'public') continue
    for (let at = start.getTime(); at < end.getTime(); at += 86_400_000) {
      const day = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)
      if (!days.has(day) && day.startsWith(String(year))) days.set(day, name)
    }
  }
  const rows = [...days].sort().map(([day, name]) => `    ['${day}', '${name.replace('Giao thừa ', '')}'],`)
  lines.push(`  ${year}: [`, ...rows, '  ],')
}
console.log(`import type { Day } from '@seedbed/shared'

/**
 * Public holidays of Viet Nam by year, printed by scripts/print-holidays.mjs from date-holidays 3.37.0 (program ISC, data
 * CC-BY-3.0, https://github.com/commenthol/date-holidays). Days in lieu and swapped days are announced each year and are
 * not among them.
 */
export const PROPOSED_HOLIDAYS: Readonly<Record<number, ReadonlyArray<readonly [Day, string]>>> = {
${lines.join('\n')}
}`)
