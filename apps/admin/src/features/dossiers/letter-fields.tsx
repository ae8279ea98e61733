import { Button, Checkbox, Form, Input } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'

/** Letters of the verification: about whom, to whom, and whether abroad. */
export function LetterFields() {
  const { t } = useTexts()
  const rules = [{ required: true, whitespace: true, message: t('record.required') }]
  return (
    <Form.List name="letters">
      {(rows, { add, remove }) => (
        <fieldset className="sb-wide sb-letters">
          <legend>{t('dossier.letters')}</legend>
          {rows.map(({ key, name }, index) => (
            <div key={key} className="sb-letter">
              <Form.Item name={[name, 'subject']} label={t('dossier.letter.subject')} rules={rules}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'addressee']} label={t('dossier.letter.addressee')} rules={rules}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item name={[name, 'abroad']} valuePropName="checked">
                <Checkbox>{t('dossier.letter.abroad')}</Checkbox>
              </Form.Item>
              {rows.length > 1 && (
                <Button onClick={() => remove(name)} aria-label={t('dossier.letter.drop', { n: index + 1 })}>
                  {t('rules.dropDay')}
                </Button>
              )}
            </div>
          ))}
          <Button onClick={() => add({})}>{t('dossier.letter.add')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
