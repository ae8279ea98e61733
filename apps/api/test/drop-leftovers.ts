import mysql from 'mysql2/promise'
import type { TestProject } from 'vitest/node'

/** After the run: drops the databases that tests of this run left on the server, if a worker ended too early. */
export function setup(project: TestProject) {
  const { mysqlUrl, run } = project.getProvidedContext()
  return async () => {
    const connection = await mysql.createConnection({ uri: mysqlUrl })
    const [rows] = await connection.query('SELECT schema_name AS name FROM information_schema.schemata')
    for (const { name } of rows as { name: string }[])
      if (name.startsWith(`seedbed_test_${run}_`)) await connection.query(`DROP DATABASE \`${name}\``)
    await connection.end()
  }
}
