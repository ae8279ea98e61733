import { DeleteOutlined } from '@ant-design/icons'
import { LIMITS } from '@seedbed/shared'
import { Button, Checkbox, Input } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { Labelled } from '../../components/labelled.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { WHOLE } from './new-accounts.js'
import { suggestUserName, type Row } from './paste.js'
import { RoleSelect, useGrantable } from './role-select.js'

/** What is wrong in a row, by field. */
export type Faults = Readonly<Record<string, string>>

interface Props {
  row: Row
  taken: readonly string[]
  faults: Faults
  onChange: (row: Row) => void
  onRemove?: (() => void) | undefined
}

const status = (fault: string | undefined) => (fault ? ('error' as const) : undefined)

function Place({ row, faults, onChange }: Pick<Props, 'row' | 'faults' | 'onChange'>) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { today } = useInstallation()
  const overall = useGrantable(null) ?? []
  return (
    <div className="sb-labelled">
      <span>{s('unit')}</span>
      {row.unit !== WHOLE && (
        <UnitTreeSelect
          at={today}
          title={s('unit')}
          value={row.unit}
          name={row.unitName}
          status={status(faults['organizationId'])}
          onChange={(unit) => onChange({ ...row, unit })}
        />
      )}
      {overall.length > 0 && (
        <Checkbox
          checked={row.unit === WHOLE}
          onChange={(event) => onChange({ ...row, unit: event.target.checked ? WHOLE : undefined })}
        >
          {s('whole')}
        </Checkbox>
      )}
      <Fault text={faults['organizationId']} />
    </div>
  )
}

function Fault({ text }: { text: string | undefined }) {
  return text ? (
    <small role="alert" className="sb-new-fault">
      {text}
    </small>
  ) : null
}

/** One account to be made: a name, from which a user name is suggested, a unit of the tree and a role. */
export function NewAccountRow({ row, taken, faults, onChange, onRemove }: Props) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const rename = (name: string) => {
    const isSuggested = row.userName === '' || row.userName === suggestUserName(row.name, new Set(taken))
    onChange({ ...row, name, userName: isSuggested ? suggestUserName(name, new Set(taken)) : row.userName })
  }
  return (
    <div className="sb-new-row">
      <Labelled text={s('person')}>
        <Input
          value={row.name}
          status={status(faults['name'])}
          maxLength={LIMITS.nameLength}
          onChange={(event) => rename(event.target.value)}
        />
        <Fault text={faults['name']} />
      </Labelled>
      <Labelled text={s('userName')}>
        <Input
          value={row.userName}
          status={status(faults['userName'])}
          maxLength={LIMITS.userNameLength}
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => onChange({ ...row, userName: event.target.value.toLowerCase() })}
        />
        <Fault text={faults['userName']} />
      </Labelled>
      <Place row={row} faults={faults} onChange={onChange} />
      <div className="sb-labelled">
        <span>{s('role')}</span>
        <RoleSelect
          title={s('role')}
          unit={row.unit === WHOLE ? null : row.unit}
          value={row.role}
          status={status(faults['role'])}
          onChange={(role) => onChange({ ...row, role })}
        />
        <Fault text={faults['role']} />
      </div>
      {onRemove && (
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${s('removeRow')}: ${row.name}`}
          onClick={onRemove}
        />
      )}
    </div>
  )
}
