import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router'
import {
  questionOf,
  readPlace,
  setOrDrop,
  tabOf,
  unitHref,
  writePlace,
  type Place,
  type Tab,
} from '../lib/place.js'
import { useInstallation } from './installation.js'

/** The place in the address, and the ways to change it. Everything a page shows follows from it. */
export function usePlace() {
  const [params, setParams] = useSearchParams()
  const { pathname } = useLocation()
  const { unitId = '' } = useParams()
  const navigate = useNavigate()
  const { defaultAsOf } = useInstallation()
  const place = useMemo(() => readPlace(params, defaultAsOf), [params, defaultAsOf])
  const question = useMemo(() => questionOf(place), [place])

  const setPlace = useCallback(
    (next: Place, replace = false) => setParams((current) => writePlace(current, next), { replace }),
    [setParams],
  )
  const setParam = useCallback(
    (changes: Record<string, string | null | undefined>, replace = false) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [key, value] of Object.entries(changes)) setOrDrop(next, key, value)
          return next
        },
        { replace },
      ),
    [setParams],
  )
  const hrefTo = useCallback(
    (id: string, tab?: Tab, extra?: Record<string, string | undefined>) =>
      unitHref(writePlace(params, place), id, tab, extra),
    [params, place],
  )
  const goTo = useCallback((id: string, tab?: Tab) => void navigate(hrefTo(id, tab)), [navigate, hrefTo])

  return { place, question, params, unitId, tab: tabOf(pathname), setPlace, setParam, hrefTo, goTo }
}
