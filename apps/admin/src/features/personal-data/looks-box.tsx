import { useQuery } from '@apollo/client/react'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { LookList } from './look-list.js'
import { LooksQuery } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

const PAGE = 20

/** Who looked at persons of a unit of the viewer's from outside, the latest first. */
export function LooksBox({ units }: { units: ReadonlyArray<{ id: string; name: string }> }) {
  const s = useOwnTexts(DATA_TEXTS)
  const { today } = useInstallation()
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  const [count, setCount] = useState(PAGE)
  const { data, previousData, error, refetch } = useQuery(LooksQuery, {
    variables: { id: unit, at: today, first: count, after: null },
  })
  const list = (data ?? previousData)?.organization?.personLooks
  return (
    <Box
      title={s('looks')}
      note={s('looksNote')}
      extra={
        units.length > 1 && (
          <Select
            aria-label={s('looksAt')}
            value={unit}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setUnit}
          />
        )
      }
    >
      {error && !list && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <Bone width="70%" />}
      {list && <LookList named looks={list.edges.map(({ node }) => node)} />}
      {list?.pageInfo.hasNextPage && (
        <Button onClick={() => setCount((shown) => Math.min(shown + PAGE, 200))}>{s('more')}</Button>
      )}
    </Box>
  )
}
