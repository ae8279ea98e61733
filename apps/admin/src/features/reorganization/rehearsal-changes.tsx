import { TIERS, type Label } from '@seedbed/shared'
import { Box } from '../../components/box.js'
import { formatCount } from '../../lib/format.js'
import { ChangeMark } from './change-mark.js'
import type { ChangeKind, Rehearsal, UnitChange } from './rehearsal-query.js'
import { useWords } from './use-words.js'

const KINDS: readonly ChangeKind[] = ['ENDS', 'BEGINS', 'MOVES', 'CHANGES']

const tiers: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(TIERS).map(([code, { label }]) => [code, label]),
)

/** What becomes of the unit, in a few words. */
function useOutcome() {
  const { w, label } = useWords()
  return (unit: UnitChange): string => {
    const { change, parentBefore, parentAfter, becomes } = unit
    if (change === 'ENDS')
      return becomes.length > 0 ? w('change.becomes', { units: becomes.join(', ') }) : w('change.gone')
    if (change === 'BEGINS') return parentAfter ? w('change.under', { unit: parentAfter }) : w('say.root')
    const differs = (before: string | null, after: string | null) => after !== null && after !== before
    const parts = [
      differs(unit.nameBefore, unit.nameAfter) && w('say.name', { name: unit.nameAfter ?? '' }),
      differs(unit.codeBefore, unit.codeAfter) && w('say.code', { code: unit.codeAfter ?? '' }),
      differs(unit.tierBefore, unit.tierAfter) && w('say.tier', { tier: label(tiers, unit.tierAfter) }),
      parentAfter !== parentBefore &&
        w('change.moved', { from: parentBefore ?? '–', to: parentAfter ?? '–' }),
    ]
    return parts.filter(Boolean).join('; ')
  }
}

/** Every unit that begins, ends, moves or changes, with its members. */
export function ChangesBox({ rehearsal }: { rehearsal: Rehearsal }) {
  const { w, language } = useWords()
  const outcome = useOutcome()
  const { changes, changeCount, movedAlong } = rehearsal
  if (changeCount === 0) return null
  const counts = KINDS.map((kind) => [kind, changes.filter(({ change }) => change === kind).length] as const)
  const left = changeCount - changes.length
  return (
    <Box title={w('changes.title', { n: formatCount(changeCount, language) })}>
      <p className="sb-change-counts">
        {counts
          .filter(([, n]) => n > 0)
          .map(([kind, n]) => (
            <span key={kind}>
              <ChangeMark kind={kind} /> {formatCount(n, language)}
            </span>
          ))}
      </p>
      <div className="sb-wide-table sb-scroll-print">
        <table className="sb-plain">
          <thead>
            <tr>
              <th>{w('changes.unit')}</th>
              <th>{w('changes.what')}</th>
              <th>{w('changes.outcome')}</th>
              <th className="sb-num">{w('sums.cells')}</th>
              <th className="sb-num">{w('sums.members')}</th>
            </tr>
          </thead>
          <tbody>
            {changes
              .toSorted((a, b) => KINDS.indexOf(a.change) - KINDS.indexOf(b.change))
              .map((unit) => (
                <tr key={`${unit.key} ${unit.change}`}>
                  <th scope="row">
                    {unit.nameBefore ?? unit.nameAfter} <small>{unit.codeBefore ?? unit.codeAfter}</small>
                  </th>
                  <td>
                    <ChangeMark kind={unit.change} />
                  </td>
                  <td>{outcome(unit)}</td>
                  <td className="sb-num">{formatCount(unit.cells, language)}</td>
                  <td className="sb-num">{formatCount(unit.members, language)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {movedAlong > 0 && (
        <p className="sb-box-foot">{w('changes.along', { n: formatCount(movedAlong, language) })}</p>
      )}
      {left > 0 && <p className="sb-quiet">{w('changes.more', { n: formatCount(left, language) })}</p>}
    </Box>
  )
}
