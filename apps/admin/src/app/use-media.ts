import { useSyncExternalStore } from 'react'

/** Whether a media query holds; false where there is no window to ask. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia?.(query)
      list?.addEventListener('change', notify)
      return () => list?.removeEventListener('change', notify)
    },
    () => window.matchMedia?.(query).matches ?? false,
  )
}

/** Narrow screens: the tree becomes a drawer, controls grow. */
export function usePhone(): boolean {
  return useMedia('(max-width: 640px)')
}

/** Whoever has asked the system for less movement. */
export function useStillness(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}
