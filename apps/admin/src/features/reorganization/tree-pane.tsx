import type { Day } from '@seedbed/shared'
import { Tag, Tree, type GetRef } from 'antd'
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { ErrorState } from '../../components/error-state.js'
import { Bone } from '../../components/skeletons.js'
import { shortName } from '../../lib/format.js'
import type { NewUnit } from './reorganization-query.js'
import type { Choice } from './unit-choice.js'
import { UnitField } from './unit-field.js'
import { useLazyTree, type LazyBranch, type LazyUnit } from './use-lazy-tree.js'
import { useWords } from './use-words.js'

/** What a dragged unit travels as. */
const DRAGGED = 'application/x-seedbed-unit'

interface Node {
  key: string
  title: string
  choice?: Choice
  moreOf?: string
  isLeaf: boolean
  selectable: boolean
  children?: Node[]
}

function nodesOf(units: readonly LazyUnit[], branches: Record<string, LazyBranch>): Node[] {
  return units.map(({ id, name, childCount }) => {
    const node: Node = {
      key: id,
      title: name,
      choice: { value: `id:${id}`, label: name },
      isLeaf: childCount === 0,
      selectable: true,
    }
    const branch = branches[id]
    if (!branch) return node
    const children = nodesOf(branch.units, branches)
    const left = branch.total - branch.units.length
    if (branch.next)
      children.push({ key: `${id}:more`, title: String(left), moreOf: id, isLeaf: true, selectable: true })
    return { ...node, children }
  })
}

interface Props {
  title: string
  hint: string
  at: Day
  openTo: string | undefined
  picked: readonly Choice[]
  /** Units that the reorganization founds, shown above the tree. */
  founded?: ReadonlyMap<string, NewUnit>
  /** What already happens to a unit by an operation, in one word. */
  touched: ReadonlyMap<string, string>
  onPick: (unit: Choice, add: boolean) => void
  /** Its units can be dragged away. */
  isSource?: boolean
  /** Units can be dropped on its units. */
  onDrop?: (dragged: Choice, onto: Choice) => void
}

function useDrop(onDrop: Props['onDrop']) {
  const [over, setOver] = useState<string | null>(null)
  const handlers = (choice: Choice) =>
    onDrop
      ? {
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            setOver(choice.value)
          },
          onDragLeave: () => setOver(null),
          onDrop: (event: DragEvent) => {
            event.preventDefault()
            setOver(null)
            const text = event.dataTransfer.getData(DRAGGED)
            if (text) onDrop(JSON.parse(text) as Choice, choice)
          },
        }
      : {}
  return { over, handlers }
}

/** Rows above the unit that the tree opens at stay in sight. */
const ROOM_ABOVE = 64

/** The unit of the reorganization is in sight once its branch is there; afterwards one scrolls oneself. */
function useShown(unitId: string | undefined, isThere: boolean) {
  const tree = useRef<GetRef<typeof Tree>>(null)
  const shown = useRef(false)
  useEffect(() => {
    if (!unitId || !isThere || shown.current) return
    shown.current = true
    tree.current?.scrollTo({ key: unitId, align: 'top', offset: ROOM_ABOVE })
  }, [unitId, isThere])
  return tree
}

/** A tree of the day before in which units are picked, dragged away, or dropped upon. */
export function TreePane(props: Props) {
  const { title, hint, at, openTo, picked, founded, touched, onPick, isSource = false, onDrop } = props
  const { w, t } = useWords()
  const { roots, error, retry, branches, expanded, expand, loadMore } = useLazyTree(at, openTo)
  const { over, handlers } = useDrop(onDrop)
  const wayTo = founded?.size ? undefined : openTo
  const tree = useShown(wayTo, roots !== undefined && branches[openTo ?? ''] !== undefined)
  const fresh: Node[] = [...(founded?.values() ?? [])].map(({ ref, name }) => ({
    key: `ref:${ref}`,
    title: name,
    choice: { value: `ref:${ref}`, label: name },
    isLeaf: true,
    selectable: true,
  }))
  const nodes = [...fresh, ...nodesOf(roots ?? [], branches)]
  const row = (node: Node): ReactNode => {
    const { choice } = node
    if (!choice) return <span className="sb-tree-more">{t('tree.more', { n: node.title })}</span>
    const mark = node.key.startsWith('ref:') ? w('trees.fresh') : touched.get(node.key)
    return (
      <span
        className="sb-pane-row"
        data-over={over === choice.value || undefined}
        draggable={isSource}
        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, JSON.stringify(choice))}
        {...handlers(choice)}
      >
        <span title={node.title}>{shortName(node.title)}</span>
        {mark && <Tag>{mark}</Tag>}
      </span>
    )
  }
  return (
    <section className="sb-box sb-pane" aria-label={title}>
      <h2>{title}</h2>
      <p className="sb-quiet">{hint}</p>
      <UnitField
        title={`${title}: ${w('unit.find')}`}
        value={undefined}
        onChange={(unit) => unit && onPick(unit, true)}
      />
      {error && !roots && <ErrorState error={error} retry={retry} />}
      {!roots && !error && Array.from({ length: 8 }, (_, index) => <Bone key={index} width="70%" />)}
      {roots && (
        <Tree<Node>
          ref={tree}
          blockNode
          multiple
          virtual
          height={420}
          itemHeight={32}
          treeData={nodes}
          expandedKeys={expanded}
          selectedKeys={picked.map(({ value }) => value.replace(/^id:/u, ''))}
          aria-label={title}
          titleRender={row}
          onExpand={(keys) => expand(keys.map(String))}
          onSelect={(_, { node, selected }) => {
            if (node.moreOf) void loadMore(node.moreOf)
            else if (node.choice) onPick(node.choice, selected)
          }}
        />
      )}
    </section>
  )
}
