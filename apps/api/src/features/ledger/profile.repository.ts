import type { RequestContext } from '../../context.js'
import { execute, inChunks, marks, select, type Row } from '../../database/sql.js'
import { fingerprintOf, NOBODY_KNOWN, type Counted, type Profile } from './profile.js'

const columns = [
  ['female', 'female'],
  ['ethnicity', 'ethnicity'],
  ['religion', 'religion'],
  ['youthUnion', 'youth_union'],
  ['schooling', 'schooling'],
  ['degree', 'degree'],
  ['politicalTheory', 'political_theory'],
  ['occupation', 'occupation'],
  ['sourceKind', 'source_kind'],
  ['introducer', 'introducer'],
] as const

/** Columns of the profile `f`, for statements that read entries with it. */
export const profileColumns = columns.map(([, column]) => `f.${column}`).join(', ')

const stored = (value: string | boolean | null) => (typeof value === 'boolean' ? Number(value) : value)

/**
 * Internal ids of profiles by fingerprint, remembered for the unit of work; new ones are stored, in one order, so
 * that two units of work that bring the same wait for each other. Nobody known has the id 0 and no row.
 */
export async function idsOfProfiles(
  ctx: RequestContext,
  profiles: readonly Profile[],
): Promise<ReadonlyMap<string, number>> {
  const known = rememberedBy(ctx)
  const wanted = new Map<string, Profile>()
  for (const profile of profiles) {
    const fingerprint = fingerprintOf(profile)
    if (!known.has(fingerprint)) wanted.set(fingerprint, profile)
  }
  const found = await findProfiles(ctx, [...wanted.keys()])
  const missing = [...wanted.keys()].filter((fingerprint) => !found.has(fingerprint)).sort()
  await insertProfiles(ctx, missing, wanted)
  const added = await findProfiles(ctx, missing)
  for (const [fingerprint, id] of [...found, ...added]) known.set(fingerprint, id)
  return known
}

/** The id of a profile among those of `idsOfProfiles`. */
export function idAmong(ids: ReadonlyMap<string, number>, profile: Profile): number {
  const id = ids.get(fingerprintOf(profile))
  if (id === undefined) throw new Error('A profile just stored is not there')
  return id
}

function rememberedBy(ctx: RequestContext): Map<string, number> {
  const name = 'profiles of the unit of work'
  const known = ctx.loaders.get(name) ?? new Map([[fingerprintOf(NOBODY_KNOWN.profile), 0]])
  ctx.loaders.set(name, known)
  return known as Map<string, number>
}

async function findProfiles(
  ctx: RequestContext,
  fingerprints: readonly string[],
): Promise<Map<string, number>> {
  const rows = await inChunks(fingerprints, (chunk) =>
    select<{ id: number; fingerprint: string }>(
      ctx,
      `SELECT id, fingerprint FROM profile WHERE fingerprint IN (${marks(chunk)})`,
      chunk,
    ),
  )
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, Number(id)]))
}

async function insertProfiles(
  ctx: RequestContext,
  missing: readonly string[],
  wanted: ReadonlyMap<string, Profile>,
): Promise<void> {
  const names = ['fingerprint', ...columns.map(([, column]) => column)]
  const ignore = ctx.database.dialect === 'mysql' ? 'IGNORE' : 'OR IGNORE'
  const rows = missing.map((fingerprint) => {
    const profile = wanted.get(fingerprint)
    return [fingerprint, ...columns.map(([name]) => stored(profile?.[name] ?? null))]
  })
  for (let start = 0; start < rows.length; start += 1_000) {
    const slice = rows.slice(start, start + 1_000)
    const tuples = slice.map((row) => `(${marks(row)})`).join(', ')
    await execute(ctx, `INSERT ${ignore} INTO profile (${names.join(', ')}) VALUES ${tuples}`, slice.flat())
  }
}

const flagOf = (value: unknown) => (value === null ? null : Number(value) === 1)
const textOf = (value: unknown) => (value === null ? null : String(value as string))

/** Whom an entry counts, from a row with its own columns and those of its profile. */
export function toCounted(row: Row): Counted {
  return {
    profile: {
      female: flagOf(row.female),
      ethnicity: textOf(row.ethnicity),
      religion: textOf(row.religion),
      youthUnion: flagOf(row.youth_union),
      schooling: textOf(row.schooling),
      degree: textOf(row.degree),
      politicalTheory: textOf(row.political_theory),
      occupation: textOf(row.occupation),
      sourceKind: textOf(row.source_kind),
      introducer: textOf(row.introducer),
    },
    age: row.age === null ? null : Number(row.age),
    birthMonth: Number(row.birth_month),
    joinedMonth: Number(row.joined_month),
  }
}
