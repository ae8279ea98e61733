import { entityOf, key, text } from './tables.js'

/** What was last written to, as a value that never comes twice: whoever keeps a copy knows by it whether it still holds. */
export const StampTable = entityOf({
  name: 'stamp',
  columns: { subject: key, value: text(16) },
  primary: ['subject'],
  clustered: true,
})
