import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { usePhone } from '../../app/use-media.js'
import { formatDay } from '../../lib/format.js'
import { unitHref } from '../../lib/place.js'
import { layersOf } from './lineage-layout.js'
import type { Lineage, LineageUnit } from './lineage-query.js'

const NODE = { width: 204, height: 52 }
const GAP = { x: 56, y: 12 }

/** The history of a unit on the day on which the answer shows it. */
export function useHistoryHref() {
  const { params } = usePlace()
  return ({ id, at }: { id: string; at: string }) => {
    const next = new URLSearchParams(params)
    next.set('asOf', at)
    return unitHref(next, id, 'history')
  }
}

function Unit({ unit, isShown }: { unit: LineageUnit; isShown: boolean }) {
  const { t } = useTexts()
  const href = useHistoryHref()
  return (
    <Link
      className="sb-lineage-unit"
      to={href(unit)}
      aria-current={isShown ? 'true' : undefined}
      title={unit.name}
    >
      <span>{unit.name}</span>
      <small>
        {unit.validTo
          ? t('unit.until', { day: formatDay(unit.validTo) })
          : t('history.since', { day: formatDay(unit.validFrom) })}
      </small>
    </Link>
  )
}

/** Where each unit stands: layers from left to right, each centred on the tallest. */
function placesOf(layers: readonly string[][]) {
  const tallest = Math.max(...layers.map(({ length }) => length))
  const places = new Map<string, { x: number; y: number }>()
  layers.forEach((layer, column) => {
    const above = ((tallest - layer.length) * (NODE.height + GAP.y)) / 2
    layer.forEach((id, row) =>
      places.set(id, { x: column * (NODE.width + GAP.x), y: above + row * (NODE.height + GAP.y) }),
    )
  })
  const width = layers.length * (NODE.width + GAP.x) - GAP.x
  return { places, width, height: tallest * (NODE.height + GAP.y) - GAP.y }
}

interface Props {
  lineage: Lineage
  unitId: string
}

function Drawing({ lineage: { nodes, edges }, unitId }: Props) {
  const { places, width, height } = placesOf(layersOf({ nodes, edges }))
  const curve = (from: string, to: string) => {
    const start = places.get(from)
    const end = places.get(to)
    if (!start || !end) return ''
    const [x1, y1] = [start.x + NODE.width, start.y + NODE.height / 2]
    const [x2, y2] = [end.x, end.y + NODE.height / 2]
    return `M${x1} ${y1}C${x1 + GAP.x / 2} ${y1} ${x2 - GAP.x / 2} ${y2} ${x2} ${y2}`
  }
  return (
    <div className="sb-lineage">
      <div style={{ width, height }}>
        <svg width={width} height={height} aria-hidden>
          {edges.map(({ from, to, extent }) => (
            <path key={`${from} ${to}`} d={curve(from, to)} data-extent={extent} />
          ))}
        </svg>
        {nodes.map((unit) => {
          const place = places.get(unit.id)
          return (
            <div key={unit.id} style={{ left: place?.x, top: place?.y, ...NODE }}>
              <Unit unit={unit} isShown={unit.id === unitId} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** On a phone the layers stand one below the other. */
function Steps({ lineage: { nodes, edges }, unitId }: Props) {
  const byId = new Map(nodes.map((unit) => [unit.id, unit]))
  return (
    <ol className="sb-lineage-steps">
      {layersOf({ nodes, edges }).map((layer, index) => (
        <li key={index}>
          {layer.map((id) => {
            const unit = byId.get(id)
            return unit && <Unit key={id} unit={unit} isShown={id === unitId} />
          })}
        </li>
      ))}
    </ol>
  )
}

/** The units around one by succession: what others were formed from stands before them. */
export function LineageGraph(props: Props) {
  const { t } = useTexts()
  const isPhone = usePhone()
  const { nodes, edges, complete } = props.lineage
  const hasParts = edges.some(({ extent }) => extent === 'PART')
  return (
    <figure aria-label={t('lineage.text', { units: nodes.length, links: edges.length })}>
      {isPhone ? <Steps {...props} /> : <Drawing {...props} />}
      <figcaption className="sb-box-foot">
        {[hasParts && !isPhone && t('lineage.dashed'), !complete && t('lineage.more')]
          .filter(Boolean)
          .join(' ')}
      </figcaption>
    </figure>
  )
}
