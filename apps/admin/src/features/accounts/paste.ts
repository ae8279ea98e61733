import { searchKey } from '@seedbed/shared'

/** An account to be made, as it is typed or pasted. */
export interface Row {
  key: number
  name: string
  userName: string
  unit: string | undefined
  /** What the unit is called, where it came with a list. */
  unitName?: string | undefined
  role: string | undefined
}

/** "nguyen.van.an" for "Nguyễn Văn An", with a number where that is taken among the given ones. */
export function suggestUserName(name: string, taken: ReadonlySet<string>): string {
  const words = searchKey(name).match(/[a-z0-9]+/gu) ?? []
  const plain = words.join('.').slice(0, 50)
  if (!/^[a-z]/u.test(plain) || plain.length < 3) return ''
  if (!taken.has(plain)) return plain
  for (let number = 2; ; number++) if (!taken.has(`${plain}.${number}`)) return `${plain}.${number}`
}

/** A line of a pasted list: the name, then perhaps a user name and the code of a unit. */
export interface PastedLine {
  name: string
  userName: string
  code: string
}

/** Reads a list from a spreadsheet or a text: a line a person, columns by tab, semicolon or comma. */
export function parseList(text: string, taken: Iterable<string> = []): PastedLine[] {
  const used = new Set(taken)
  return text
    .split(/\r?\n/u)
    .map((line) => line.split(/[\t;,]/u).map((cell) => cell.trim()))
    .filter(([name]) => name)
    .map(([name = '', given = '', code = '']) => {
      const userName = given.toLowerCase() || suggestUserName(name, used)
      used.add(userName)
      return { name, userName, code }
    })
}
