import { useQuery } from '@apollo/client/react'
import { COURSE_KINDS } from '@seedbed/shared'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { EmptyState } from '../../components/empty-state.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount, formatDay, shortName } from '../../lib/format.js'
import { useUnit } from '../organizations/unit-context.js'
import { CoursesQuery, type Course } from './courses-query.js'

const CourseDrawer = lazy(async () => ({ default: (await import('./course-drawer.js')).CourseDrawer }))
const CourseDialog = lazy(async () => ({ default: (await import('./course-dialog.js')).CourseDialog }))

function CourseRows({ courses }: { courses: readonly Course[] }) {
  const { t, label, language } = useTexts()
  const { setParam } = usePlace()
  return (
    <table className="sb-people sb-candidates">
      <thead>
        <tr>
          <th scope="col">{t('courses.course')}</th>
          <th scope="col">{t('courses.kind')}</th>
          <th scope="col">{t('courses.days')}</th>
          <th scope="col">{t('courses.organizer')}</th>
          <th scope="col">{t('courses.registered')}</th>
          <th scope="col">{t('courses.passed')}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map((one) => (
          <tr key={one.id}>
            <td>
              <button type="button" onClick={() => setParam({ course: one.id })}>
                {one.name}
              </button>
            </td>
            <td>{label(COURSE_KINDS, one.kind)}</td>
            <td>
              {formatDay(one.startsOn)} – {formatDay(one.endsOn)}
            </td>
            <td>{shortName(one.organization.name)}</td>
            <td>
              {formatCount(one.taken, language)} / {formatCount(one.places, language)}
            </td>
            <td>{formatCount(one.passed, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** So many of those who wait are told. */
const MOST = 200

/** Courses open to the unit in the period and the year after, and the members who wait for theirs. */
export function CoursesView() {
  const { t } = useTexts()
  const { place, question, params, setParam, unitId } = usePlace()
  const to = `${Number(place.asOf.slice(0, 4)) + 1}-12-31`
  const { data, previousData, error, refetch } = useQuery(CoursesQuery, {
    variables: { id: unitId, at: place.asOf, from: question.from, to },
  })
  const unit = (data ?? previousData)?.organization
  const mayRun = useUnit().unit?.viewerCanRunCourses === true
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!unit) return <TableSkeleton />
  const waiting = unit.membersWithoutCourse
  return (
    <div className="sb-box sb-live">
      <div className="sb-toolbar">
        <h3 className="sb-count">{t('courses.title')}</h3>
        {mayRun && <Button onClick={() => setParam({ dialog: 'course' })}>{t('courses.plan')}</Button>}
      </div>
      {unit.courses.length === 0 ? (
        <EmptyState title={t('courses.empty')} hint={t('courses.emptyHint')} />
      ) : (
        <CourseRows courses={unit.courses} />
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t('courses.waiting', { n: waiting.length < MOST ? waiting.length : `${MOST}+` })}</h3>
          <ul className="sb-waiting">
            {waiting.slice(0, 20).map((one) => (
              <li key={one.person.id}>
                {one.person.fullName}{' '}
                <small>
                  {shortName(one.organization.name)} ·{' '}
                  {t('courses.admittedOn', { day: formatDay(one.admittedOn) })}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense fallback={null}>
        {params.get('course') && (
          <CourseDrawer id={params.get('course') ?? ''} onClose={() => setParam({ course: null })} />
        )}
        {mayRun && params.get('dialog') === 'course' && (
          <CourseDialog onClose={() => setParam({ dialog: null })} />
        )}
      </Suspense>
    </div>
  )
}
