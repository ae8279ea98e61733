import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const usualPlaces = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
]

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The first of the commands that is on this machine, in the PATH or where servers are usually put. */
export function findCommand(...names) {
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualPlaces]
  return names.flatMap((name) => places.map((place) => join(place, name))).find(isExecutable)
}
