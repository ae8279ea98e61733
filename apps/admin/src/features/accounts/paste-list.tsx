import { useApolloClient } from '@apollo/client/react'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { UnitOfCodeQuery } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'
import { parseList, type Row } from './paste.js'

interface Props {
  /** Unit and role of lines that name none. */
  like: Row | undefined
  rows: readonly Row[]
  onTake: (rows: ReadonlyArray<Omit<Row, 'key'>>) => void
  onClose: () => void
}

interface Found {
  id: string
  name: string
  grantableRoles: readonly string[]
}

function useUnits() {
  const client = useApolloClient()
  const { today } = useInstallation()
  return async (codes: readonly string[]): Promise<Map<string, Found>> => {
    const found = new Map<string, Found>()
    for (const code of codes) {
      const { data } = await client.query({
        query: UnitOfCodeQuery,
        variables: { code, at: today },
        errorPolicy: 'all',
      })
      if (data?.organization) found.set(code, data.organization)
    }
    return found
  }
}

/** A list from a spreadsheet becomes rows; codes of units are looked up, and those that lead nowhere are told. */
export function PasteList({ like, rows, onTake, onClose }: Props) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const unitsOf = useUnits()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const take = async () => {
    setBusy(true)
    const lines = parseList(
      text,
      rows.map(({ userName }) => userName),
    )
    const codes = [...new Set(lines.map(({ code }) => code).filter(Boolean))]
    const units = await unitsOf(codes)
    setBusy(false)
    const missing = codes.filter((code) => !units.has(code))
    setUnknown(missing)
    if (missing.length > 0) return
    onTake(
      lines.map(({ name, userName, code }) => {
        const unit = units.get(code)
        const only = unit?.grantableRoles.length === 1 ? unit.grantableRoles[0] : like?.role
        return unit
          ? { name, userName, unit: unit.id, unitName: unit.name, role: only }
          : { name, userName, unit: like?.unit, unitName: like?.unitName, role: like?.role }
      }),
    )
  }
  return (
    <Modal
      open
      title={s('paste')}
      okText={s('takeOver')}
      cancelText={s('cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: busy }}
      onOk={() => void take()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="sb-explain">{s('pasteExplain')}</p>
      <Input.TextArea
        autoFocus
        aria-label={s('paste')}
        placeholder={s('pasteExample')}
        autoSize={{ minRows: 6, maxRows: 14 }}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {unknown.length > 0 && (
        <p role="alert" className="sb-new-fault">
          {s('unknownCodes', { codes: unknown.join(', ') })}
        </p>
      )}
    </Modal>
  )
}
