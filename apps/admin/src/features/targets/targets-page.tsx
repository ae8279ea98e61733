import { yearOf } from '@seedbed/shared'
import { Segmented, Select } from 'antd'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { WorksheetView } from '../worksheet/worksheet-view.js'
import { BoardView } from './board-view.js'
import { OwnView } from './own-view.js'
import './targets.css'

const VIEWS = ['sheet', 'own', 'board'] as const
type View = (typeof VIEWS)[number]

/** Next year's targets are allotted from October on. */
const ALLOTTING = '-10-01'

/** The year of the targets on screen: from the address, else the one that is being allotted or runs. */
function useYear(view: View): number {
  const { params, place } = usePlace()
  const asked = Number(params.get('year'))
  if (Number.isInteger(asked) && asked >= 1930 && asked <= 2200) return asked
  const year = yearOf(place.asOf)
  return view === 'sheet' && place.asOf >= `${year}${ALLOTTING}` ? year + 1 : year
}

/** Targets: the worksheet in which they are allotted, those of the unit itself, and the board of the level. */
export function TargetsPage() {
  const { t } = useTexts()
  const { params, place, unitId, setParam } = usePlace()
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'sheet'
  const year = useYear(view)
  const around = yearOf(place.asOf)
  const years = [...new Set([year, ...Array.from({ length: 8 }, (_, index) => around - 5 + index)])].sort(
    (a, b) => b - a,
  )
  return (
    <div className="sb-page">
      <div className="sb-target-bar">
        <Segmented
          aria-label={t('targets.view')}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t(`targets.${one}` as TextKey) }))}
          onChange={(next) => setParam({ view: next === 'sheet' ? null : next })}
        />
        <Select
          aria-label={t('targets.year')}
          value={year}
          options={years.map((one) => ({ value: one, label: t('targets.ofYear', { year: one }) }))}
          onChange={(next) => setParam({ year: String(next), plan: null, beside: null })}
        />
      </div>
      {view === 'sheet' && <WorksheetView key={unitId} year={year} />}
      {view === 'own' && <OwnView key={unitId} year={year} />}
      {view === 'board' && <BoardView year={year} />}
    </div>
  )
}
