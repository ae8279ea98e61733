import { useMutation } from '@apollo/client/react'
import { PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { LIMITS } from '@seedbed/shared'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useTexts } from '../../app/i18n/i18n.js'
import { useNotice } from '../../app/notices.js'
import { FailureText } from '../../components/error-state.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { tellReason } from '../../lib/reason.js'
import { CreateAccountsMutation, type Slip } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { NewAccountRow, type Faults } from './new-account-row.js'
import type { Row } from './paste.js'
import { PasteList } from './paste-list.js'

type Input = VariablesOf<typeof CreateAccountsMutation>['input']

let nextKey = 1

function emptyRow(like?: Row): Row {
  return { key: nextKey++, name: '', userName: '', unit: like?.unit, role: like?.role }
}

/** The place for everything is said by `null`; a row without a unit has none yet. */
export const WHOLE = '*'

function inputOf(rows: readonly Row[]): Input {
  return {
    accounts: rows.map(({ name, userName, unit, role }) => ({
      name: name.trim(),
      userName: userName.trim(),
      role,
      ...(unit === WHOLE ? {} : { organizationId: unit }),
    })),
  } as Input
}

/** Faults that the server found, by the position of the row: "accounts.3.userName". */
function faultsOf(failure: Failure | null, words: (reason: string) => string): Map<number, Faults> {
  const faults = new Map<number, Faults>()
  for (const [path, reason] of Object.entries(failure?.fields ?? {})) {
    const [, index, field] = /^accounts\.(\d+)\.(\w+)$/u.exec(path) ?? []
    if (field) faults.set(Number(index), { ...faults.get(Number(index)), [field]: words(reason) })
  }
  return faults
}

interface Props {
  onSlips: (slips: readonly Slip[]) => void
  onCancel: () => void
}

function useCreate(rows: readonly Row[], onSlips: Props['onSlips']) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const [create, { loading }] = useMutation(CreateAccountsMutation)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async () => {
    setFailure(null)
    try {
      const { data } = await create({ variables: { input: inputOf(rows) } })
      if (!data) return
      say(s('created', { n: data.createAccounts.length }))
      onSlips(data.createAccounts)
      await afterWrite()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return { run, loading, failure }
}

/** Accounts typed in or pasted, with unit and role; made all at once or not at all. */
export function NewAccounts({ onSlips, onCancel }: Props) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const { language } = useTexts()
  const [rows, setRows] = useState<readonly Row[]>(() => [emptyRow()])
  const [isPasting, setPasting] = useState(false)
  const { run, loading, failure } = useCreate(rows, onSlips)
  const why = failure?.reason && tellReason(failure.reason, language)
  const faults = faultsOf(failure, (reason) => why ?? reason)
  const complete = rows.every(
    ({ name, userName, unit, role }) => name.trim() && userName.trim() && unit && role,
  )
  const tooMany = rows.length > LIMITS.accountsAtOnce
  const change = (next: Row) => setRows((all) => all.map((row) => (row.key === next.key ? next : row)))
  const takeOver = (fresh: ReadonlyArray<Omit<Row, 'key'>>) => {
    setRows((all) => [
      ...all.filter(({ name, userName }) => name || userName),
      ...fresh.map((row) => ({ ...row, key: nextKey++ })),
    ])
    setPasting(false)
  }
  return (
    <div className="sb-page sb-plain-page">
      <h1>{s('newTitle')}</h1>
      <p className="sb-explain">{s('newExplain')}</p>
      <div className="sb-box">
        {rows.map((row, index) => (
          <NewAccountRow
            key={row.key}
            row={row}
            taken={rows.filter(({ key }) => key !== row.key).map(({ userName }) => userName)}
            faults={faults.get(index) ?? {}}
            onChange={change}
            onRemove={
              rows.length > 1 ? () => setRows((all) => all.filter(({ key }) => key !== row.key)) : undefined
            }
          />
        ))}
        <div className="sb-accounts-buttons">
          <Button icon={<PlusOutlined />} onClick={() => setRows((all) => [...all, emptyRow(all.at(-1))])}>
            {s('addRow')}
          </Button>
          <Button onClick={() => setPasting(true)}>{s('paste')}</Button>
        </div>
      </div>
      {isPasting && (
        <PasteList like={rows[0]} rows={rows} onTake={takeOver} onClose={() => setPasting(false)} />
      )}
      {tooMany && <p className="sb-warn">{s('tooMany', { n: LIMITS.accountsAtOnce })}</p>}
      {failure && faults.size === 0 && (
        <Alert
          type="error"
          role="alert"
          showIcon
          icon={<WarningOutlined />}
          title={<FailureText failure={failure} />}
        />
      )}
      <div className="sb-accounts-buttons">
        <Button type="primary" disabled={!complete || tooMany} loading={loading} onClick={() => void run()}>
          {s('create', { n: rows.length })}
        </Button>
        <Button onClick={onCancel}>{s('cancel')}</Button>
      </div>
    </div>
  )
}
