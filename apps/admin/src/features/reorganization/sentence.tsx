import { useMemo } from 'react'
import { operationSentence } from './operation-sentence.js'
import type { NewUnit, Operation } from './reorganization-query.js'
import { useWords } from './use-words.js'

interface Props {
  operation: Operation
  founded: ReadonlyMap<string, NewUnit>
}

/** An operation in words, the names of units in stronger type. */
export function Sentence({ operation, founded }: Props) {
  const { language } = useWords()
  const parts = useMemo(
    () => operationSentence(operation, language, founded).split(/(\u2068[^\u2069]*\u2069)/u),
    [operation, language, founded],
  )
  return (
    <span className="sb-sentence">
      {parts.map((part, index) =>
        part.startsWith('\u2068') ? <strong key={index}>{part.slice(1, -1)}</strong> : part,
      )}
    </span>
  )
}
