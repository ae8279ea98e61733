import { useApolloClient, useQuery } from '@apollo/client/react'
import { Button, ConfigProvider, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { useViewer } from '../../app/viewer.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { CalendarEditor } from './calendar-editor.js'
import { ProposedYearQuery, WorkYearsQuery, type WorkYear } from './rules-query.js'

/** The calendar of a year; a year that is not on record can be begun from what the library proposes. */
export function Calendars() {
  const { t } = useTexts()
  const { today } = useInstallation()
  const { viewerCanEditRules } = useViewer()
  const client = useApolloClient()
  const { data, error, refetch } = useQuery(WorkYearsQuery)
  const [chosen, setChosen] = useState<number>(Number(today.slice(0, 4)))
  const [proposed, setProposed] = useState<WorkYear | null>(null)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton />
  const next = Math.max(...data.workYears.map(({ year }) => year)) + 1
  const year = data.workYears.find((one) => one.year === chosen)
  const shown = year ?? (proposed?.year === chosen ? proposed : undefined)
  const begin = async () => {
    const answer = await client.query({ query: ProposedYearQuery, variables: { year: chosen } })
    setProposed(answer.data?.proposedWorkYear ?? { year: chosen, version: 0, source: '', days: [] })
  }
  return (
    <>
      <div className="sb-toolbar">
        <Select
          aria-label={t('rules.year')}
          value={chosen}
          options={[...data.workYears.map(({ year: one }) => one), next]
            .reverse()
            .map((value) => ({ value, label: String(value) }))}
          onChange={(value: number) => setChosen(value)}
        />
        {!year && (
          <>
            <span role="status">{t('rules.noYear', { year: chosen })}</span>
            {!shown && viewerCanEditRules && <Button onClick={() => void begin()}>{t('rules.begin')}</Button>}
          </>
        )}
      </div>
      {shown && (
        <ConfigProvider componentDisabled={!viewerCanEditRules}>
          <CalendarEditor key={`${shown.year}/${shown.version}`} year={shown} />
        </ConfigProvider>
      )}
    </>
  )
}
