import { FilterOutlined } from '@ant-design/icons'
import { Checkbox, Input, Tree, type GetRef } from 'antd'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { CompletionBar } from '../../components/bars.js'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { explainFigure } from '../../lib/explain.js'
import { formatDay, formatFigure, shortName } from '../../lib/format.js'
import { paceOf } from '../../lib/period.js'
import { reorganizationsHref } from '../../lib/place.js'
import { TreeMatches } from './tree-matches.js'
import { useTreeData, type Branch, type TreeFigure, type TreeUnit } from './tree-data.js'
import './tree.css'

type TreeRef = GetRef<typeof Tree>

interface Node {
  key: string
  title: string
  unit?: TreeUnit
  more?: { parentId: string; after: string; left: number }
  isLeaf: boolean
  selectable: boolean
  children?: Node[]
}

function nodesOf(units: readonly TreeUnit[], branches: Record<string, Branch>): Node[] {
  return units.map((unit) => {
    const branch = branches[unit.id]
    const node: Node = { key: unit.id, title: unit.name, unit, isLeaf: unit.isLeaf, selectable: true }
    if (!branch || unit.isLeaf) return node
    const children = nodesOf(branch.units, branches)
    if (branch.next) {
      const more = { parentId: unit.id, after: branch.next, left: branch.total - branch.units.length }
      children.push({ key: `${unit.id}:more`, title: '', more, isLeaf: true, selectable: true })
    }
    return { ...node, children }
  })
}

function UnitBar({ figure }: { figure: TreeFigure | undefined }) {
  const { language } = useTexts()
  const { question } = usePlace()
  const pace = paceOf(question.from, question.asOf)
  const value = figure?.value ?? null
  const behind = value !== null && pace !== null && value < (pace.gone / pace.whole) * 100
  return (
    <span
      className="sb-tree-bar"
      title={`${formatFigure(figure, language)} · ${explainFigure(figure, language)}`}
    >
      <CompletionBar value={value} scale={200} behind={behind} />
    </span>
  )
}

function useHeight() {
  const box = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(600)
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => entry && setHeight(Math.floor(entry.contentRect.height)))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return { box, height }
}

function useExpanded(
  path: { unitId: string; ids: string[] } | null,
  setExpanded: (add: (ids: string[]) => string[]) => void,
) {
  useEffect(() => {
    if (path) setExpanded((ids) => [...new Set([...ids, ...path.ids])])
  }, [path, setExpanded])
}

/** Rows above a unit reached from elsewhere stay in sight, and its children below it. */
const roomAbove = 96

/** The tree of the as-of day: children on demand, only what is in view is drawn, filter without accents. */
export function OrganizationTree() {
  const { t } = useTexts()
  const { unitId, params, tab, goTo } = usePlace()
  const [expanded, setExpanded] = useState<string[]>([])
  const [closed, setClosed] = useState(false)
  const [text, setText] = useState('')
  const filter = useDeferredValue(text.trim())
  const { roots, branches, path, error, retry, loadMore } = useTreeData(expanded, closed)
  const { box, height } = useHeight()
  useExpanded(path, setExpanded)
  const tree = useRef<TreeRef>(null)
  const shown = useRef<typeof path>(null)
  useEffect(() => {
    if (path?.unitId !== unitId || shown.current === path) return
    tree.current?.scrollTo({ key: unitId, align: 'top', offset: roomAbove })
    if (branches[unitId]) shown.current = path
  }, [path, unitId, expanded, branches])
  const nodes = useMemo(() => nodesOf(roots ?? [], branches), [roots, branches])
  const title = (node: Node) =>
    node.more ? (
      <span className="sb-tree-more">{t('tree.more', { n: node.more.left })}</span>
    ) : (
      <span className={node.unit?.ended ? 'sb-tree-row sb-tree-ended' : 'sb-tree-row'}>
        <span className="sb-tree-name" title={node.title}>
          {shortName(node.title)}
          {node.unit?.ended && <small> {t('unit.until', { day: formatDay(node.unit.ended) })}</small>}
        </span>
        <UnitBar figure={node.unit?.completion} />
      </span>
    )
  return (
    <div className="sb-tree">
      <Input
        allowClear
        prefix={<FilterOutlined />}
        value={text}
        aria-label={t('tree.filter')}
        placeholder={t('tree.placeholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="sb-tree-head">
        <span>{t('tree.title')}</span>
        <span>{t('tree.bars')}</span>
      </div>
      <div className="sb-tree-box" ref={box}>
        {error !== null && !roots && <ErrorState error={error} retry={retry} />}
        {!roots &&
          error === null &&
          Array.from({ length: 12 }, (_, row) => <Bone key={row} width="80%" height={16} />)}
        {filter.length > 1 ? (
          <TreeMatches text={filter} />
        ) : (
          roots && (
            <Tree<Node>
              ref={tree}
              blockNode
              virtual
              height={height}
              itemHeight={32}
              treeData={nodes}
              expandedKeys={expanded}
              selectedKeys={[unitId]}
              aria-label={t('tree.title')}
              titleRender={title}
              onExpand={(keys) => setExpanded(keys.map(String))}
              onSelect={(_, { node }) => {
                if (node.more) void loadMore(node.more.parentId, node.more.after)
                else goTo(node.key, tab)
              }}
            />
          )
        )}
      </div>
      <div className="sb-tree-foot">
        <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
          {t('tree.closed')}
        </Checkbox>
        <Link to={reorganizationsHref(params)}>{t('frame.reorganizations')}</Link>
      </div>
    </div>
  )
}
