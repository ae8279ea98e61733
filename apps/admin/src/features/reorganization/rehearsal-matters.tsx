import { CheckCircleOutlined, InfoCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { TARGET_KINDS, TARGET_RULES } from '@seedbed/shared'
import { Button } from 'antd'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { formatCount } from '../../lib/format.js'
import type { Rehearsal } from './rehearsal-query.js'
import { useWords } from './use-words.js'

interface Props {
  rehearsal: Rehearsal
}

/** Names, codes, persons, targets and groups that would meet; those that block come first. */
export function CollisionsBox({ rehearsal }: Props) {
  const { w, language } = useWords()
  const collisions = rehearsal.collisions.toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
  if (collisions.length === 0) return null
  return (
    <Box title={w('collisions.title', { n: formatCount(collisions.length, language) })}>
      <ul className="sb-list-plain">
        {collisions.map((collision, index) => (
          <li key={index}>
            {collision.blocking ? (
              <WarningOutlined aria-hidden className="sb-fault" />
            ) : (
              <InfoCircleOutlined aria-hidden />
            )}
            <div>
              <strong className={collision.blocking ? 'sb-fault' : undefined}>
                {collision.refusal[language]}
              </strong>
              <small>
                {[
                  w(`collisions.${collision.kind}`),
                  w(collision.blocking ? 'collisions.blocking' : 'collisions.passing'),
                  collision.names.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** The split cells whose persons are assigned by hand, and how far that has come. */
export function HandworkBox({ rehearsal }: Props) {
  const { w, language } = useWords()
  const { setParam } = usePlace()
  if (rehearsal.handwork.length === 0) return null
  return (
    <Box title={w('handwork.title')} note={w('handwork.note')}>
      <ul className="sb-list-plain">
        {rehearsal.handwork.map((work) => {
          const left = work.persons - work.assigned
          return (
            <li key={work.operationId}>
              {left > 0 && !work.restToPrincipal ? (
                <WarningOutlined aria-hidden className="sb-fault" />
              ) : (
                <CheckCircleOutlined aria-hidden />
              )}
              <div>
                <strong>{work.name}</strong>:{' '}
                {left > 0
                  ? w('split.left', { n: formatCount(left, language) })
                  : w('split.allAssigned', { n: formatCount(work.persons, language) })}
                <small>
                  {[
                    w('split.progress', {
                      done: formatCount(work.assigned, language),
                      total: formatCount(work.persons, language),
                    }),
                    work.unnamed > 0 && w('split.unnamed', { n: formatCount(work.unnamed, language) }),
                    work.restToPrincipal && w('split.restGoes'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </div>
              <Button
                className="sb-no-print"
                onClick={() => setParam({ dialog: 'split', operation: work.operationId })}
              >
                {w('split.open')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Box>
  )
}

/** What is still open at units that close, and goes along. */
export function MattersBox({ rehearsal }: Props) {
  const { w, language } = useWords()
  if (rehearsal.openMatters.length === 0) return null
  return (
    <Box title={w('matters.title')} note={w('matters.note')}>
      <table className="sb-plain">
        <tbody>
          {rehearsal.openMatters.map((matter, index) => (
            <tr key={index}>
              <th scope="row">{matter.name}</th>
              <td>{matter.says[language]}</td>
              <td className="sb-num">{formatCount(matter.count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

/** The targets of units that end, and what the rule makes of them. */
export function TargetsBox({ rehearsal }: Props) {
  const { w, label, language } = useWords()
  if (rehearsal.targets.length === 0) return null
  return (
    <Box title={w('targets.title')} note={w('targets.note')}>
      <div className="sb-wide-table">
        <table className="sb-plain">
          <thead>
            <tr>
              <th>{w('targets.from')}</th>
              <th>{w('targets.years')}</th>
              <th>{w('targets.kind')}</th>
              <th className="sb-num">{w('targets.amount')}</th>
              <th>{w('targets.rule')}</th>
              <th>{w('targets.to')}</th>
            </tr>
          </thead>
          <tbody>
            {rehearsal.targets.map((target, index) => (
              <tr key={index}>
                <th scope="row">{target.from}</th>
                <td>
                  {target.yearFrom === target.yearTo
                    ? target.yearFrom
                    : `${target.yearFrom}–${target.yearTo}`}
                </td>
                <td>{label(TARGET_KINDS, target.kind)}</td>
                <td className="sb-num">{formatCount(target.amount, language)}</td>
                <td>{label(TARGET_RULES, target.rule)}</td>
                <td>{target.to ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Box>
  )
}
