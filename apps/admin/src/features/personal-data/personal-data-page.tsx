import { useQuery } from '@apollo/client/react'
import { Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useInstallation } from '../../app/installation.js'
import { useViewer } from '../../app/viewer.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { Forbidden } from '../../components/forbidden.js'
import { Bone } from '../../components/skeletons.js'
import { LooksBox } from './looks-box.js'
import { DataRequestsQuery, OwnUnitsQuery, PurposesQuery } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { PurposeList } from './purpose-list.js'
import { RequestList } from './request-list.js'
import './personal-data.css'

const PAGE = 50

function RequestsBox() {
  const s = useOwnTexts(DATA_TEXTS)
  const [openOnly, setOpenOnly] = useState(true)
  const [count, setCount] = useState(PAGE)
  const { data, previousData, error, refetch } = useQuery(DataRequestsQuery, {
    variables: { openOnly, first: count, after: null },
  })
  const list = (data ?? previousData)?.dataRequests
  return (
    <Box
      title={s('requests')}
      note={s('requestsNote')}
      extra={
        <Checkbox checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)}>
          {s('onlyOpen')}
        </Checkbox>
      }
    >
      {error && !list && <ErrorState error={error} retry={() => void refetch()} />}
      {!list && !error && <Bone width="70%" />}
      {list && <RequestList named requests={list.edges.map(({ node }) => node)} />}
      {list?.pageInfo.hasNextPage && (
        <Button onClick={() => setCount((shown) => Math.min(shown + PAGE, 200))}>{s('more')}</Button>
      )}
    </Box>
  )
}

function PurposesBox() {
  const s = useOwnTexts(DATA_TEXTS)
  const { data } = useQuery(PurposesQuery)
  return (
    <Box title={s('purposes')}>
      <PurposeList purposes={data?.processingPurposes ?? []} />
    </Box>
  )
}

/** What persons asked for, who looked at them from outside, and what their data is processed for. */
export function PersonalDataPage() {
  const s = useOwnTexts(DATA_TEXTS)
  const { viewerCanReadPeople } = useViewer()
  const { today } = useInstallation()
  const { data } = useQuery(OwnUnitsQuery, { variables: { at: today }, skip: !viewerCanReadPeople })
  const title = s('title')
  useEffect(() => {
    document.title = `${title} · Vườn ươm`
  }, [title])
  if (!viewerCanReadPeople) return <Forbidden what={s('forbidden')} />
  const units = data?.rootOrganizations ?? []
  const kept = units.filter((unit) => unit.viewerCanRecordPeople)
  return (
    <div className="sb-page sb-plain-page">
      <h1>{title}</h1>
      {kept.length > 0 && <RequestsBox />}
      {kept.length > 0 && <LooksBox units={kept} />}
      <PurposesBox />
    </div>
  )
}
