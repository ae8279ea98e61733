import { ORGANIZATION_KINDS, PLACEMENTS, SECTORS, ENTERPRISE_SECTORS, TIERS } from '@seedbed/shared'
import type { MigrationInterface, QueryRunner } from 'typeorm'

const openEnd = '9999-12-31'

/** Levels, what may stand under what, kinds and sectors with which an installation begins. */
export class SeedLists1763700000010 implements MigrationInterface {
  name = 'SeedLists1763700000010'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO write_lock (id, changes) VALUES (1, 0), (2, 0)')
    for (const [code, tier] of Object.entries(TIERS)) {
      await runner.query(
        'INSERT INTO tier (code, label_vi, label_en, level, holds_members) VALUES (?, ?, ?, ?, ?)',
        [code, tier.label.vi, tier.label.en, tier.rank, tier.holdsMembers ? 1 : 0],
      )
    }
    for (const { tier, parentTier, validFrom, regulation } of PLACEMENTS) {
      await runner.query(
        'INSERT INTO tier_placement (tier, parent_tier, valid_from, valid_to, regulation) VALUES (?, ?, ?, ?, ?)',
        [tier, parentTier ?? '', validFrom, openEnd, regulation],
      )
    }
    for (const [position, [code, label]] of Object.entries(ORGANIZATION_KINDS).entries()) {
      await runner.query(
        'INSERT INTO organization_kind (code, label_vi, label_en, position) VALUES (?, ?, ?, ?)',
        [code, label.vi, label.en, position],
      )
    }
    for (const [position, [code, label]] of Object.entries(SECTORS).entries()) {
      await runner.query(
        'INSERT INTO sector (code, label_vi, label_en, position, enterprise) VALUES (?, ?, ?, ?, ?)',
        [
          code,
          label.vi,
          label.en,
          position,
          (ENTERPRISE_SECTORS as readonly string[]).includes(code) ? 1 : 0,
        ],
      )
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sector', 'organization_kind', 'tier_placement', 'tier', 'write_lock']) {
      await runner.query(`DELETE FROM ${table}`)
    }
  }
}
