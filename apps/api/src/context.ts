import { dayInVietNam, type Day } from '@seedbed/shared'
import type { EntityManager } from 'typeorm'
import { SYSTEM, type Actor } from './audit/actor.js'
import type { Door } from './auth/door.js'
import type { AuditDraft } from './audit/draft.js'
import type { Database } from './database/database.js'
import { EVERY_ACCESS, type Access } from './policy/access.js'
import { NOTHING, type Scope } from './policy/scope.js'
import { SYSTEM_VIEWER, type Viewer } from './policy/viewer.js'

/** Tells the time; tests hold it still. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/**
 * What every function of a feature gets first: who asks, what they may see, the database and, inside a unit of
 * work, its transaction. One object per request.
 */
export interface RequestContext {
  readonly requestId: string
  readonly database: Database
  readonly clock: Clock
  /** Who acts, as the audit log names them. */
  readonly actor: Actor
  /** Set while an operation runs that goes on record (see audit/audited.ts). */
  readonly audit?: AuditDraft
  /** Who asks, as the policy knows them. */
  readonly viewer: Viewer
  /** The door by which a request came; absent for commands and the system. */
  readonly door?: Door
  /** What the viewer may do and where; asked by the functions of policy/may.ts. */
  readonly access: Access
  /** Units that the viewer may see in the tree. */
  readonly scope: Scope
  /** Set inside a unit of work; statements then run in its transaction. */
  readonly transaction?: EntityManager
  /** Set inside a unit of work: what it wrote to, so that copies of it are read anew (see database/stamps.ts). */
  readonly touched?: Set<number>
  /** Set inside a snapshot; statements outside a unit of work then read what was committed when it began. */
  readonly snapshot?: EntityManager
  /** Says when whoever asked has gone: what is only read then stops, in the database too. */
  readonly signal?: AbortSignal
  /** Loaders of this request, made on first use (see graphql/loaders.ts). */
  readonly loaders: Map<string, unknown>
}

/** A context for one request, one command or one test; the system itself unless told who asks. */
export function createContext(parts: {
  database: Database
  clock?: Clock
  actor?: Actor
  viewer?: Viewer
  access?: Access
  door?: Door
  requestId?: string
  signal?: AbortSignal
}): RequestContext {
  const access = parts.access ?? EVERY_ACCESS
  return {
    requestId: parts.requestId ?? 'local',
    database: parts.database,
    clock: parts.clock ?? systemClock,
    actor: parts.actor ?? SYSTEM,
    viewer: parts.viewer ?? SYSTEM_VIEWER,
    ...(parts.door ? { door: parts.door } : {}),
    ...(parts.signal ? { signal: parts.signal } : {}),
    access,
    scope: access.get('organizations.read') ?? NOTHING,
    loaders: new Map(),
  }
}

/** Today in Viet Nam. */
export function today(ctx: RequestContext): Day {
  return dayInVietNam(ctx.clock.now())
}
