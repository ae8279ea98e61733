import type { Sums } from '../figures/figures.service.js'

/** A unit below which nothing was ever recorded. */
export const noSumsYet: Sums = { flows: {}, stocks: {}, before: {}, lastAdmission: null }
