import type { Language } from '../../lib/format.js'

export interface TierName {
  code: string
  labelVi: string
  labelEn: string
  rank: number
}

/** Tiers of one rank are counted together: a grassroots organization has cells below it or is a cell itself. */
export interface TierGroup {
  /** The codes, as the address holds them. */
  key: string
  tiers: string[]
  count: number
}

/** The groups of tiers that have units below, the highest first; a tier that is no longer in the list stands alone. */
export function tierGroups(
  counts: ReadonlyArray<{ tier: string | null; count: number }>,
  tiers: readonly TierName[],
): TierGroup[] {
  const groups = new Map<string, TierGroup>()
  for (const { tier, count } of counts) {
    if (tier === null) continue
    const rank = String(tiers.find(({ code }) => code === tier)?.rank ?? tier)
    const group = groups.get(rank) ?? { key: '', tiers: [], count: 0 }
    const all = [...group.tiers, tier]
    groups.set(rank, { key: all.join('.'), tiers: all, count: group.count + count })
  }
  return [...groups.values()]
}

/** The grassroots where there are any, else the lowest level below: those are asked whether they admit. */
export function usualGroup(groups: readonly TierGroup[]): TierGroup | undefined {
  return groups.find(({ tiers }) => tiers.some((tier) => tier.startsWith('GRASSROOTS'))) ?? groups.at(-1)
}

/** The label of a tier in the language on screen. */
export function tierName(tiers: readonly TierName[], code: string | null, language: Language): string {
  const found = tiers.find((tier) => tier.code === code)
  return (language === 'vi' ? found?.labelVi : found?.labelEn) ?? code ?? ''
}
