import { useQuery } from '@apollo/client/react'
import type { ProcessingPurposeCode } from '@seedbed/shared'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { PurposesQuery } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { PurposeList } from './purpose-list.js'
import './personal-data.css'

/** Where personal data is entered: what for, and on what legal basis; folded, one line. */
export function PurposeNote({ code }: { code: ProcessingPurposeCode }) {
  const s = useOwnTexts(DATA_TEXTS)
  const { data } = useQuery(PurposesQuery, { fetchPolicy: 'cache-first' })
  const purposes = data?.processingPurposes.filter((purpose) => purpose.code === code) ?? []
  if (purposes.length === 0) return null
  return (
    <details className="sb-purpose-note sb-wide">
      <summary>{s('why')}</summary>
      <PurposeList purposes={purposes} />
    </details>
  )
}
