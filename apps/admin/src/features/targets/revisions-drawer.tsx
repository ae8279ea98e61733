import { Drawer } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import { useTargetWords } from './target-words.js'
import type { Completion } from './targets-query.js'

type Revision = Completion['target']['revisions'][number]
type Stated = NonNullable<Revision['before']>

function Change({ before, after }: Pick<Revision, 'before' | 'after'>) {
  const { t } = useTexts()
  const words = useTargetWords()
  const written = (stated: Stated | null) =>
    stated
      ? [words.amount(stated), stated.document?.number, stated.note].filter(Boolean).join(' · ')
      : t('target.nothing')
  return <strong>{before ? `${written(before)} → ${written(after)}` : written(after)}</strong>
}

/** Every change of a target: when, who, why, from what to what; the newest first. */
export function RevisionsDrawer({ completion, onClose }: { completion: Completion; onClose: () => void }) {
  const { t } = useTexts()
  const { revisions } = completion.target
  return (
    <Drawer open size="large" title={t('target.revisions', { name: completion.name })} onClose={onClose}>
      <ol className="sb-list sb-revisions">
        {revisions.toReversed().map((revision) => (
          <li key={revision.number}>
            <div className="sb-list-whole">
              <Change before={revision.before} after={revision.after} />
              <small>
                {[
                  t('target.revision', { n: revision.number }),
                  revision.recordedAt ? formatDay(revision.recordedAt.slice(0, 10)) : t('target.before'),
                  revision.actorName,
                  revision.backfilled ? t('target.backfilled') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {revision.reason && <small>{t('target.why', { why: revision.reason })}</small>}
            </div>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
