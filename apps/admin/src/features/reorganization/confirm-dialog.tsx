import { WarningOutlined } from '@ant-design/icons'
import { Alert, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAfterWrite } from '../../app/data-version.js'
import { useNotice } from '../../app/notices.js'
import { FailureText } from '../../components/error-state.js'
import { failureOf, type Failure } from '../../lib/errors.js'
import { useWords } from './use-words.js'

interface Props {
  title: string
  okText: string
  /** What is told in passing once it is done; nothing where the dialog stays and says it itself. */
  doneText?: string
  disabled?: boolean
  width?: number
  /** What closes the dialog while the work goes on; without it the dialog waits for the end. */
  leaveText?: string
  onConfirm: () => Promise<unknown>
  onClose: () => void
  /** What will happen, in numbers. */
  children: ReactNode
}

/** Says what will happen before it happens, shows that it is happening, and says why it did not. */
export function ConfirmDialog(props: Props) {
  const { title, okText, doneText, disabled, width = 560, leaveText } = props
  const { onConfirm, onClose, children } = props
  const { w } = useWords()
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const confirm = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await onConfirm()
      if (doneText) {
        say(doneText)
        onClose()
      }
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
      await afterWrite()
    }
  }
  return (
    <Modal
      open
      width={width}
      title={title}
      mask={{ closable: false }}
      closable={!busy || leaveText !== undefined}
      keyboard={!busy || leaveText !== undefined}
      onCancel={onClose}
      okText={okText}
      cancelText={busy && leaveText ? leaveText : w('cancel')}
      okButtonProps={{ disabled, loading: busy }}
      cancelButtonProps={{ disabled: busy && leaveText === undefined }}
      onOk={() => void confirm()}
    >
      <div className="sb-confirm" aria-busy={busy}>
        {children}
      </div>
      {failure && (
        <Alert
          type="error"
          showIcon
          icon={<WarningOutlined />}
          title={<FailureText failure={failure} />}
          role="alert"
        />
      )}
    </Modal>
  )
}
