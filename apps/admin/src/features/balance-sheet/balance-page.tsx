import { useQuery } from '@apollo/client/react'
import { COUNT_BASES, PERIMETERS, findIndicator } from '@seedbed/shared'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useNotice } from '../../app/notices.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatDay } from '../../lib/format.js'
import { BalanceQuery, type BalanceSheet } from './balance-query.js'
import { BalanceToolbar } from './balance-toolbar.js'
import { downloadSheet, sheetText, type SheetTitle } from './sheet-export.js'
import { sheetRows } from './sheet-rows.js'
import { SheetTable } from './sheet-table.js'
import './balance.css'

const UnitsDrawer = lazy(async () => ({ default: (await import('./units-drawer.js')).UnitsDrawer }))
const CountedPeople = lazy(async () => ({
  default: (await import('../composition/counted-people.js')).CountedPeople,
}))
const PersonDrawer = lazy(async () => ({
  default: (await import('../people/person-drawer.js')).PersonDrawer,
}))

function isEmpty({ opening, closing, lines }: BalanceSheet): boolean {
  return opening === 0 && closing === 0 && lines.every(({ count }) => count === 0)
}

/** What stands beside the sheet when one of its numbers was followed. */
function Behind() {
  const { language } = useTexts()
  const { params, setParam } = usePlace()
  const side = params.get('units')
  const count = params.get('people')
  const indicator = findIndicator(count ?? '')
  const person = params.get('person')
  const close = () => setParam({ units: null, people: null })
  return (
    <Suspense fallback={null}>
      {(side === 'TAKEN_OVER' || side === 'HANDED_OVER') && <UnitsDrawer side={side} onClose={close} />}
      {indicator && (
        <CountedPeople
          state={{ count: indicator.id, rows: 'SEX', columns: null, groupSet: null, cell: null }}
          title={indicator.label[language]}
          onClose={close}
        />
      )}
      {person && <PersonDrawer id={person} onClose={() => setParam({ person: null, correct: null })} />}
    </Suspense>
  )
}

function useExport(title: SheetTitle, sheet: BalanceSheet | undefined) {
  const { t } = useTexts()
  const say = useNotice()
  const rows = sheet ? sheetRows(sheet, title.asOf, title.language) : []
  const copy = async () => {
    await navigator.clipboard?.writeText(sheetText(title, rows))
    say(t('sheet.copied'))
  }
  return { rows, copy, download: () => downloadSheet(title, rows) }
}

/** How the number of members of the unit came about in the period, line by line. */
export function BalancePage() {
  const { t, label, language } = useTexts()
  const { place, question, unitId } = usePlace()
  const { data, previousData, error, refetch } = useQuery(BalanceQuery, {
    variables: { id: unitId, at: place.asOf, input: question },
  })
  const unit = (data ?? previousData)?.organization
  const sheet = unit?.balanceSheet
  const how = `${label(PERIMETERS, place.perimeter)}, ${label(COUNT_BASES, place.basis)}`
  const title = { unit: unit?.name ?? '', from: question.from, asOf: question.asOf, how, language }
  const { rows, copy, download } = useExport(title, sheet)
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (data && !unit) return <ErrorState error={null} notFound />
  return (
    <div className="sb-page" aria-busy={!data}>
      <BalanceToolbar disabled={!sheet} onCopy={() => void copy()} onDownload={download} />
      {!sheet && <TableSkeleton />}
      {sheet && (
        <div className="sb-live">
          <Box
            title={t('balance.title')}
            note={t('admissions.period', { from: formatDay(question.from), to: formatDay(question.asOf) })}
          >
            {isEmpty(sheet) ? (
              <EmptyState title={t('sheet.empty')} hint={t('sheet.emptyHint')} />
            ) : (
              <SheetTable rows={rows} />
            )}
            <p className="sb-sheet-foot">{t(`sheet.foot${place.perimeter}`)}</p>
          </Box>
        </div>
      )}
      <Behind />
    </div>
  )
}
