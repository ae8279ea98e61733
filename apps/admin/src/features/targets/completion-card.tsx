import { DeleteOutlined, EditOutlined, HistoryOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTexts, type TextKey } from '../../app/i18n/i18n.js'
import { CompletionBar } from '../../components/bars.js'
import { formatCount, formatDay, formatFigure } from '../../lib/format.js'
import { useTargetWords } from './target-words.js'
import type { Completion } from './targets-query.js'

/** What is behind the result: ceremonies held, awaited, and what the unit expects; persons and percent of the target. */
function Parts({ completion }: { completion: Completion }) {
  const { t, language } = useTexts()
  if (completion.parts.length === 0) return null
  return (
    <ul className="sb-parts">
      {completion.parts.map(({ part, persons, figure }) => (
        <li key={part}>
          {t(`part.${part}` as TextKey)}: <b>{formatCount(persons, language)}</b>
          <small> {formatFigure(figure, language)}</small>
        </li>
      ))}
    </ul>
  )
}

function Scope({ completion }: { completion: Completion }): ReactNode {
  const { t } = useTexts()
  const { unitKind, unitSector, group } = completion.target
  const part = [group?.name, unitKind, unitSector].filter(Boolean).join(' · ')
  return part ? <small>{t('target.onlyFor', { part })}</small> : null
}

interface Props {
  completion: Completion
  readOnly: boolean
  onEdit: () => void
  onRemove: () => void
  onRevisions: () => void
}

/** A target with its name, how far it has come, its pace, and what it rests on. */
export function CompletionCard({ completion, readOnly, onEdit, onRemove, onRevisions }: Props) {
  const { t } = useTexts()
  const words = useTargetWords()
  const { target, name, state, isShare, figure, paces } = completion
  const behind = paces[0]?.standing === 'BEHIND'
  const { document } = target
  return (
    <article className="sb-box sb-target" aria-label={name}>
      <header>
        <h2>
          {[words.kind(target), words.subject(target)].filter(Boolean).join(': ')}
          <small>
            {words.years(target)} · {words.amount(target)}
          </small>
        </h2>
        <span>
          <Button type="text" size="small" icon={<HistoryOutlined />} onClick={onRevisions}>
            {t('target.changes', { n: target.revisions.length })}
          </Button>
          {!readOnly && (
            <>
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={t('target.changeOf', { name })}
                onClick={onEdit}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('target.removeOf', { name })}
                onClick={onRemove}
              />
            </>
          )}
        </span>
      </header>
      <p className="sb-target-done">
        <b className={behind ? 'sb-behind' : undefined}>{words.percent(completion)}</b>
        <span>
          {words.done(completion)} <em>{words.state(state)}</em>
        </span>
      </p>
      {!isShare && <CompletionBar value={figure.value} behind={behind} accent={!behind} />}
      <Parts completion={completion} />
      {paces.length > 0 && <p className="sb-quiet sb-paces">{paces.map(words.pace).join(' · ')}</p>}
      <footer className="sb-quiet">
        <Scope completion={completion} />
        {target.baseOn && <small>{words.base(target)}</small>}
        {document && (
          <small title={document.title}>
            {[document.number, document.signedOn && formatDay(document.signedOn), document.issuer]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
        {target.note && <small>{target.note}</small>}
        {target.backfilled && <small>{t('target.backfilled')}</small>}
      </footer>
    </article>
  )
}
