import { useQuery } from '@apollo/client/react'
import { DIMENSIONS, findIndicator } from '@seedbed/shared'
import { Segmented, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Labelled } from '../../components/labelled.js'
import { GroupSetsQuery } from './composition-query.js'
import { COUNTED, dimensionsFor, type CompositionState } from './composition-state.js'

function GroupSets({ chosen }: { chosen: string | null }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const { data } = useQuery(GroupSetsQuery)
  return (
    <Labelled text={t('cross.groupSet')}>
      <Select
        aria-label={t('cross.groupSet')}
        className="sb-cross-select"
        value={chosen}
        placeholder={t('cross.chooseGroupSet')}
        options={(data?.groupSets ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string | null) => setParam({ groups: id, cell: null })}
      />
    </Labelled>
  )
}

/** What is counted, and by which one or two attributes. */
export function CompositionControls({ state }: { state: CompositionState }) {
  const { t, label, language } = useTexts()
  const { setParam } = usePlace()
  const dimensions = dimensionsFor(state.count).map((code) => ({
    value: code,
    label: label(DIMENSIONS_LABELS, code),
  }))
  const counted = COUNTED.map((id) => ({ value: id, label: findIndicator(id)?.label[language] ?? id }))
  return (
    <div className="sb-toolbar sb-cross-controls">
      <Labelled text={t('cross.count')}>
        <Select
          aria-label={t('cross.count')}
          className="sb-cross-select"
          value={state.count}
          options={counted}
          onChange={(count: string) => setParam({ count, cell: null })}
        />
      </Labelled>
      <Labelled text={t('cross.rows')}>
        <Select
          aria-label={t('cross.rows')}
          className="sb-cross-select"
          value={state.rows}
          options={dimensions.filter(({ value }) => value !== state.columns)}
          onChange={(rows: string) => setParam({ rows, cell: null })}
        />
      </Labelled>
      <Labelled text={t('cross.columns')}>
        <Select
          aria-label={t('cross.columns')}
          className="sb-cross-select"
          value={state.columns ?? ''}
          options={[
            { value: '', label: t('cross.noColumns') },
            ...dimensions.filter(({ value }) => value !== state.rows),
          ]}
          onChange={(columns: string) => setParam({ columns: columns || null, cell: null })}
        />
      </Labelled>
      {(state.rows === 'GROUP' || state.columns === 'GROUP') && <GroupSets chosen={state.groupSet} />}
      <Segmented
        aria-label={t('cross.show')}
        value={state.chart ? 'chart' : 'table'}
        options={[
          { value: 'table', label: t('chart.table') },
          { value: 'chart', label: t('chart.chart') },
        ]}
        onChange={(show) => setParam({ show: show === 'chart' ? 'chart' : null }, true)}
      />
    </div>
  )
}

const DIMENSIONS_LABELS = Object.fromEntries(
  Object.entries(DIMENSIONS).map(([code, { label }]) => [code, label]),
)
