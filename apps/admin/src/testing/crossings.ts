interface CrossArguments {
  input: { indicator: string; rows: string; columns?: string | null }
}

interface PeopleArguments {
  filter: { indicator: string; conditions?: Array<{ dimension: string; category: string }> | null }
}

const names: Record<string, string> = {
  FEMALE: 'Nữ',
  MALE: 'Nam',
  TEACHER: 'Giáo viên, giảng viên',
  PUPIL: 'Học sinh',
  UNKNOWN: 'Chưa rõ',
}

const categories: Record<string, string[]> = {
  SEX: ['FEMALE', 'MALE'],
  OCCUPATION: ['TEACHER', 'PUPIL', 'UNKNOWN'],
}

/** What the crossing of a test counts: "row/column" by number, -1 for one that is covered. */
const numbers: Record<string, number> = {
  FEMALE: 124,
  MALE: 96,
  'FEMALE/TEACHER': 100,
  'FEMALE/PUPIL': 24,
  'FEMALE/UNKNOWN': 0,
  'MALE/TEACHER': 80,
  'MALE/PUPIL': -1,
  'MALE/UNKNOWN': 14,
  TEACHER: 180,
  PUPIL: 26,
  UNKNOWN: 14,
}

function cell(row: string | null, column: string | null, count: number) {
  const shown = count < 0 ? null : count
  const share = { indicator: 'share', numerator: shown, denominator: 220, value: shown, text: '50,0 %' }
  return { row, column, count: shown, text: shown === null ? '< 3' : String(shown), share }
}

const total = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (numbers[code] ?? 0), 0)

function crossTab({ input }: CrossArguments) {
  const rows = categories[input.rows] ?? []
  const columns = input.columns ? (categories[input.columns] ?? []) : []
  const category = (code: string, isRow: boolean) => ({
    code,
    label: names[code],
    labelEn: code,
    total: cell(isRow ? code : null, isRow ? null : code, numbers[code] ?? 0),
  })
  return {
    indicator: input.indicator,
    rows: rows.map((code) => category(code, true)),
    columns: columns.map((code) => category(code, false)),
    cells: rows.flatMap((row) =>
      columns.length === 0
        ? [cell(row, null, numbers[row] ?? 0)]
        : columns.map((column) => cell(row, column, numbers[`${row}/${column}`] ?? 0)),
    ),
    total: cell(null, null, total(rows)),
    unknown: rows.includes('UNKNOWN') ? 14 : 0,
    average: null,
  }
}

/** The crossings of a unit of a test, and the people behind them. */
export function crossingsOf<Person>(people: () => readonly Person[], organization: object) {
  return {
    crossTab,
    people: ({ filter }: PeopleArguments) => {
      const shown = people().slice(0, filter.conditions?.length ? 2 : 3)
      return {
        totalCount: shown.length,
        withoutName: filter.indicator === 'members' ? 9 : 0,
        pageInfo: { hasNextPage: false, endCursor: null },
        edges: shown.map((person, index) => ({
          cursor: String(index),
          node: { on: '2024-05-01', person, organization },
        })),
      }
    },
  }
}
