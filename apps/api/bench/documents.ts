const fields = 'indicator numerator denominator value text'
const head = 'query ($id: ID!, $at: Date!, $input: FiguresInput!) { organization(id: $id, at: $at)'
const children = `childFigures(input: $input, first: 200) {
  totalCount total { ${fields} }
  edges { node { row until organization { id name } figures { ${fields} } } }
}`

const cell = `{ row column count text share { ${fields} } }`

/** The questions as a client sends them. */
export const documents = {
  byKey: 'query ($id: ID!) { organization(id: $id) { id name } }',
  children: `${head} { id ${children} } }`,
  page: `${head} { id name figures(input: $input) { ${fields} } ${children} } }`,
  own: `${head} { id figures(input: $input) { ${fields} } } }`,
  trend: `${head} { id trend(input: $input, grain: MONTH) { from to figures { ${fields} } } } }`,
  crossing: `query ($id: ID!, $at: Date!, $input: CrossTabInput!) { organization(id: $id, at: $at) {
    id crossTab(input: $input) { rows { code label total ${cell} } columns { code label total ${cell} }
      cells ${cell} total ${cell} unknown } } }`,
  balance: `query ($id: ID!, $at: Date!, $input: BalanceSheetInput!) { organization(id: $id, at: $at) {
    id balanceSheet(input: $input) { opening closing lines { id label sign count } } } }`,
  admissions: `query ($id: ID!, $at: Date!, $filter: AdmissionFilterInput) { organization(id: $id, at: $at) {
    id admissions(filter: $filter, first: 50) {
      totalCount edges { node { id on attributes { age female occupation degree } } }
    } } }`,
} as const
