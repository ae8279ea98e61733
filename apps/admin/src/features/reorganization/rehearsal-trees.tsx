import { Box } from '../../components/box.js'
import { addDays, type Day } from '@seedbed/shared'
import { formatCount, formatDay } from '../../lib/format.js'
import { ChangeMark } from './change-mark.js'
import type { Rehearsal, RehearsedUnit } from './rehearsal-query.js'
import { useWords } from './use-words.js'

/** By the key of a unit those directly below it that the answer names, in its order; '' holds the highest. */
function byParent(units: readonly RehearsedUnit[]): Map<string, RehearsedUnit[]> {
  const keys = new Set(units.map(({ key }) => key))
  const below = new Map<string, RehearsedUnit[]>()
  for (const unit of units) {
    const parent = unit.parentKey !== null && keys.has(unit.parentKey) ? unit.parentKey : ''
    below.set(parent, [...(below.get(parent) ?? []), unit])
  }
  return below
}

function Branch({ units, below }: { units: readonly RehearsedUnit[]; below: Map<string, RehearsedUnit[]> }) {
  const { w, language } = useWords()
  return (
    <ul>
      {units.map((unit) => {
        const children = below.get(unit.key) ?? []
        return (
          <li key={unit.key} data-change={unit.change ?? undefined}>
            <div className="sb-before-after-row">
              <span className="sb-before-after-name">
                {unit.name} <small>{unit.code}</small>
              </span>
              {unit.change && <ChangeMark kind={unit.change} />}
              <span className="sb-num">
                {w(unit.change || children.length === 0 ? 'trees.members' : 'beforeAfter.within', {
                  n: formatCount(unit.members, language),
                })}
              </span>
            </div>
            {children.length > 0 && <Branch units={children} below={below} />}
          </li>
        )
      })}
    </ul>
  )
}

function Side({ title, units }: { title: string; units: readonly RehearsedUnit[] }) {
  const below = byParent(units)
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <Branch units={below.get('') ?? []} below={below} />
    </section>
  )
}

/** The tree on the eve and on the day, side by side; on a phone one below the other. */
export function TreesBox({ rehearsal, on }: { rehearsal: Rehearsal; on: Day }) {
  const { w } = useWords()
  if (rehearsal.treeBefore.length + rehearsal.treeAfter.length === 0) return null
  return (
    <Box title={w('beforeAfter.title')} note={w('beforeAfter.note')}>
      <div className="sb-before-after">
        <Side
          title={w('beforeAfter.before', { day: formatDay(addDays(on, -1)) })}
          units={rehearsal.treeBefore}
        />
        <Side title={w('beforeAfter.after', { day: formatDay(on) })} units={rehearsal.treeAfter} />
      </div>
    </Box>
  )
}
