import { FilterOutlined } from '@ant-design/icons'
import { Button, Select, Tag } from 'antd'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { formatDay } from '../../lib/format.js'
import { CHOICES, CHOICE_NAMES, FLAGS, clearedFilters, isNarrowed, type AdmissionFilters } from './filters.js'

function useActive(filters: AdmissionFilters) {
  const { t, label } = useTexts()
  const flags = FLAGS.filter((flag) => filters.flags[flag] !== undefined).map((flag) => {
    const name = t(`filter.${flag}` as TextKey)
    if (filters.flags[flag]) return { keys: [flag], text: name }
    return { keys: [flag], text: flag === 'female' ? t('filter.male') : t('filter.not', { name }) }
  })
  const choices = CHOICE_NAMES.filter((name) => filters.choices[name]).map((name) => ({
    keys: [name],
    text: `${t(`filter.${name}` as TextKey)}: ${label(CHOICES[name], filters.choices[name])}`,
  }))
  if (!filters.from && !filters.to) return [...flags, ...choices]
  const days = t('admissions.period', { from: formatDay(filters.from), to: formatDay(filters.to) })
  return [{ keys: ['from', 'to'], text: days }, ...flags, ...choices]
}

function useOptions() {
  const { t, label } = useTexts()
  const flags = FLAGS.map((flag) => ({ value: `${flag}=1`, label: t(`filter.${flag}` as TextKey) }))
  flags.splice(1, 0, { value: 'female=0', label: t('filter.male') })
  return [
    { label: t('admissions.attributes'), options: flags },
    ...CHOICE_NAMES.map((name) => ({
      label: t(`filter.${name}` as TextKey),
      options: Object.keys(CHOICES[name]).map((code) => ({
        value: `${name}=${code}`,
        label: label(CHOICES[name], code),
      })),
    })),
  ]
}

/** The conditions of the list, each to be taken away, and one control to add more. */
export function FilterBar({ filters }: { filters: AdmissionFilters }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const active = useActive(filters)
  const options = useOptions()
  return (
    <div className="sb-filters">
      <Select
        aria-label={t('admissions.filter')}
        className="sb-filter-add"
        prefix={<FilterOutlined />}
        placeholder={t('admissions.filter')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={260}
        options={options}
        onChange={(choice: string | null) => {
          const [name, value] = (choice ?? '').split('=')
          if (name) setParam({ [name]: value })
        }}
      />
      {active.map(({ keys, text }) => (
        <Tag
          key={text}
          variant="outlined"
          closable={{ 'aria-label': t('filter.remove', { name: text }) }}
          onClose={(event) => {
            event.preventDefault()
            setParam(Object.fromEntries(keys.map((key) => [key, null])))
          }}
        >
          {text}
        </Tag>
      ))}
      {isNarrowed(filters) && (
        <Button type="link" size="small" onClick={() => setParam(clearedFilters())}>
          {t('admissions.clear')}
        </Button>
      )}
    </div>
  )
}
