import { CANDIDATE_NEEDS, CANDIDATE_STAGES, INTRODUCERS, SOURCE_KINDS } from '@seedbed/shared'
import { Input, Segmented, Select } from 'antd'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'

const LISTS = {
  need: CANDIDATE_NEEDS,
  stage: CANDIDATE_STAGES,
  sourceKind: SOURCE_KINDS,
  introducer: INTRODUCERS,
} as const

export const VIEWS = ['board', 'list', 'courses'] as const
export type SourcesView = (typeof VIEWS)[number]

/** How the page is looked at; the board unless the address says otherwise. */
export function viewOf(params: URLSearchParams): SourcesView {
  return VIEWS.find((view) => view === params.get('view')) ?? 'board'
}

/** Which candidates the address asks for. */
export function filterOf(params: URLSearchParams) {
  const one = <List extends object>(name: string, list: List) => {
    const value = params.get(name)
    return value !== null && Object.hasOwn(list, value) ? (value as keyof List) : undefined
  }
  const stage = one('stage', CANDIDATE_STAGES)
  return {
    need: one('need', CANDIDATE_NEEDS),
    stages: stage ? [stage] : undefined,
    sourceKind: one('sourceKind', SOURCE_KINDS),
    introducer: one('introducer', INTRODUCERS),
    text: params.get('text')?.slice(0, 100) || undefined,
  }
}

/** The way to look, and what narrows the list. */
export function SourceFilters() {
  const { t, label } = useTexts()
  const { params, setParam } = usePlace()
  const view = viewOf(params)
  return (
    <div className="sb-filters">
      <Segmented
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`sources.view.${value}` as TextKey) }))}
        onChange={(value) => setParam({ view: value === 'board' ? null : value })}
      />
      {view !== 'courses' && (
        <>
          <Input.Search
            className="sb-source-search"
            allowClear
            aria-label={t('sources.findName')}
            placeholder={t('sources.findName')}
            defaultValue={params.get('text') ?? ''}
            onSearch={(text) => setParam({ text: text.trim() || null })}
          />
          {(Object.keys(LISTS) as Array<keyof typeof LISTS>).map((name) => (
            <Select
              key={name}
              aria-label={t(`sources.filter.${name}` as TextKey)}
              placeholder={t(`sources.filter.${name}` as TextKey)}
              className="sb-source-filter"
              popupMatchSelectWidth={false}
              allowClear
              value={params.get(name)}
              options={Object.keys(LISTS[name]).map((value) => ({ value, label: label(LISTS[name], value) }))}
              onChange={(value: string | null) => setParam({ [name]: value ?? null })}
            />
          ))}
        </>
      )}
    </div>
  )
}
