import { Button } from 'antd'
import { formatCount } from '../../lib/format.js'
import { useWords } from './use-words.js'

interface Props {
  heirs: readonly string[]
  chosen: number
  busy: boolean
  onAssign: (successor: number | null) => void
}

/** Sends what is chosen to one of the successors, or takes the assignment back. */
export function AssignBar({ heirs, chosen, busy, onAssign }: Props) {
  const { w, language } = useWords()
  return (
    <div className="sb-assign" role="group" aria-label={w('split.assign')}>
      <span>
        {chosen === 0 ? w('split.chooseFirst') : w('split.chosen', { n: formatCount(chosen, language) })}
      </span>
      {heirs.map((name, index) => (
        <Button key={index} disabled={chosen === 0} loading={busy} onClick={() => onAssign(index)}>
          → {name}
        </Button>
      ))}
      <Button type="text" disabled={chosen === 0 || busy} onClick={() => onAssign(null)}>
        {w('split.takeBack')}
      </Button>
    </div>
  )
}
