import { isDay, type Day } from '@seedbed/shared'
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
export type Settings = Partial<Record<'defaultAsOf' | 'demonstration', string | null>>

/** The settings, and today in Viet Nam. */
export async function installationOf(ctx: RequestContext): Promise<InstallationFacts> {
  const settings = await listSettings(ctx)
  return {
    defaultAsOf: settings.get('defaultAsOf') ?? null,
    demonstration: settings.get('demonstration') === 'true',
    today: today(ctx),
  }
}

/**
 * Writes the settings named and leaves the others; a default day that is none is INVALID_INPUT. Answers what stood
 * before, so that it can be put back.
 */
export function writeSettings(ctx: RequestContext, settings: Settings): Promise<Settings> {
  return inTransaction(ctx, async (tx) => {
    const day = settings.defaultAsOf
    if (typeof day === 'string' && !isDay(day)) throw invalidInput('defaultAsOf', 'not a day')
    const before = await listSettings(tx)
    const names = Object.keys(settings) as Array<keyof Settings>
    for (const name of names) await writeSetting(tx, name, settings[name] ?? null)
    return Object.fromEntries(names.map((name) => [name, before.get(name) ?? null]))
  })
}
