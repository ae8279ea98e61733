import { ORGANIZATION_KINDS, PLACEMENTS, TIERS, type OrganizationKind } from '@seedbed/shared'
import type { MigrationInterface, QueryRunner } from 'typeorm'

const openEnd = '9999-12-31'
const kinds: readonly OrganizationKind[] = ['SPECIAL_ZONE', 'OUTSIDE']
const placements = PLACEMENTS.filter(({ tier, parentTier }) => tier === 'OUTSIDE' || parentTier === 'OUTSIDE')

/** The level of what lies outside the system, with whatever may be handed over to it; special zones. */
export class AddOutsideTier1763700000021 implements MigrationInterface {
  name = 'AddOutsideTier1763700000021'

  /** An installation that begins with this version has them from its lists already. */
  async up(runner: QueryRunner): Promise<void> {
    const { label, rank, holdsMembers } = TIERS.OUTSIDE
    await addOnce(runner, 'tier', ['code'], {
      code: 'OUTSIDE',
      label_vi: label.vi,
      label_en: label.en,
      level: rank,
      holds_members: holdsMembers ? 1 : 0,
    })
    for (const { tier, parentTier, validFrom, regulation } of placements) {
      await addOnce(runner, 'tier_placement', ['tier', 'parent_tier', 'valid_from'], {
        tier,
        parent_tier: parentTier ?? '',
        valid_from: validFrom,
        valid_to: openEnd,
        regulation,
      })
    }
    for (const code of kinds) {
      const { vi, en } = ORGANIZATION_KINDS[code]
      const position = Object.keys(ORGANIZATION_KINDS).indexOf(code)
      await addOnce(runner, 'organization_kind', ['code'], { code, label_vi: vi, label_en: en, position })
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM tier_placement WHERE tier = 'OUTSIDE' OR parent_tier = 'OUTSIDE'")
    await runner.query("DELETE FROM tier WHERE code = 'OUTSIDE'")
    await runner.query("DELETE FROM organization_kind WHERE code IN ('SPECIAL_ZONE', 'OUTSIDE')")
  }
}

async function addOnce(
  runner: QueryRunner,
  table: string,
  keys: string[],
  row: Record<string, string | number>,
): Promise<void> {
  const where = keys.map((name) => `${name} = ?`).join(' AND ')
  const found = (await runner.query(
    `SELECT 1 AS found FROM ${table} WHERE ${where}`,
    keys.map((name) => row[name]),
  )) as unknown[]
  if (found.length > 0) return
  const columns = Object.keys(row)
  await runner.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    columns.map((name) => row[name]),
  )
}
