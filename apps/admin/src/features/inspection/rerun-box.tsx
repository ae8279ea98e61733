import { useQuery } from '@apollo/client/react'
import { findIndicator } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { Box } from '../../components/box.js'
import { ErrorState } from '../../components/error-state.js'
import { TableSkeleton } from '../../components/skeletons.js'
import { formatCount } from '../../lib/format.js'
import { RerunEvidenceQuery, type Rerun } from './evidence-query.js'
import { useFactWords } from './evidence-rows.js'
import { KEPT_TEXTS } from './kept-texts.js'

type Difference = Rerun['differences'][number]
type Content = NonNullable<Difference['before']>

/** What of two contents of a row is not the same: names of columns with both texts; all of it where one is missing. */
export function differing(
  { before, now }: Pick<Difference, 'before' | 'now'>,
  nameOf: {
    figure: (id: string) => string
    fact: (name: string) => string
    value: (text: string | null) => string
  },
): Array<{ name: string; before: string; now: string }> {
  const told = (content: Content | null) =>
    new Map<string, string>([
      ...(content?.figures ?? []).map(({ indicator, text }) => [nameOf.figure(indicator), text] as const),
      ...(content?.facts ?? []).map(({ name, value }) => [nameOf.fact(name), nameOf.value(value)] as const),
    ])
  const [then, today] = [told(before), told(now)]
  const names = [...new Set([...then.keys(), ...today.keys()])]
  return names
    .map((name) => ({ name, before: then.get(name) ?? '–', now: today.get(name) ?? '–' }))
    .filter((one) => one.before !== one.now)
}

function Row({ difference }: { difference: Difference }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const { hrefTo } = usePlace()
  const facts = useFactWords()
  const { kind, before, now, organization } = difference
  const name = (now ?? before)?.name ?? ''
  const parts = differing(difference, {
    figure: (id) => findIndicator(id)?.label[language] ?? id,
    fact: facts.name,
    value: facts.value,
  })
  return (
    <tr>
      <td>{organization ? <Link to={hrefTo(organization.id)}>{name}</Link> : name}</td>
      <td>{w(kind)}</td>
      <td>{parts.map((part) => `${part.name}: ${part.before}`).join('; ')}</td>
      <td>{parts.map((part) => `${part.name}: ${part.now}`).join('; ')}</td>
    </tr>
  )
}

/** The question of evidence asked anew: what is as it was, and row by row what is not. */
export function RerunBox({ id }: { id: string }) {
  const w = useOwnTexts(KEPT_TEXTS)
  const { language } = useTexts()
  const { data, error, refetch } = useQuery(RerunEvidenceQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={3} />
  const { unchanged, changed, gone, added, differences } = data.rerunEvidence
  const n = (value: number) => formatCount(value, language)
  const isSame = changed + gone + added === 0
  return (
    <Box title={w('rerun')}>
      <p role="status">
        {isSame
          ? w('same', { n: n(unchanged) })
          : w('differs', { unchanged: n(unchanged), changed: n(changed), gone: n(gone), added: n(added) })}
      </p>
      {!isSame && (
        <div className="sb-query-scroll" tabIndex={0} role="region" aria-label={w('rerun')}>
          <table className="sb-plain">
            <thead>
              <tr>
                {(['unit', 'kind', 'before', 'now'] as const).map((head) => (
                  <th key={head} scope="col">
                    {w(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {differences.map((difference, index) => (
                <Row key={index} difference={difference} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Box>
  )
}
