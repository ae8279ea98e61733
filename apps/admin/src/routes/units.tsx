/** /units/:unitId/units */
export function UnitsRoute() {
  return null
}
