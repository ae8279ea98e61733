import { LIMITS } from './limits.js'

/**
 * Vietnamese text as the product stores and compares it. Keys are made here, by the application, because the
 * two engines fold case and marks differently; both then compare bytes.
 */

/** A label in both languages of the product. */
export interface Label {
  vi: string
  en: string
}

/** Unicode form in which every name is stored: composed (NFC), trimmed, single spaces. */
export function normalizeName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * What a search compares: lower case, no marks, đ as d. "Điện Phương", "DIEN PHUONG" and the NFD form are one. Scripts
 * whose letters come apart can make it longer than the name; it is cut at the length of names.
 */
export function searchKey(text: string): string {
  return normalizeName(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/đ/gu, 'd')
    .slice(0, LIMITS.nameLength)
}

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const shapes = new Set(['\u0302', '\u0306', '\u031b'])

/**
 * Orders names as a Vietnamese reader expects: a ă â … d đ …, tones only where letters are equal, numbers by value
 * ("Khu phố 2" before "Khu phố 10"). Compare the keys as bytes.
 */
export function sortKey(text: string): string {
  let primary = ''
  let secondary = ''
  for (const cluster of normalizeName(text)
    .toLowerCase()
    .normalize('NFD')
    .match(/\P{M}\p{M}*/gu) ?? []) {
    const marks = [...cluster.slice(1)]
    const letter = (cluster[0] + marks.filter((mark) => shapes.has(mark)).join('')).normalize('NFC')
    const rank = letters.indexOf(letter)
    primary += rank >= 0 ? String.fromCharCode(97 + Math.floor(rank / 10)) + (rank % 10) : letter
    const tone = marks.findIndex((mark) => tones.includes(mark))
    secondary += tone < 0 ? '0' : String(tones.indexOf(marks[tone]!) + 1)
  }
  const padded = primary.replace(/(?<![a-z])\d+/gu, (digits) => digits.padStart(6, '0'))
  return `${padded}\u0001${secondary}`.slice(0, 400)
}
