import { lazy, Suspense, type ReactNode } from 'react'
import { Outlet, type RouteObject } from 'react-router'
import { PageSkeleton } from '../components/skeletons.js'
import { Frame } from './frame.js'
import { InstallationProvider } from './installation.js'
import { ViewerProvider } from './viewer.js'
import { HomeRoute } from '../routes/home.js'
import { NotFoundRoute } from '../routes/not-found.js'

const OverviewRoute = lazy(async () => ({ default: (await import('../routes/overview.js')).OverviewRoute }))
const UnitsRoute = lazy(async () => ({ default: (await import('../routes/units.js')).UnitsRoute }))
const AdmissionsRoute = lazy(async () => ({
  default: (await import('../routes/admissions.js')).AdmissionsRoute,
}))
const TargetsRoute = lazy(async () => ({ default: (await import('../routes/targets.js')).TargetsRoute }))
const SourcesRoute = lazy(async () => ({ default: (await import('../routes/sources.js')).SourcesRoute }))
const DossiersRoute = lazy(async () => ({ default: (await import('../routes/dossiers.js')).DossiersRoute }))
const DossierRoute = lazy(async () => ({ default: (await import('../routes/dossier.js')).DossierRoute }))
const DueRoute = lazy(async () => ({ default: (await import('../routes/due.js')).DueRoute }))
const MeetingRoute = lazy(async () => ({ default: (await import('../routes/meeting.js')).MeetingRoute }))
const RulesRoute = lazy(async () => ({ default: (await import('../routes/rules.js')).RulesRoute }))
const CompositionRoute = lazy(async () => ({
  default: (await import('../routes/composition.js')).CompositionRoute,
}))
const BalanceRoute = lazy(async () => ({ default: (await import('../routes/balance.js')).BalanceRoute }))
const ComparisonRoute = lazy(async () => ({
  default: (await import('../routes/comparison.js')).ComparisonRoute,
}))
const InspectionRoute = lazy(async () => ({
  default: (await import('../routes/inspection.js')).InspectionRoute,
}))
const QueryRoute = lazy(async () => ({ default: (await import('../routes/query.js')).QueryRoute }))
const HistoryRoute = lazy(async () => ({ default: (await import('../routes/history.js')).HistoryRoute }))
const ReorganizationsRoute = lazy(async () => ({
  default: (await import('../routes/reorganizations.js')).ReorganizationsRoute,
}))
const ReorganizationRoute = lazy(async () => ({
  default: (await import('../routes/reorganization.js')).ReorganizationRoute,
}))
const OpenFrame = lazy(async () => ({ default: (await import('./open-frame.js')).OpenFrame }))
const AccountRoute = lazy(async () => ({ default: (await import('../routes/account.js')).AccountRoute }))
const AccountsRoute = lazy(async () => ({ default: (await import('../routes/accounts.js')).AccountsRoute }))
const PersonalDataRoute = lazy(async () => ({
  default: (await import('../routes/personal-data.js')).PersonalDataRoute,
}))
const AuditRoute = lazy(async () => ({ default: (await import('../routes/audit.js')).AuditRoute }))
const CodeRoute = lazy(async () => ({ default: (await import('../routes/code.js')).CodeRoute }))

function page(element: ReactNode) {
  return <Suspense fallback={<PageSkeleton />}>{element}</Suspense>
}

/** The table of contents of the application. */
export const routes: RouteObject[] = [
  {
    element: (
      <ViewerProvider>
        <InstallationProvider>
          <Outlet />
        </InstallationProvider>
      </ViewerProvider>
    ),
    errorElement: <NotFoundRoute broken />,
    children: [
      { index: true, element: <HomeRoute /> },
      { path: 'codes/:code', element: page(<CodeRoute />) },
      {
        path: 'units/:unitId',
        element: <Frame />,
        children: [
          { index: true, element: page(<OverviewRoute />) },
          { path: 'due', element: page(<DueRoute />) },
          { path: 'units', element: page(<UnitsRoute />) },
          { path: 'sources', element: page(<SourcesRoute />) },
          { path: 'dossiers', element: page(<DossiersRoute />) },
          { path: 'dossiers/meeting', element: page(<MeetingRoute />) },
          { path: 'dossiers/:dossierId', element: page(<DossierRoute />) },
          { path: 'admissions', element: page(<AdmissionsRoute />) },
          { path: 'targets', element: page(<TargetsRoute />) },
          { path: 'composition', element: page(<CompositionRoute />) },
          { path: 'comparison', element: page(<ComparisonRoute />) },
          { path: 'balance', element: page(<BalanceRoute />) },
          { path: 'inspection', element: page(<InspectionRoute />) },
          { path: 'query', element: page(<QueryRoute />) },
          { path: 'history', element: page(<HistoryRoute />) },
        ],
      },
      {
        element: page(<OpenFrame />),
        children: [
          { path: 'reorganizations', element: page(<ReorganizationsRoute />) },
          { path: 'reorganizations/:reorganizationId', element: page(<ReorganizationRoute />) },
          { path: 'rules', element: page(<RulesRoute />) },
          { path: 'account', element: page(<AccountRoute />) },
          { path: 'accounts', element: page(<AccountsRoute />) },
          { path: 'audit', element: page(<AuditRoute />) },
          { path: 'personal-data', element: page(<PersonalDataRoute />) },
        ],
      },
      { path: '*', element: <NotFoundRoute /> },
    ],
  },
]
