import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A path inside the repository. */
export function at(...parts) {
  return join(root, ...parts)
}

/** A command that a package brought along. */
export function bin(name) {
  return at('node_modules', '.bin', name)
}
