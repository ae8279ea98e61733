import { LockOutlined, PlusOutlined, SolutionOutlined, UnlockOutlined } from '@ant-design/icons'
import { useQuery } from '@apollo/client/react'
import { minDay } from '@seedbed/shared'
import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { ReadOnlyNote } from '../../components/read-only-note.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay } from '../../lib/format.js'
import { CompletionCard } from './completion-card.js'
import { RevisionsDrawer } from './revisions-drawer.js'
import { TargetDialog } from './target-dialog.js'
import { OwnTargetsQuery, type Completion, type OwnUnit } from './targets-query.js'
import { LockDialog, RegisterDialog, RemoveTargetDialog } from './year-dialogs.js'

type Open = { kind: 'add' | 'lock' | 'register' } | { kind: 'edit' | 'remove' | 'revisions'; of: Completion }

function Registration({ unit }: { unit: OwnUnit }) {
  const { t, language } = useTexts()
  const { targetRegistration: own } = unit
  if (!own) return <span className="sb-quiet">{t('register.none')}</span>
  const n = (value: number | null) => formatCount(value, language)
  return (
    <span className="sb-quiet">
      {t('register.known', {
        wanted: n(own.wanted),
        expected: n(own.expected),
        day: formatDay(own.recordedAt.slice(0, 10)),
      })}
    </span>
  )
}

function Lock({ unit, year }: { unit: OwnUnit; year: number }) {
  const { t } = useTexts()
  const own = unit.targetLocks.filter((lock) => lock.year === year)
  return own.map((lock) => (
    <p key={lock.id} className="sb-quiet">
      {t('lock.told', { day: formatDay(lock.lockedAt.slice(0, 10)), why: lock.reason })}
      {lock.unlockedAt &&
        ` ${t('unlock.told', { day: formatDay(lock.unlockedAt.slice(0, 10)), why: lock.unlockReason ?? '' })}`}
    </p>
  ))
}

function Dialogs({
  unit,
  year,
  open,
  onClose,
}: {
  unit: OwnUnit
  year: number
  open: Open
  onClose: () => void
}) {
  const locked = unit.targetLocks.some((lock) => lock.year === year && lock.unlockedAt === null)
  switch (open.kind) {
    case 'add':
      return <TargetDialog unit={unit} year={year} target={null} onClose={onClose} />
    case 'edit':
      return <TargetDialog unit={unit} year={year} target={open.of.target} onClose={onClose} />
    case 'remove':
      return <RemoveTargetDialog target={open.of.target} name={open.of.name} onClose={onClose} />
    case 'revisions':
      return <RevisionsDrawer completion={open.of} onClose={onClose} />
    case 'lock':
      return <LockDialog unit={unit} year={year} locked={locked} onClose={onClose} />
    case 'register':
      return <RegisterDialog unit={unit} year={year} onClose={onClose} />
  }
}

/** All targets of a unit for a year, each counted on its own, with its revisions; and what the unit says itself. */
export function OwnView({ year }: { year: number }) {
  const { t } = useTexts()
  const { place, unitId } = usePlace()
  const asOf = minDay(place.asOf, `${year}-12-31`)
  const day = asOf < `${year}-01-01` ? `${year}-01-01` : asOf
  const [open, setOpen] = useState<Open | null>(null)
  const { data, previousData, error, refetch } = useQuery(OwnTargetsQuery, {
    variables: { id: unitId, at: place.asOf, year, input: { asOf: day, countBasis: place.basis } },
  })
  const unit = (data ?? previousData)?.organization
  if (error && !unit) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return data ? <ErrorState error={null} notFound /> : <TableSkeleton rows={6} />
  const locked = unit.targetLocks.some((lock) => lock.year === year && lock.unlockedAt === null)
  return (
    <div className="sb-live sb-own">
      <div className="sb-target-bar">
        {unit.viewerCanAssignTargets && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={locked}
            onClick={() => setOpen({ kind: 'add' })}
          >
            {t('target.addOne')}
          </Button>
        )}
        {unit.viewerCanRegisterTargets && (
          <Button icon={<SolutionOutlined />} onClick={() => setOpen({ kind: 'register' })}>
            {t('register.open')}
          </Button>
        )}
        {(locked ? unit.viewerCanUnlockTargets : unit.viewerCanAssignTargets) && (
          <Button
            icon={locked ? <UnlockOutlined /> : <LockOutlined />}
            onClick={() => setOpen({ kind: 'lock' })}
          >
            {t(locked ? 'unlock.do' : 'lock.do')}
          </Button>
        )}
        <Registration unit={unit} />
      </div>
      {!unit.viewerCanAssignTargets && !unit.viewerCanRegisterTargets && <ReadOnlyNote />}
      <Lock unit={unit} year={year} />
      {unit.targetCompletions.length === 0 && (
        <div className="sb-box">
          <EmptyState title={t('target.none', { year })} hint={t('target.noneHint')} />
        </div>
      )}
      <div className="sb-targets">
        {unit.targetCompletions.map((completion) => (
          <CompletionCard
            key={completion.target.id}
            completion={completion}
            readOnly={locked || !completion.target.viewerCanChange}
            onEdit={() => setOpen({ kind: 'edit', of: completion })}
            onRemove={() => setOpen({ kind: 'remove', of: completion })}
            onRevisions={() => setOpen({ kind: 'revisions', of: completion })}
          />
        ))}
      </div>
      {open && <Dialogs unit={unit} year={year} open={open} onClose={() => setOpen(null)} />}
    </div>
  )
}
