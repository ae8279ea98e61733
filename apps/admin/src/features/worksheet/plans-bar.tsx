import { DeleteOutlined, PlusOutlined, SendOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { DiscardPlanDialog, IssuePlanDialog, NewPlanDialog } from './plan-dialogs.js'
import type { SheetState } from './use-sheet.js'
import type { Plan, WorksheetUnit } from './worksheet-query.js'

interface Props {
  unit: WorksheetUnit
  state: SheetState
  plan: Plan | null
}

/** Which numbers are typed: the targets themselves, or a draft that nobody below sees until it is issued. */
export function PlansBar({ unit, state, plan }: Props) {
  const { t, language } = useTexts()
  const { params, setParam } = usePlace()
  const [dialog, setDialog] = useState<'new' | 'issue' | 'discard' | null>(null)
  const { plans } = unit.targetWorksheet
  const beside = params.get('beside')?.split(',').filter(Boolean) ?? []
  const nameOf = ({ name, state: is, total, document }: Plan) => {
    const sum = formatCount(total, language)
    if (is === 'DRAFT') return t('plan.draft', { name, sum })
    return t('plan.issued', { name, sum, number: document?.number ?? '', day: formatDay(document?.signedOn) })
  }
  const isDraft = plan?.state === 'DRAFT'
  return (
    <div className="sb-plans" role="group" aria-label={t('plan.title')}>
      <span className="sb-quiet">{t('plan.title')}</span>
      <Select
        aria-label={t('plan.edit')}
        value={plan?.id ?? ''}
        popupMatchSelectWidth={false}
        style={{ minWidth: 210 }}
        options={[
          { value: '', label: t('plan.none') },
          ...plans.map((one) => ({ value: one.id, label: nameOf(one) })),
        ]}
        onChange={(id: string) => setParam({ plan: id || null })}
      />
      {plans.length > 0 && (
        <Select
          mode="multiple"
          aria-label={t('plan.beside')}
          placeholder={t('plan.beside')}
          value={beside.filter((id) => plans.some((one) => one.id === id))}
          maxCount={3}
          popupMatchSelectWidth={false}
          style={{ minWidth: 190 }}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(ids: string[]) => setParam({ beside: ids.join(',') })}
        />
      )}
      <Button icon={<PlusOutlined />} onClick={() => setDialog('new')}>
        {t('plan.new')}
      </Button>
      {isDraft && (
        <>
          <Button
            icon={<SendOutlined />}
            disabled={state.changed.length > 0}
            onClick={() => setDialog('issue')}
          >
            {t('plan.issue')}
          </Button>
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('plan.discard', { name: plan.name })}
            onClick={() => setDialog('discard')}
          />
        </>
      )}
      {isDraft && state.changed.length > 0 && <small>{t('plan.saveFirst')}</small>}
      {dialog === 'new' && <NewPlanDialog unit={unit} onClose={() => setDialog(null)} />}
      {dialog === 'issue' && plan && (
        <IssuePlanDialog unit={unit} plan={plan} onClose={() => setDialog(null)} />
      )}
      {dialog === 'discard' && plan && <DiscardPlanDialog plan={plan} onClose={() => setDialog(null)} />}
    </div>
  )
}
