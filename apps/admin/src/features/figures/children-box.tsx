import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { CompletionBar, ShareBar } from '../../components/bars.js'
import { Box } from '../../components/box.js'
import { EmptyState } from '../../components/empty-state.js'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../gql/graphql.js'
import { explainFigure } from '../../lib/explain.js'
import { figureOf, formatCount, formatFigure, shortName } from '../../lib/format.js'
import { paceOf } from '../../lib/period.js'
import { FigureFields } from './figure-fields.js'

export const ChildrenFragment = graphql(
  `
    fragment ChildrenBox on Organization {
      best: childFigures(
        input: $children
        orderBy: { indicator: "completion", direction: DESC }
        first: 200
      ) {
        totalCount
        pageInfo {
          hasNextPage
        }
        edges {
          node {
            row
            organization {
              id
              at
              name
            }
            figures {
              ...FigureFields
            }
          }
        }
      }
      worst: childFigures(input: $children, orderBy: { indicator: "completion", direction: ASC }, first: 4) {
        edges {
          node {
            row
            organization {
              id
              at
              name
            }
            figures {
              ...FigureFields
            }
          }
        }
      }
    }
  `,
  [FigureFields],
)

type Node = ResultOf<typeof ChildrenFragment>['best']['edges'][number]['node']

function completion(node: Node): number | null {
  return figureOf(node.figures, 'completion')?.value ?? null
}

function isRanked(node: Node): boolean {
  return node.row === 'UNIT' && completion(node) !== null
}

function ChildLine({ node, behind }: { node: Node; behind: boolean }) {
  const { language } = useTexts()
  const { hrefTo } = usePlace()
  const figure = figureOf(node.figures, 'completion')
  const unit = node.organization
  if (!unit) return null
  return (
    <li title={explainFigure(figure, language)}>
      <Link to={hrefTo(unit.id)} title={unit.name}>
        {shortName(unit.name)}
      </Link>
      <Link to={hrefTo(unit.id, 'admissions')} className="sb-num">
        {formatCount(figure?.numerator, language)} / {formatCount(figure?.denominator, language)}
      </Link>
      <CompletionBar value={figure?.value ?? null} behind={behind} />
      <span className={behind ? 'sb-num sb-warn' : 'sb-num'}>{formatFigure(figure, language)}</span>
    </li>
  )
}

function Counts({ nodes, whole }: { nodes: readonly Node[]; whole: boolean }) {
  const { t } = useTexts()
  if (!whole || nodes.length === 0) return null
  const reached = nodes.filter((node) => (completion(node) ?? 0) >= 100).length
  return t('children.counts', { reached, open: nodes.length - reached })
}

/** Where the children carry no targets: who admitted most, and how many admitted nobody. */
function MostAdmitted({ nodes }: { nodes: readonly Node[] }) {
  const { t, language } = useTexts()
  const { hrefTo } = usePlace()
  const count = (node: Node) => figureOf(node.figures, 'admitted')?.numerator ?? 0
  const units = nodes.filter((node) => node.row === 'UNIT')
  const best = units
    .filter((node) => count(node) > 0)
    .sort((a, b) => count(b) - count(a))
    .slice(0, 8)
  const most = Math.max(1, ...best.map(count))
  if (best.length === 0) return <EmptyState title={t('children.nobody')} hint={t('composition.emptyHint')} />
  return (
    <ul className="sb-bars sb-ranking">
      <li className="sb-ranking-head">
        {t('children.noTargets', { n: units.length - units.filter(count).length })}
      </li>
      {best.map((node) => (
        <li key={node.organization?.id}>
          <Link to={hrefTo(node.organization?.id ?? '')} title={node.organization?.name}>
            {shortName(node.organization?.name ?? '')}
          </Link>
          <span />
          <ShareBar value={(count(node) / most) * 100} />
          <Link to={hrefTo(node.organization?.id ?? '', 'admissions')} className="sb-num">
            {formatCount(count(node), language)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The best and the worst against their targets. */
export function ChildrenBox({ unit: masked }: { unit: FragmentOf<typeof ChildrenFragment> }) {
  const unit = readFragment(ChildrenFragment, masked)
  const { t } = useTexts()
  const { question, unitId, hrefTo } = usePlace()
  const pace = paceOf(question.from, question.asOf)
  const limit = pace ? (pace.gone / pace.whole) * 100 : null
  const ranked = unit.best.edges.map(({ node }) => node).filter(isRanked)
  const best = ranked.slice(0, 4)
  const shown = new Set(best.map((node) => node.organization?.id))
  const worst = unit.worst.edges
    .map(({ node }) => node)
    .filter((node) => isRanked(node) && !shown.has(node.organization?.id))
  const isBehind = (node: Node) => limit !== null && (completion(node) ?? 0) < limit
  return (
    <Box title={t('children.title')} note={<Counts nodes={ranked} whole={!unit.best.pageInfo.hasNextPage} />}>
      {ranked.length === 0 ? (
        <MostAdmitted nodes={unit.best.edges.map(({ node }) => node)} />
      ) : (
        <ul className="sb-bars sb-ranking">
          <li className="sb-ranking-head">{t('children.best')}</li>
          {best.map((node) => (
            <ChildLine key={node.organization?.id} node={node} behind={isBehind(node)} />
          ))}
          {worst.length > 0 && <li className="sb-ranking-head">{t('children.worst')}</li>}
          {worst.map((node) => (
            <ChildLine key={node.organization?.id} node={node} behind={isBehind(node)} />
          ))}
        </ul>
      )}
      <p className="sb-box-foot">
        <Link to={hrefTo(unitId, 'units')}>{t('children.all')}</Link>
      </p>
    </Box>
  )
}
