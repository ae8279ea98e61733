import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useViewer } from '../../app/viewer.js'
import { ReadOnlyNote } from '../../components/read-only-note.js'
import { TableSkeleton } from '../../components/skeletons.js'
import '../admissions/admissions.css'
import './rules.css'

const RulesTable = lazy(async () => ({ default: (await import('./rules-table.js')).RulesTable }))
const FormsTable = lazy(async () => ({ default: (await import('./forms-table.js')).FormsTable }))
const Calendars = lazy(async () => ({ default: (await import('./calendars.js')).Calendars }))

const PARTS = { rules: RulesTable, forms: FormsTable, calendar: Calendars } as const
type Part = keyof typeof PARTS

/** Rules, forms and the calendar of working days: what holds when, and what says so. */
export function RulesPage() {
  const { t } = useTexts()
  const [params, setParams] = useSearchParams()
  const part: Part = (Object.keys(PARTS) as Part[]).find((one) => one === params.get('part')) ?? 'rules'
  const Shown = PARTS[part]
  const { viewerCanEditRules } = useViewer()
  return (
    <div className="sb-page sb-plain-page sb-rules-page">
      <h1>{t('rules.title')}</h1>
      <Segmented
        value={part}
        options={(Object.keys(PARTS) as Part[]).map((value) => ({ value, label: t(`rules.part.${value}`) }))}
        onChange={(value) => setParams({ part: value })}
      />
      {!viewerCanEditRules && <ReadOnlyNote />}
      <Suspense fallback={<TableSkeleton />}>
        <div className="sb-box">
          <Shown />
        </div>
      </Suspense>
    </div>
  )
}
