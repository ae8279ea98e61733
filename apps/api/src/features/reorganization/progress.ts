import { setImmediate as breath } from 'node:timers/promises'
import type { ReorganizationAct, ReorganizationStep } from '@seedbed/shared'
import type { RequestContext } from '../../context.js'
import { SeedbedError } from '../../errors/errors.js'
import { refusalOf, type Refusal } from '../../graphql/refusal.js'

/** Work on a reorganization: how far it is, or how it ended. */
export interface Work {
  act: ReorganizationAct
  step: ReorganizationStep
  done: number
  /** Null where the step is not counted. */
  total: number | null
  startedAt: string
  endedAt: string | null
  /** Why it was refused or failed; null while it runs, and where it succeeded. */
  refusal: Refusal | null
}

const kept = 200
/** By the outer id of the reorganization. Beside the database, because what a unit of work writes nobody sees yet. */
const works = new Map<string, Work>()

/** What this process knows of the work on a reorganization: the running one, else the last. */
export function workOn(uid: string): Work | null {
  return works.get(uid) ?? null
}

function refusalOrFailure(error: unknown): Refusal {
  if (error instanceof SeedbedError) return refusalOf(error)
  return { code: 'INTERNAL_ERROR', vi: 'lỗi của hệ thống', en: 'a failure of the system' }
}

/** Runs work on a reorganization so that others can ask how far it is; a second at the same time is not told of. */
export async function underWay<T>(
  ctx: RequestContext,
  uid: string,
  act: ReorganizationAct,
  run: () => Promise<T>,
): Promise<T> {
  const now = () => ctx.clock.now().toISOString()
  const known = works.get(uid)
  if (known && known.endedAt === null) return run()
  const startedAt = now()
  const work: Work = { act, step: 'WAITING', done: 0, total: null, startedAt, endedAt: null, refusal: null }
  works.delete(uid)
  works.set(uid, work)
  for (const oldest of works.keys()) {
    if (works.size <= kept) break
    works.delete(oldest)
  }
  try {
    return await run()
  } catch (error) {
    work.refusal = refusalOrFailure(error)
    throw error
  } finally {
    work.endedAt = now()
  }
}

/**
 * Tells how far the work on a reorganization is, and lets the process answer others for a moment: on SQLite a unit of
 * work would otherwise keep it busy from its beginning to its end.
 */
export async function tell(
  uid: string,
  step: ReorganizationStep,
  done = 0,
  total: number | null = null,
): Promise<void> {
  const work = works.get(uid)
  if (work && work.endedAt === null) Object.assign(work, { step, done, total })
  await breath()
}
