import { COMPARED_WITH, MEMBER_BASES, codesOf, findIndicator, type ComparedWith } from '@seedbed/shared'
import { AuditOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { CheckChooser } from '../../components/check-chooser.js'
import { DayField } from '../../components/day-field.js'
import { Labelled } from '../../components/labelled.js'
import { UnitSelect } from '../../components/unit-select.js'
import { capitalized } from '../../lib/format.js'
import { ALL_ROWS, writeRows, type ComparisonState } from './comparison-state.js'

interface Props {
  state: ComparisonState
  /** What the other unit is called, once known. */
  otherName: string | undefined
}

function OtherSide({ state, otherName }: Props) {
  const { t } = useTexts()
  const { place, setParam } = usePlace()
  if (state.with === 'UNIT')
    return (
      <Labelled text={t('compare.unit')}>
        <UnitSelect
          at={place.treeAt ?? place.asOf}
          value={state.other ?? undefined}
          name={otherName}
          title={t('compare.unit')}
          onChange={(other) => setParam({ other })}
        />
      </Labelled>
    )
  if (state.with !== 'PERIOD') return null
  return (
    <>
      <Labelled text={t('field.from')}>
        <DayField value={state.from} max={state.asOf} onChange={(thenFrom) => setParam({ thenFrom })} />
      </Labelled>
      <Labelled text={t('field.asOf')}>
        <DayField value={state.asOf} onChange={(thenAsOf) => setParam({ thenAsOf })} />
      </Labelled>
    </>
  )
}

/** What is compared with what, which members a rate is set against, and which rows are shown. */
export function ComparisonControls({ state, otherName }: Props) {
  const { t, label, language } = useTexts()
  const { setParam } = usePlace()
  const rows = ALL_ROWS.map((id) => ({ value: id, label: findIndicator(id)?.label[language] ?? id }))
  return (
    <div className="sb-compare-controls">
      <Labelled text={t('compare.with')}>
        <Segmented<ComparedWith>
          aria-label={t('compare.with')}
          value={state.with}
          options={codesOf(COMPARED_WITH).map((value) => ({
            value,
            label: capitalized(label(COMPARED_WITH, value), language),
          }))}
          onChange={(chosen) => setParam({ with: chosen === 'SAME_DATE_LAST_YEAR' ? null : chosen })}
        />
      </Labelled>
      <OtherSide state={state} otherName={otherName} />
      <Labelled text={t('compare.base')}>
        <Select
          aria-label={t('compare.base')}
          value={state.base}
          popupMatchSelectWidth={false}
          options={codesOf(MEMBER_BASES).map((value) => ({
            value,
            label: capitalized(label(MEMBER_BASES, value), language),
          }))}
          onChange={(base) => setParam({ base: base === 'PREVIOUS_YEAR_END' ? null : base })}
        />
      </Labelled>
      <CheckChooser
        text={t('compare.rows', { n: state.rows.length })}
        title={t('compare.rowsTitle')}
        resetText={t('units.resetColumns')}
        chosen={state.rows}
        options={rows}
        onChange={(chosen) => setParam({ rows: writeRows(chosen) }, true)}
      />
      <Button
        className="sb-compare-explain"
        icon={<AuditOutlined />}
        onClick={() => setParam({ dialog: 'explain' })}
      >
        {t('explain.open')}
      </Button>
    </div>
  )
}
