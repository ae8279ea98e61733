import type { Question } from './questions.js'

/** Medians by name of the question, in milliseconds. */
export interface Medians {
  sql: ReadonlyMap<string, number>
  graphql: ReadonlyMap<string, number>
}

const widths = [54, 10, 12, 13, 10, 17]

function line(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
    .join('')
    .trimEnd()
}

function times(value: number | undefined, base: number | undefined): string[] {
  if (value === undefined || base === undefined) return ['', '']
  return [value.toFixed(2), `${(value / base).toFixed(1)} x`]
}

function verdict(question: Question, ratio: number): string {
  if (question.goal === undefined) return ''
  return `<= ${question.goal}: ${ratio <= question.goal ? 'met' : 'NOT MET'}`
}

/** The table of one run: milliseconds, and how often a row by its key in the same run. */
export function tableOf(key: Question, questions: readonly Question[], medians: Medians): string {
  const [sqlBase, base] = [medians.sql.get(key.name), medians.graphql.get(key.name)]
  const rows = [key, ...questions].map((question) => {
    const [sql, graphql] = [medians.sql.get(question.name), medians.graphql.get(question.name)]
    const goal = graphql === undefined || base === undefined ? '' : verdict(question, graphql / base)
    return line([question.name, ...times(sql, sqlBase), ...times(graphql, base), goal])
  })
  return [line(['', 'SQL ms', 'x PK', 'GraphQL ms', 'x PKG', 'goal G0']), ...rows].join('\n')
}
