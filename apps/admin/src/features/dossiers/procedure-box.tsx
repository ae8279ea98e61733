import { useQuery } from '@apollo/client/react'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatDay } from '../../lib/format.js'
import { ProcedureQuery, type Delegation, type ProcedureUnit } from './procedure-query.js'

const StartDialog = lazy(async () => ({ default: (await import('./procedure-dialogs.js')).StartDialog }))
const DelegationDialog = lazy(async () => ({
  default: (await import('./procedure-dialogs.js')).DelegationDialog,
}))

type Asked = { what: 'start' } | { what: 'delegation'; one: Delegation | null } | null

function StartLine({ start }: { start: ProcedureUnit['procedureStart'] }) {
  const { t } = useTexts()
  if (!start.on) return <p className="sb-quiet">{t('procedure.notYet')}</p>
  return (
    <p>
      {t('procedure.since', { day: formatDay(start.on) })}{' '}
      <small>{t(start.ownOn === start.on ? 'history.own' : 'procedure.fromAbove')}</small>
    </p>
  )
}

/** From when admissions of the unit go by dossiers alone, and since when its committee decides itself. */
export function ProcedureBox() {
  const { t } = useTexts()
  const { place, unitId } = usePlace()
  const { data, previousData } = useQuery(ProcedureQuery, { variables: { id: unitId, at: place.asOf } })
  const [asked, setAsked] = useState<Asked>(null)
  const unit = (data ?? previousData)?.organization
  if (!unit) return null
  const may = unit.viewerCanSetProcedure
  const isGrassroots = unit.tier === 'GRASSROOTS'
  return (
    <Box title={t('procedure.title')}>
      <StartLine start={unit.procedureStart} />
      {may && <Button onClick={() => setAsked({ what: 'start' })}>{t('procedure.set')}</Button>}
      {(isGrassroots || unit.delegations.length > 0) && (
        <>
          <h3>{t('procedure.delegation')}</h3>
          {unit.delegations.length === 0 && <p className="sb-quiet">{t('procedure.notDelegated')}</p>}
          <ul className="sb-list">
            {unit.delegations.map((one) => (
              <li key={one.id}>
                <span>
                  {formatDay(one.from)} – {one.to ? formatDay(one.to) : t('rules.now')}
                  <small>{[one.document?.number, one.note].filter(Boolean).join(' · ')}</small>
                </span>
                {may && (
                  <Button size="small" onClick={() => setAsked({ what: 'delegation', one })}>
                    {t('rules.change')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {may && isGrassroots && (
            <Button onClick={() => setAsked({ what: 'delegation', one: null })}>
              {t('procedure.delegate')}
            </Button>
          )}
        </>
      )}
      <Suspense fallback={null}>
        {asked?.what === 'start' && <StartDialog unit={unit} onClose={() => setAsked(null)} />}
        {asked?.what === 'delegation' && (
          <DelegationDialog unit={unit} one={asked.one} onClose={() => setAsked(null)} />
        )}
      </Suspense>
    </Box>
  )
}
