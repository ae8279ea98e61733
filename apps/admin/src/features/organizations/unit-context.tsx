import { useQuery } from '@apollo/client/react'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { usePlace } from '../../app/use-place.js'
import { useViewer } from '../../app/viewer.js'
import { graphql, type ResultOf } from '../../gql/graphql.js'
import { failureOf } from '../../lib/errors.js'
import type { Tab } from '../../lib/place.js'

const UnitHeaderQuery = graphql(`
  query UnitHeader($id: ID!, $at: Date!, $input: FiguresInput!, $figures: Boolean!) {
    organization(id: $id, at: $at) {
      id
      at
      name
      validTo
      childCount
      cellCount
      holdsMembers
      viewerCanReadFigures
      viewerCanReadPeople
      viewerCanReadAudit
      viewerCanRecordPeople
      viewerCanRecordSources
      viewerCanRecordMembership
      viewerCanDeclareFigures
      viewerCanChangeSettings
      viewerCanRunCourses
      viewerCanRunInspections
      viewerCanRecordFindings
      viewerCanAnswerFindings
      viewerCanShareQueries
      ancestors {
        id
        at
        name
      }
      becameOf {
        on
        extent
        organization {
          id
          at
          name
        }
      }
      figures(input: $input) @include(if: $figures) {
        indicator
        numerator
      }
    }
  }
`)

/** The unit on screen, with what the viewer may do at it. */
export type Unit = NonNullable<ResultOf<typeof UnitHeaderQuery>['organization']>

interface Shown {
  /** Undefined until it is known, or where it cannot be seen. */
  unit: Unit | undefined
  error: unknown
}

const UnitContext = createContext<Shown>({ unit: undefined, error: undefined })

/** Asks once what the unit on screen is called, where it stands and what may be done at it. */
export function UnitProvider({ children }: { children: ReactNode }) {
  const { place, question, unitId } = usePlace()
  const { viewerCanReadFigures } = useViewer()
  const variables = { id: unitId, at: place.asOf, input: { ...question, indicators: ['membersAtStart'] } }
  const whole = useQuery(UnitHeaderQuery, { variables: { ...variables, figures: viewerCanReadFigures } })
  const refused = whole.error !== undefined && failureOf(whole.error).code === 'FORBIDDEN'
  const bare = useQuery(UnitHeaderQuery, { variables: { ...variables, figures: false }, skip: !refused })
  const { data, error } = refused ? bare : whole
  const unit = data?.organization ?? undefined
  const value = useMemo(() => ({ unit, error }), [unit, error])
  return <UnitContext value={value}>{children}</UnitContext>
}

/** The unit on screen. */
export function useUnit(): Shown {
  return use(UnitContext)
}

/** Tabs that show persons. */
const PEOPLE: ReadonlySet<Tab> = new Set(['due', 'sources', 'dossiers', 'admissions'])

/** Whether the viewer may open a tab of the unit; yes while that is not known. */
export function mayOpen(tab: Tab, unit: Unit | undefined): boolean {
  if (!unit || tab === 'history') return true
  if (tab === 'inspection') return unit.viewerCanRunInspections || unit.viewerCanAnswerFindings
  return PEOPLE.has(tab) ? unit.viewerCanReadPeople : unit.viewerCanReadFigures
}
