import { readFileSync } from 'node:fs'

/** What may be given as the path of a file that holds it, by the same name with _FILE at its end. */
const secrets = ['DATABASE_URL', 'DATABASE_PASSWORD'] as const

type Environment = Readonly<Record<string, string | undefined>>

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '')
  } catch {
    return undefined
  }
}

/**
 * The environment with secrets read from their files, and what is wrong with those: a file that cannot be read or is
 * empty, a secret that is given both ways.
 */
export function withSecrets(given: Environment): { environment: Environment; faults: string[] } {
  const environment: Record<string, string | undefined> = { ...given }
  const faults: string[] = []
  for (const name of secrets) {
    const file = given[`${name}_FILE`]
    if (file === undefined) continue
    const value = read(file)
    if (given[name] !== undefined) faults.push(`${name} and ${name}_FILE are both set`)
    else if (value === undefined) faults.push(`${name}_FILE names a file that cannot be read`)
    else if (value === '') faults.push(`${name}_FILE names a file that is empty`)
    else environment[name] = value
  }
  return { environment, faults }
}

/** The address of the database with the password that is kept apart from it. */
export function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url
  const address = new URL(url)
  address.password = encodeURIComponent(password)
  return address.href
}
