import { useQuery } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { Button, Form, Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { DayField } from '../../components/day-field.js'
import { FormsQuery } from '../rules/rules-query.js'

/** A row of a form for papers. */
export interface PaperRow {
  formCode?: string
  datedOn?: Day
  madeBy?: string
}

/** The papers of the rows that have a form and a day. */
export function papersIn(rows: readonly PaperRow[] = []) {
  return rows.flatMap(({ formCode, datedOn, madeBy }) =>
    formCode && datedOn ? [{ formCode, datedOn, ...(madeBy?.trim() ? { madeBy: madeBy.trim() } : {}) }] : [],
  )
}

/** Papers by form and day; rows without a day are not recorded. */
export function PaperRows({ today }: { today: Day }) {
  const { t } = useTexts()
  const { data } = useQuery(FormsQuery, { variables: { on: today } })
  const options = (data?.dossierForms ?? []).map(({ code, versions }) => ({
    value: code,
    label: `${code} · ${versions[0]?.title ?? ''}`,
  }))
  return (
    <Form.List name="papers">
      {(rows, { add }) => (
        <div className="sb-wide sb-letters">
          {rows.map(({ key, name }) => (
            <div key={key} className="sb-letter">
              <Form.Item name={[name, 'formCode']} label={t('rules.form')}>
                <Select
                  options={options}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                />
              </Form.Item>
              <Form.Item name={[name, 'datedOn']} label={t('dossier.paper.datedOn')}>
                <DayField max={today} allowClear />
              </Form.Item>
              <Form.Item name={[name, 'madeBy']} label={t('rules.issuer')}>
                <Input maxLength={200} />
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add({})}>{t('dossier.paper.add')}</Button>
        </div>
      )}
    </Form.List>
  )
}
