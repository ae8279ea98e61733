import type { ImportLine } from '../features/exchange/import-format.js'
import { DIEN_BAN } from './cases/dien-ban-units.js'
import { DOCUMENTS } from './documents.js'

const ON = '2021-04-01'
/** The term as both published accounts count it: the five full years of its resolutions. */
const TERM = { name: '2020-2025', from: '2021-01-01', to: '2025-12-31' }

/** The term of both provinces and of Điện Bàn; everybody else inherits it. */
export function termLines(): ImportLine[] {
  return [
    { type: 'term', organization: '60', on: ON, ...TERM, document: DOCUMENTS.congress },
    { type: 'term', organization: '49', on: ON, ...TERM },
    { type: 'term', organization: DIEN_BAN, on: ON, ...TERM },
  ]
}
