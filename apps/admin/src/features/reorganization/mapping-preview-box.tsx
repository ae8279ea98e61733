import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { formatCount } from '../../lib/format.js'
import type { Preview } from './mapping-query.js'
import type { NewUnit } from './reorganization-query.js'
import { Sentence } from './sentence.js'
import { newUnitsOf } from './unit-choice.js'
import { useWords, type WordKey } from './use-words.js'

/** Sentences shown before the rest is only counted. */
const SHOWN = 200

const fields: ReadonlySet<string> = new Set(['oldCode', 'newCode', 'newName', 'extent'])

function Faults({ preview, text }: { preview: Preview; text: string }) {
  const { w, language } = useWords()
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)
  return (
    <table className="sb-plain sb-mapping-faults">
      <caption>{w('mapping.faults', { n: formatCount(preview.faults.length, language) })}</caption>
      <thead>
        <tr>
          <th>{w('mapping.line')}</th>
          <th>{w('mapping.pasted')}</th>
          <th>{w('mapping.fault')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.faults
          .toSorted((a, b) => a.line - b.line)
          .map(({ line, field, refusal }, index) => (
            <tr key={index}>
              <td className="sb-num">{line}</td>
              <td>
                <code>{lines[line - 1] ?? ''}</code>
              </td>
              <td>
                <WarningOutlined aria-hidden className="sb-fault" />{' '}
                {fields.has(field) && `${w(`mapping.${field}` as WordKey)}: `}
                {refusal[language]}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

interface Props {
  preview: Preview
  text: string
  founded: ReadonlyMap<string, NewUnit>
}

/** What the table would add, or what is wrong with it line by line, beside the line as it was pasted. */
export function MappingPreviewBox({ preview, text, founded }: Props) {
  const { w, language } = useWords()
  const all = useMemo(
    () => new Map([...founded, ...newUnitsOf(preview.operations)]),
    [founded, preview.operations],
  )
  const { operations, faults, rows } = preview
  const left = operations.length - SHOWN
  return (
    <div className="sb-wide sb-mapping-preview" role="region" aria-label={w('mapping.result')}>
      {faults.length > 0 ? (
        <Faults preview={preview} text={text} />
      ) : (
        <>
          <p>
            <CheckCircleOutlined aria-hidden />{' '}
            {w('mapping.good', {
              rows: formatCount(rows, language),
              n: formatCount(operations.length, language),
            })}
          </p>
          <ol className="sb-ops sb-mapping-ops">
            {operations.slice(0, SHOWN).map((operation, index) => (
              <li key={index}>
                <span className="sb-op-number">{index + 1}</span>
                <div className="sb-op-text">
                  <Sentence operation={operation} founded={all} />
                </div>
              </li>
            ))}
          </ol>
          {left > 0 && <p className="sb-quiet">{w('mapping.andMore', { n: formatCount(left, language) })}</p>}
        </>
      )}
    </div>
  )
}
