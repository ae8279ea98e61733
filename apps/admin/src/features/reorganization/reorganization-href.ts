import { PLACE_KEYS, setOrDrop } from '../../lib/place.js'

export const VIEWS = ['operations', 'trees', 'rehearsal'] as const
export type View = (typeof VIEWS)[number]

/** The address of a reorganization; day and period of the figures one came from go along. */
export function reorganizationHref(
  params: URLSearchParams,
  id: string,
  extra: Record<string, string | undefined> = {},
): string {
  const next = new URLSearchParams()
  for (const key of PLACE_KEYS) setOrDrop(next, key, params.get(key))
  for (const [key, value] of Object.entries(extra)) setOrDrop(next, key, value)
  const query = next.toString()
  return `/reorganizations/${id}${query ? `?${query}` : ''}`
}
