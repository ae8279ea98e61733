import { entityOf, text } from '../../database/tables.js'

/** Settings of the whole installation, one row a name (defaultAsOf, demonstration). */
export const InstallationSettingTable = entityOf({
  name: 'installation_setting',
  columns: { name: text(40), value: text(200) },
  primary: ['name'],
})
