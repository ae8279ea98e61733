import { dayNumber, type UnitPaths } from '../columns/columns.service.js'
import type { SumsQuestion } from './sums-question.js'

/** Whether the other end of a transfer lies inside the unit of the row on the day that decides: then it counts for nobody. */
export class Inside {
  private readonly treeAt: number | null

  constructor(
    private readonly q: Pick<SumsQuestion, 'byChild' | 'perimeter' | 'treeAt'>,
    private readonly paths: UnitPaths,
  ) {
    this.treeAt = q.perimeter === 'RECORDED' ? null : dayNumber(q.treeAt)
  }

  /** `via`: the child whose row it is; 0: what lies directly at the unit, or the unit itself when not by child. */
  holds(counterpart: number, via: number, day: number): boolean {
    const { paths, q } = this
    const on = this.treeAt ?? day
    return paths.rowsBelow(counterpart).some((row) => {
      if ((paths.from[row] as number) > on || (paths.to[row] as number) <= on) return false
      if (!q.byChild) return true
      return via === 0 ? paths.depth[row] === 0 : paths.via[row] === via
    })
  }
}
