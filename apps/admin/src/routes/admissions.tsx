/** /units/:unitId/admissions */
export function AdmissionsRoute() {
  return null
}
