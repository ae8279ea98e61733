import { DEFAULT_SMALL_NUMBER, isDay, LIMITS, type Day } from '@seedbed/shared'
import { today, type RequestContext } from '../../context.js'
import { inTransaction } from '../../database/transaction.js'
import { invalidInput } from '../../errors/errors.js'
import { listSettings, writeSetting } from './installation.repository.js'

/** What this installation is. */
export interface InstallationFacts {
  /** Day that every screen opens at; null: today. */
  defaultAsOf: Day | null
  demonstration: boolean
  today: Day
}

/** Settings as they are stored: text by name, null for one that is not set. */
export type Settings = Partial<Record<'defaultAsOf' | 'demonstration' | 'smallNumber', string | null>>

/** The settings, and today in Viet Nam. */
export async function installationOf(ctx: RequestContext): Promise<InstallationFacts> {
  const settings = await listSettings(ctx)
  return {
    defaultAsOf: settings.get('defaultAsOf') ?? null,
    demonstration: settings.get('demonstration') === 'true',
    today: today(ctx),
  }
}

/** Numbers of persons below this one are covered for someone who may see figures only; 0 covers none. */
export async function smallNumberLimit(ctx: RequestContext): Promise<number> {
  const setting = (await listSettings(ctx)).get('smallNumber')
  return setting === undefined ? DEFAULT_SMALL_NUMBER : Number(setting)
}

/**
 * Writes the settings named and leaves the others; a default day that is none is INVALID_INPUT. Answers what stood
 * before, so that it can be put back.
 */
export function writeSettings(ctx: RequestContext, settings: Settings): Promise<Settings> {
  return inTransaction(ctx, async (tx) => {
    const day = settings.defaultAsOf
    if (typeof day === 'string' && !isDay(day)) throw invalidInput('defaultAsOf', 'not a day')
    const small = settings.smallNumber
    if (typeof small === 'string' && !(/^\d{1,3}$/u.test(small) && Number(small) <= LIMITS.smallNumber))
      throw invalidInput('smallNumber', `must be 0 to ${LIMITS.smallNumber}`)
    const before = await listSettings(tx)
    const names = Object.keys(settings) as Array<keyof Settings>
    for (const name of names) await writeSetting(tx, name, settings[name] ?? null)
    return Object.fromEntries(names.map((name) => [name, before.get(name) ?? null]))
  })
}

const outdated = 'entriesOutdated'

/** Whether a migration left entries that an earlier version posted by other rules. */
export async function entriesAreOutdated(ctx: RequestContext): Promise<boolean> {
  return (await listSettings(ctx)).has(outdated)
}

/** Says that all entries are posted by the rules of this version; in the unit of work that posted them. */
export function entriesAreCurrent(ctx: RequestContext): Promise<void> {
  return writeSetting(ctx, outdated, null)
}
