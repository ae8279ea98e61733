/** Sizes that the API refuses to exceed; the web application and the import use the same numbers. */
export const LIMITS = {
  pageSize: 200,
  defaultPageSize: 50,
  indicators: 100,
  trendPoints: 400,
  nameLength: 200,
  codeLength: 40,
  noteLength: 2_000,
  searchLength: 100,
  openingMembers: 30_000,
  target: 1_000_000,
  worksheetRows: 2_000,
  plans: 20,
  declared: 10_000_000,
  decimals: 6,
  smallNumber: 20,
  operations: 20_000,
  operationUnits: 1_000,
  mappingRows: 20_000,
  passwordShortest: 8,
  passwordLongest: 128,
  userNameLength: 60,
  tokenNameLength: 100,
  accountsAtOnce: 50,
  roundSubjects: 500,
  roundWorkers: 50,
} as const

/** Numbers of persons below it could point at single persons; a setting of the installation. */
export const DEFAULT_SMALL_NUMBER = 3
