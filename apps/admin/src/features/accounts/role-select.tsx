import { useQuery } from '@apollo/client/react'
import { ROLES } from '@seedbed/shared'
import { Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { InstallationRolesQuery, UnitRolesQuery } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

/** Roles that the viewer can grant at a unit; `null`: on the whole installation; undefined: no place is chosen yet. */
export function useGrantable(unit: string | null | undefined): readonly string[] | undefined {
  const { today } = useInstallation()
  const atUnit = useQuery(UnitRolesQuery, {
    variables: { id: unit ?? '', at: today },
    skip: !unit,
    fetchPolicy: 'cache-first',
  })
  const overall = useQuery(InstallationRolesQuery, { skip: unit !== null, fetchPolicy: 'cache-first' })
  if (unit === undefined) return undefined
  return unit === null ? overall.data?.viewer.grantableRoles : atUnit.data?.organization?.grantableRoles
}

interface Props {
  id?: string
  unit: string | null | undefined
  value?: string | undefined
  onChange?: (role: string) => void
  title?: string
  status?: 'error' | undefined
}

/** A role among those that can be granted at the unit; a role that cannot be is not kept. */
export function RoleSelect({ id, unit, value, onChange, title, status }: Props) {
  const { label } = useTexts()
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const roles = useGrantable(unit)
  const stands = value !== undefined && (roles === undefined || roles.includes(value))
  return (
    <Select
      id={id}
      aria-label={title}
      status={status}
      value={stands ? value : undefined}
      disabled={roles === undefined || roles.length === 0}
      placeholder={s(unit === undefined ? 'chooseUnit' : roles?.length === 0 ? 'noRoleHere' : 'role')}
      options={roles?.map((role) => ({ value: role, label: label(ROLES, role) })) ?? []}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  )
}
