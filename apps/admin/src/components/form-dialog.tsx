import { WarningOutlined } from '@ant-design/icons'
import { Alert, Form, Modal, type FormInstance } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useAfterWrite } from '../app/data-version.js'
import { useNotice } from '../app/notices.js'
import { useTexts } from '../app/i18n/i18n.js'
import { failureOf, type Failure } from '../lib/errors.js'
import { tellReason } from '../lib/reason.js'
import { FailureText } from './error-state.js'

/** What `onSave` answers when there is one more step in the same dialog. */
export const STAYS = Symbol('stays')

interface Props {
  title: string
  form: FormInstance
  initial?: Record<string, unknown>
  explain?: ReactNode
  saveText?: string
  savedText: string
  disabled?: boolean
  width?: number
  onSave: (values: Record<string, unknown>) => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

/**
 * A dialog around a form. A refusal is shown inside it, in the user's language and at the fields it concerns, and
 * nothing that was typed is lost; after a success every figure in sight asks again.
 */
export function FormDialog(props: Props) {
  const { title, form, initial, explain, saveText, savedText, disabled, onSave, onClose, children } = props
  const { width = 640 } = props
  const { t, language } = useTexts()
  const say = useNotice()
  const afterWrite = useAfterWrite()
  const body = useRef<HTMLDivElement>(null)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (values: Record<string, unknown>) => {
    setSaving(true)
    setFailure(null)
    try {
      if ((await onSave(values)) === STAYS) return
      say(savedText)
      onClose()
      await afterWrite()
    } catch (error) {
      const refused = failureOf(error)
      setFailure(refused)
      const why = refused.reason && tellReason(refused.reason, language)
      const known = new Set(Object.keys(form.getFieldsValue(true) as object))
      const marked = Object.entries(refused.fields ?? {}).filter(([name]) => known.has(name))
      form.setFields(marked.map(([name, reason]) => ({ name, errors: [why ?? reason] })))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Modal
      open
      width={width}
      afterOpenChange={(isOpen) => {
        if (isOpen) body.current?.querySelector<HTMLElement>('input, textarea')?.focus()
      }}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={saveText ?? t('record.save')}
      cancelText={t('record.cancel')}
      okButtonProps={{ disabled, loading: saving }}
      onOk={() => form.submit()}
    >
      <div ref={body}>
        {explain && <p className="sb-explain">{explain}</p>}
        <Form
          form={form}
          layout="vertical"
          className="sb-form"
          initialValues={initial}
          requiredMark={false}
          scrollToFirstError
          onFinish={(values) => void save({ ...initial, ...(values as Record<string, unknown>) })}
        >
          {children}
        </Form>
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
