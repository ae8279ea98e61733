import type { RequestContext } from '../../context.js'
import { execute, inChunks, insertRows, marks, select } from '../../database/sql.js'
import type { DossierSpell } from './dossier-spells.js'
import type { StageSpell } from './stage-spells.js'

/** A spell with whose it is. */
export interface SpellRow extends StageSpell {
  person: number
}

const columns = `person, organization, stage, valid_from AS validFrom, valid_to AS validTo, entered_on AS enteredOn,
  listed_on AS listedOn, certified_on AS certifiedOn, source_kind AS sourceKind, introducer, event`

/** Spells of persons, oldest first. */
export function listSpells(ctx: RequestContext, persons: readonly number[]): Promise<SpellRow[]> {
  return inChunks([...persons], (chunk) =>
    select<SpellRow>(
      ctx,
      `SELECT ${columns} FROM candidate_spell WHERE person IN (${marks(chunk)}) ORDER BY person, valid_from`,
      chunk,
    ),
  )
}

/** A state of a dossier with whose it is. */
export interface DossierSpellRow extends DossierSpell {
  person: number
}

/** States of the dossiers of persons, oldest first. */
export function listDossierSpells(
  ctx: RequestContext,
  persons: readonly number[],
): Promise<DossierSpellRow[]> {
  return inChunks([...persons], (chunk) =>
    select<DossierSpellRow>(
      ctx,
      `SELECT person, opening, organization, state, valid_from AS validFrom, valid_to AS validTo, event FROM dossier_spell
       WHERE person IN (${marks(chunk)}) ORDER BY person, valid_from, id`,
      chunk,
    ),
  )
}

/** Writes the states of dossiers of persons in place of those that stand. */
export async function rewriteDossierSpells(
  ctx: RequestContext,
  persons: readonly number[],
  spells: readonly DossierSpellRow[],
): Promise<void> {
  await inChunks([...persons], async (chunk) => {
    await execute(ctx, `DELETE FROM dossier_spell WHERE person IN (${marks(chunk)})`, chunk)
    return []
  })
  await insertRows(
    ctx,
    'dossier_spell',
    spells.map(({ person, opening, organization, state, validFrom, validTo, event }) => ({
      ...{ person, opening, organization, state, event },
      ...{ valid_from: validFrom, valid_to: validTo },
    })),
  )
}

/** Writes the spells of persons in place of those that stand. */
export async function rewriteSpells(
  ctx: RequestContext,
  persons: readonly number[],
  spells: readonly SpellRow[],
): Promise<void> {
  await inChunks([...persons], async (chunk) => {
    await execute(ctx, `DELETE FROM candidate_spell WHERE person IN (${marks(chunk)})`, chunk)
    return []
  })
  await insertRows(
    ctx,
    'candidate_spell',
    spells.map((spell) => ({
      person: spell.person,
      organization: spell.organization,
      stage: spell.stage,
      valid_from: spell.validFrom,
      valid_to: spell.validTo,
      entered_on: spell.enteredOn,
      listed_on: spell.listedOn,
      certified_on: spell.certifiedOn,
      source_kind: spell.sourceKind,
      introducer: spell.introducer,
      event: spell.event,
    })),
  )
}
