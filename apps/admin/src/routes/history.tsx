/** /units/:unitId/history */
export function HistoryRoute() {
  return null
}
