import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { ErrorState } from '../../components/error-state.js'
import { formatDay } from '../../lib/format.js'
import { LookList } from './look-list.js'
import { PersonDataQuery } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { RequestList } from './request-list.js'
import './personal-data.css'

const NewRequestDialog = lazy(async () => ({
  default: (await import('./new-request-dialog.js')).NewRequestDialog,
}))
const DataSheetDialog = lazy(async () => ({
  default: (await import('./data-sheet-dialog.js')).DataSheetDialog,
}))

/** For whoever keeps the person: what the person asked for, the data sheet, and who looked. */
export function PersonData({ id }: { id: string }) {
  const s = useOwnTexts(DATA_TEXTS)
  const { data, error, refetch } = useQuery(PersonDataQuery, { variables: { id } })
  const [open, setOpen] = useState<'request' | 'sheet' | null>(null)
  const person = data?.person
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!person) return null
  return (
    <>
      {person.restrictedSince && (
        <p className="sb-warn">{s('restricted', { day: formatDay(person.restrictedSince) })}</p>
      )}
      <h3>{s('rights')}</h3>
      <div className="sb-data-buttons">
        <Button onClick={() => setOpen('request')}>{s('newRequest')}</Button>
        <Button onClick={() => setOpen('sheet')}>{s('sheet')}</Button>
      </div>
      <RequestList requests={person.dataRequests} />
      <h3>{s('looks')}</h3>
      <LookList looks={person.looks.edges.map(({ node }) => node)} />
      <Suspense fallback={null}>
        {open === 'request' && <NewRequestDialog personId={id} onClose={() => setOpen(null)} />}
        {open === 'sheet' && <DataSheetDialog personId={id} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
