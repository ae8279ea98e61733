import { type DossierState } from '@seedbed/shared'
import { Input, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatCount } from '../../lib/format.js'
import type { DossiersAnswer } from './dossier-query.js'
import { STATE_LABELS, STATES } from './step-words.js'

/** States in which a committee has to do something. */
const DECIDE: readonly DossierState[] = [
  'CELL_APPROVED',
  'SECTION_APPRAISED',
  'GRASSROOTS_PROPOSED',
  'REPORTED',
  'RECOGNITION_PROPOSED',
  'RECOGNITION_REPORTED',
]
/** Choices of the filter beside single states. */
export const GROUPS = {
  DECIDE,
  CEREMONY: ['DECIDED'],
  PROBATION: ['ADMITTED'],
} as const satisfies Record<string, readonly DossierState[]>

const isGroup = (value: string): value is keyof typeof GROUPS => Object.hasOwn(GROUPS, value)

/** The states that the address asks for; undefined: all that have not ended. */
export function statesIn(params: URLSearchParams): DossierState[] | undefined {
  const value = params.get('state') ?? ''
  if (isGroup(value)) return [...GROUPS[value]]
  return Object.hasOwn(STATE_LABELS, value) ? [value as DossierState] : undefined
}

/** By name, and by state with how many there are. */
export function DossierFilter({ states }: { states: DossiersAnswer['dossiers']['states'] }) {
  const { t, label, language } = useTexts()
  const { params, setParam } = usePlace()
  const countOf = (wanted: readonly DossierState[]) =>
    states.filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + count, 0)
  const option = (value: string, words: string, count: number) => ({
    value,
    label: `${words} (${formatCount(count, language)})`,
  })
  return (
    <div className="sb-filters">
      <Input.Search
        className="sb-source-search"
        allowClear
        aria-label={t('sources.findName')}
        placeholder={t('sources.findName')}
        defaultValue={params.get('text') ?? ''}
        onSearch={(text) => setParam({ text: text.trim() || null })}
      />
      <Select
        aria-label={t('dossier.state')}
        placeholder={t('dossier.allOpen')}
        className="sb-source-filter"
        popupMatchSelectWidth={false}
        allowClear
        value={params.get('state')}
        options={[
          ...(Object.keys(GROUPS) as Array<keyof typeof GROUPS>).map((group) =>
            option(group, t(`dossier.group.${group}`), countOf(GROUPS[group])),
          ),
          ...STATES.filter((state) => countOf([state]) > 0).map((state) =>
            option(state, label(STATE_LABELS, state), countOf([state])),
          ),
        ]}
        onChange={(value: string | null) => setParam({ state: value ?? null })}
      />
    </div>
  )
}
