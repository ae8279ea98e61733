import {
  EntitySchema,
  Table,
  type EntitySchemaColumnOptions,
  type QueryRunner,
  type TableColumnOptions,
} from 'typeorm'

/**
 * One description of a table for both its entity (what the code expects) and its migration (what was created):
 * the same column words on both engines. The drift test compares the two.
 */
export interface ColumnSpec {
  type: 'integer' | 'smallint' | 'tinyint' | 'date' | 'varchar' | 'text'
  length?: number
  nullable?: true
  generated?: true
  default?: number | string
}

export interface TableSpec {
  name: string
  columns: Record<string, ColumnSpec>
  primary: string[]
  unique?: Record<string, string[]>
  indices?: Record<string, string[]>
  /** SQLite: rows lie in the order of the primary key, as they do on InnoDB. */
  clustered?: true
}

export const serial: ColumnSpec = { type: 'integer', generated: true }
/** Reference to an internal integer id. */
export const key: ColumnSpec = { type: 'integer' }
export const count: ColumnSpec = { type: 'integer', default: 0 }
export const small: ColumnSpec = { type: 'smallint', default: 0 }
export const flag: ColumnSpec = { type: 'tinyint', default: 0 }
export const day: ColumnSpec = { type: 'date' }
/** UUIDv7 in text: the id that leaves the system. */
export const uid: ColumnSpec = { type: 'varchar', length: 36 }
/** An instant, ISO 8601 in UTC. */
export const instant: ColumnSpec = { type: 'varchar', length: 24 }
export const longText: ColumnSpec = { type: 'text' }
export const text = (length: number): ColumnSpec => ({ type: 'varchar', length })
export const optional = (spec: ColumnSpec): ColumnSpec => {
  const { default: _default, ...rest } = spec
  return { ...rest, nullable: true }
}

/** The entity of a table; every table has one, so that drift shows. */
export function entityOf(spec: TableSpec): EntitySchema {
  const columns: Record<string, EntitySchemaColumnOptions> = {}
  for (const [name, column] of Object.entries(spec.columns)) {
    columns[name] = {
      type: column.type,
      name,
      ...(column.length === undefined ? {} : { length: column.length }),
      ...(column.default === undefined ? {} : { default: column.default }),
      nullable: column.nullable ?? false,
      primary: spec.primary.includes(name),
      ...(column.generated ? { generated: 'increment' as const } : {}),
    }
  }
  const unique = Object.entries(spec.unique ?? {}).map(([name, on]) => ({ name, columns: on, unique: true }))
  const indices = Object.entries(spec.indices ?? {}).map(([name, on]) => ({ name, columns: on }))
  return new EntitySchema({
    name: spec.name,
    tableName: spec.name,
    columns,
    indices: [...unique, ...indices],
    ...(spec.clustered ? { withoutRowid: true } : {}),
  })
}

/** Creates the table; for migrations, which keep their own, frozen, description. */
export async function createTable(runner: QueryRunner, spec: TableSpec): Promise<void> {
  const columns = Object.entries(spec.columns).map(([name, column]): TableColumnOptions => ({
    name,
    type: column.type,
    ...(column.length === undefined ? {} : { length: String(column.length) }),
    ...(column.default === undefined
      ? {}
      : { default: typeof column.default === 'number' ? column.default : `'${column.default}'` }),
    isNullable: column.nullable ?? false,
    isPrimary: spec.primary.includes(name),
    ...(column.generated ? { isGenerated: true, generationStrategy: 'increment' as const } : {}),
  }))
  const unique = Object.entries(spec.unique ?? {}).map(([name, columnNames]) => ({
    name,
    columnNames,
    isUnique: true,
  }))
  const indices = Object.entries(spec.indices ?? {}).map(([name, columnNames]) => ({ name, columnNames }))
  await runner.createTable(
    new Table({
      name: spec.name,
      columns,
      indices: [...unique, ...indices],
      ...(spec.clustered ? { withoutRowid: true } : {}),
    }),
    true,
  )
}
