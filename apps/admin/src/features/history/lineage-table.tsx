import { EXTENTS, ORGANIZATION_EVENT_KINDS } from '@seedbed/shared'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatDay } from '../../lib/format.js'
import { useHistoryHref } from './lineage-graph.js'
import type { Lineage } from './lineage-query.js'

/** Every transition of the graph as a row, the latest first. */
export function LineageTable({ lineage: { nodes, edges } }: { lineage: Lineage }) {
  const { t, label } = useTexts()
  const href = useHistoryHref()
  const byId = new Map(nodes.map((unit) => [unit.id, unit]))
  const unit = (id: string) => {
    const known = byId.get(id)
    return known ? <Link to={href(known)}>{known.name}</Link> : '–'
  }
  return (
    <div className="sb-scroll" tabIndex={0} role="region" aria-label={t('history.lineage')}>
      <table className="sb-plain">
        <thead>
          <tr>
            <th scope="col">{t('lineage.on')}</th>
            <th scope="col">{t('lineage.from')}</th>
            <th scope="col">{t('lineage.to')}</th>
            <th scope="col">{t('lineage.how')}</th>
            <th scope="col">{t('lineage.extent')}</th>
          </tr>
        </thead>
        <tbody>
          {edges
            .toSorted((a, b) => b.on.localeCompare(a.on))
            .map((edge) => (
              <tr key={`${edge.from} ${edge.to}`}>
                <td>{formatDay(edge.on)}</td>
                <td>{unit(edge.from)}</td>
                <td>{unit(edge.to)}</td>
                <td>{label(ORGANIZATION_EVENT_KINDS, edge.kind)}</td>
                <td>{label(EXTENTS, edge.extent)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}
