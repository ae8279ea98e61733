import { CheckCircleOutlined } from '@ant-design/icons'
import { formatCount } from '../../lib/format.js'
import { useWords } from './use-words.js'

interface Props {
  done: number
  total: number
  /** What is left to be done, in words. */
  leftText: string
  allText: string
}

/** How far the work list has come: a bar and words. */
export function SplitProgress({ done, total, leftText, allText }: Props) {
  const { w, language } = useWords()
  const share = total === 0 ? 1 : done / total
  return (
    <div className="sb-split-progress" role="status">
      <span className="sb-track" aria-hidden>
        <span className="sb-bar sb-bar-accent" style={{ width: `${share * 100}%` }} />
      </span>
      <span>
        {w('split.progress', { done: formatCount(done, language), total: formatCount(total, language) })} ·{' '}
        {done >= total ? (
          <>
            <CheckCircleOutlined aria-hidden /> {allText}
          </>
        ) : (
          <strong>{leftText}</strong>
        )}
      </span>
    </div>
  )
}
