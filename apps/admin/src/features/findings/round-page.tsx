import { useQuery } from '@apollo/client/react'
import { INSPECTING_BODIES, ROUND_KINDS } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'
import { CloseRoundDialog, WorkersDialog } from './round-acts.js'
import { RoundSubjects } from './round-subjects.js'
import { RoundQuery, type Round } from './rounds-query.js'
import { TallyTable } from './tally-table.js'

const RoundDialog = lazy(async () => ({ default: (await import('./round-dialog.js')).RoundDialog }))

function Facts({ round }: { round: Round }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { document, looksFrom, workers } = round
  const names = workers.map(({ name }) => name).join(', ')
  const facts = [
    [s('inspecting'), round.organization?.name],
    [s('body'), label(INSPECTING_BODIES, round.body)],
    [s('plan'), document ? `${document.number} · ${document.title}` : '–'],
    [`${s('from')} – ${s('to')}`, `${formatDay(round.fromDay)} – ${formatDay(round.toDay)}`],
    [s('workers'), names === '' ? s('noWorkers') : names],
  ] as const
  return (
    <>
      <dl className="sb-finding-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sb-quiet">{looksFrom ? s('looksLater', { day: formatDay(looksFrom) }) : s('looksNow')}</p>
    </>
  )
}

type Act = 'edit' | 'workers' | 'close'

/** A round: what it is about, who works on it, what it counts so far, and its subjects. */
export function RoundPage({ id }: { id: string }) {
  const { label } = useTexts()
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { setParam } = usePlace()
  const { data, error, refetch } = useQuery(RoundQuery, { variables: { id } })
  const [act, setAct] = useState<Act | null>(null)
  const round = data?.inspectionRound
  const done = () => setAct(null)
  return (
    <>
      <Button type="link" className="sb-back" onClick={() => setParam({ round: null })}>
        ‹ {s('back')}
      </Button>
      {error && !round && <ErrorState error={error} retry={() => void refetch()} />}
      {!round && !error && <TableSkeleton />}
      {round && (
        <>
          <section className="sb-box" aria-label={round.theme}>
            <header className="sb-box-head">
              <h2>
                {round.theme}
                <small>
                  {[
                    label(ROUND_KINDS, round.kind),
                    round.closedOn ? s('closedOn', { day: formatDay(round.closedOn) }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </h2>
              {round.viewerCanChange && (
                <div className="sb-finding-acts">
                  <Button onClick={() => setAct('edit')}>{s('editRound')}</Button>
                  <Button onClick={() => setAct('workers')}>{s('assign')}</Button>
                  <Button onClick={() => setAct('close')}>{s('closeRound')}</Button>
                </div>
              )}
            </header>
            <Facts round={round} />
            <TallyTable
              rows={[
                { name: s('units'), tally: round.organizations },
                { name: s('members'), tally: round.members },
              ]}
            />
          </section>
          <RoundSubjects round={round} />
          <Suspense fallback={null}>
            {act === 'edit' && (
              <RoundDialog unitId={round.organization?.id ?? ''} round={round} onClose={done} />
            )}
          </Suspense>
          {act === 'workers' && <WorkersDialog round={round} onClose={done} />}
          {act === 'close' && <CloseRoundDialog round={round} onClose={done} />}
        </>
      )}
    </>
  )
}
