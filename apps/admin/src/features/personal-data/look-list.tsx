import { LOOK_KINDS } from '@seedbed/shared'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatInstant } from '../../lib/format.js'
import type { Look } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'

/** Who looked, when, from where and why; with the person where the list is of a unit. */
export function LookList({ looks, named = false }: { looks: readonly Look[]; named?: boolean }) {
  const { label } = useTexts()
  const s = useOwnTexts(DATA_TEXTS)
  if (looks.length === 0) return <p className="sb-quiet">{s('noLooks')}</p>
  return (
    <ul className="sb-looks">
      {looks.map((look) => (
        <li key={look.id}>
          <div>
            <strong>{look.actorName}</strong> · {label(LOOK_KINDS, look.kind)}
            {named && ` · ${look.person?.fullName ?? s('somebody')}`}
          </div>
          <div>{look.reason}</div>
          <small>{[formatInstant(look.at), look.address].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  )
}
