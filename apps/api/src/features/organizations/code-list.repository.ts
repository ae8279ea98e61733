import type { RequestContext } from '../../context.js'
import { select, type Row } from '../../database/sql.js'
import type { CodeLabel, Tier } from './organization.type.js'

/** Levels, highest first, with what each may stand under on a day. */
export async function listTiers(ctx: RequestContext, day: string): Promise<Tier[]> {
  const tiers = await select<Row>(
    ctx,
    'SELECT code, label_vi AS labelVi, label_en AS labelEn, level, holds_members AS holdsMembers FROM tier ORDER BY level, code',
  )
  const placements = await select<{ tier: string; parent: string }>(
    ctx,
    `SELECT tier, parent_tier AS parent FROM tier_placement
     WHERE parent_tier <> '' AND valid_from <= ? AND valid_to > ? ORDER BY tier, parent_tier`,
    [day, day],
  )
  return tiers.map((row) => ({
    code: String(row.code),
    labelVi: String(row.labelVi),
    labelEn: String(row.labelEn),
    rank: Number(row.level),
    holdsMembers: Number(row.holdsMembers) === 1,
    parentTiers: placements.flatMap(({ tier, parent }) => (tier === row.code ? [parent] : [])),
  }))
}

/** A list of codes in the order in which they are shown. */
export function listCodes(ctx: RequestContext, table: 'organization_kind' | 'sector'): Promise<CodeLabel[]> {
  return select<CodeLabel>(
    ctx,
    `SELECT code, label_vi AS labelVi, label_en AS labelEn FROM ${table} ORDER BY position`,
  )
}
