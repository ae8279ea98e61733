import type { ChangeKind } from './rehearsal-query.js'
import { useWords } from './use-words.js'

const signs: Record<ChangeKind, string> = { BEGINS: '+', ENDS: '×', MOVES: '→', CHANGES: '≠' }

/** What happens to a unit: a sign and a word, never colour alone. */
export function ChangeMark({ kind }: { kind: ChangeKind }) {
  const { w } = useWords()
  return (
    <span className="sb-change" data-change={kind}>
      <span aria-hidden>{signs[kind]}</span> {w(`change.${kind}`)}
    </span>
  )
}
