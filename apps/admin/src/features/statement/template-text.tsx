import { INDICATORS, STATEMENT_INSERTS } from '@seedbed/shared'
import { Input, Select } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea.js'
import { useRef } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'

interface Props {
  id?: string
  value?: string
  onChange?: (text: string) => void
}

const percentages = new Set(INDICATORS.filter(({ unit }) => unit === 'PERCENT').map(({ label }) => label.vi))
const names = [...STATEMENT_INSERTS, ...INDICATORS.map(({ label }) => label.vi)]

/** What stands for a number in the text; a percentage comes with a rounding, to be changed or taken away. */
const written = (name: string) => `{${name}${percentages.has(name) ? '; cắt 1' : ''}}`

/** The wording of a template in its notation; numbers are chosen from a list and put where the cursor stands. */
export function TemplateText({ id, value = '', onChange }: Props) {
  const { t } = useTexts()
  const area = useRef<TextAreaRef>(null)
  const insert = (name: string) => {
    const field = area.current?.resizableTextArea?.textArea
    const [from, to] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length]
    onChange?.(value.slice(0, from) + written(name) + value.slice(to))
    field?.focus()
  }
  return (
    <div className="sb-template-text">
      <Select<string>
        aria-label={t('statement.insert')}
        placeholder={t('statement.insert')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={names.map((name) => ({ value: name, label: name }))}
        onSelect={insert}
      />
      <Input.TextArea
        id={id}
        ref={area}
        lang="vi"
        value={value}
        autoSize={{ minRows: 5, maxRows: 14 }}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </div>
  )
}
