import { ADMINISTRATIVE_UNITS } from './data/administrative-units.js'

/** A place of the list of administrative units. */
export interface Place {
  code: string
  parent: string
  name: string
}

/** All places, in the order of the list: each province, then each district with its communes. */
export const PLACES: readonly Place[] = ADMINISTRATIVE_UNITS.split('\n').map((line) => {
  const [code = '', parent = '', name = ''] = line.split('|')
  return { code, parent, name }
})

/** Places directly below one. */
export function placesBelow(code: string): Place[] {
  return PLACES.filter((place) => place.parent === code)
}
