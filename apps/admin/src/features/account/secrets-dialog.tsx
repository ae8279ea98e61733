import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useNotice } from '../../app/notices.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { ACCOUNT_TEXTS } from './account-texts.js'

interface Props {
  title: string
  explain: string
  secrets: readonly string[]
  onClose: () => void
}

/** What is shown this once; it closes only by saying that it was kept. */
export function SecretsDialog({ title, explain, secrets, onClose }: Props) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const say = useNotice()
  const copy = async () => {
    await navigator.clipboard?.writeText(secrets.join('\n'))
    say(s('copied'))
  }
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      className="sb-secrets"
      footer={[
        <Button key="copy" icon={<CopyOutlined />} onClick={() => void copy()}>
          {s('copy')}
        </Button>,
        <Button key="print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {s('print')}
        </Button>,
        <Button key="kept" type="primary" onClick={onClose}>
          {s('kept')}
        </Button>,
      ]}
    >
      <p className="sb-explain">{explain}</p>
      <ul className="sb-secret-list">
        {secrets.map((secret) => (
          <li key={secret}>
            <code>{secret}</code>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
