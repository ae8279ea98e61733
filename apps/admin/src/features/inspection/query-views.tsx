import { Link } from 'react-router'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { QUERY_TEXTS } from './inspection-texts.js'

export const VIEWS = ['ask', 'ready', 'saved', 'evidence'] as const
export type QueryView = (typeof VIEWS)[number]

/** The part of the queries that an address shows. */
export const viewIn = (params: URLSearchParams): QueryView =>
  VIEWS.find((view) => view === params.get('view')) ?? 'ask'

/** From asking to ready-made questions, those kept, and evidence; the question in the making goes along. */
export function QueryViews() {
  const w = useOwnTexts(QUERY_TEXTS)
  const { params, unitId, hrefTo } = usePlace()
  const shown = viewIn(params)
  const kept = { q: params.get('q') ?? undefined, about: params.get('about') ?? undefined }
  return (
    <nav className="sb-query-views" aria-label={w('views')}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to={hrefTo(unitId, 'query', { ...kept, view: view === 'ask' ? undefined : view })}
          aria-current={view === shown ? 'page' : undefined}
        >
          {w(view)}
        </Link>
      ))}
    </nav>
  )
}
