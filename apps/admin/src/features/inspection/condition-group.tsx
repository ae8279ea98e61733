import { QUERY_LIMITS } from '@seedbed/shared'
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import {
  childrenOf,
  groupOf,
  isGroup,
  kindOf,
  pathOfFault,
  replaceAt,
  type Path,
  type Tree,
} from './condition-tree.js'
import { QUERY_TEXTS } from './inspection-texts.js'

/** A kind of condition that can be added. */
export interface Fresh<Node> {
  text: keyof typeof QUERY_TEXTS
  make: () => Node
}

interface Props<Node extends Tree<Node>> {
  root: Node
  /** Of this group in the tree. */
  path: Path
  fresh: readonly Fresh<Node>[]
  fault: { field: string; words: string } | null
  leaf: (node: Node, change: (next: Node) => void) => ReactNode
  onRoot: (root: Node) => void
}

const at = <Node extends Tree<Node>>(root: Node, path: Path): Node =>
  path.reduce((node, step) => childrenOf(node)[step] ?? node, root)

function Adders<Node extends Tree<Node>>(props: Props<Node> & { add: (node: Node) => void }) {
  const { path, fresh, add } = props
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <div className="sb-query-adders">
      {fresh.map(({ text, make }) => (
        <Button key={text} icon={<PlusOutlined />} onClick={() => add(make())}>
          {w(text)}
        </Button>
      ))}
      {path.length < QUERY_LIMITS.depth - 2 && (
        <Button
          icon={<PlusOutlined />}
          onClick={() =>
            add(groupOf<Node>(kindOf(at(props.root, path)) === 'all' ? 'any' : 'all', [fresh[0]!.make()]))
          }
        >
          {w('addGroup')}
        </Button>
      )}
    </div>
  )
}

function Row<Node extends Tree<Node>>(props: Props<Node>) {
  const { root, path, fault, leaf, onRoot } = props
  const w = useOwnTexts(QUERY_TEXTS)
  const node = at(root, path)
  if (isGroup(node)) return <ConditionGroup {...props} />
  const wrong = fault?.field.startsWith('where') && pathOfFault(fault.field).join() === path.join()
  return (
    <div className="sb-query-leaf">
      {leaf(node, (next) => onRoot(replaceAt(root, path, next)))}
      <Button
        type="text"
        className="sb-query-drop"
        icon={<CloseOutlined />}
        aria-label={w('drop')}
        onClick={() => onRoot(replaceAt(root, path, null))}
      />
      {wrong && (
        <p className="sb-query-fault" role="status">
          {fault?.words}
        </p>
      )}
    </div>
  )
}

/** Conditions that hold together or of which one suffices; groups in them are boxes of their own. */
export function ConditionGroup<Node extends Tree<Node>>(props: Props<Node>) {
  const { root, path, onRoot } = props
  const w = useOwnTexts(QUERY_TEXTS)
  const group = at(root, path)
  const list = childrenOf(group)
  const kind = kindOf(group)
  const put = (next: Node | null) => onRoot(replaceAt(root, path, next))
  return (
    <div
      className={path.length > 0 ? 'sb-query-group' : undefined}
      role="group"
      aria-label={w(kind === 'all' ? 'matchAll' : 'matchAny')}
    >
      {(list.length > 1 || path.length > 0) && (
        <div className="sb-query-group-head">
          <Segmented
            aria-label={w('groupKind')}
            value={kind}
            options={[
              { value: 'all', label: w('matchAll') },
              { value: 'any', label: w('matchAny') },
            ]}
            onChange={(next) => put(groupOf<Node>(next as 'all' | 'any', list))}
          />
          {path.length > 0 && (
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={w('dropGroup')}
              onClick={() => put(null)}
            />
          )}
        </div>
      )}
      {list.length === 0 && path.length === 0 && <p className="sb-query-none">{w('noWhere')}</p>}
      {list.map((_, index) => (
        <div key={index} className="sb-query-line">
          <span className="sb-query-word">{index > 0 ? w(kind === 'all' ? 'and' : 'or') : ''}</span>
          <Row {...props} path={[...path, index]} />
        </div>
      ))}
      <Adders {...props} add={(node) => put(groupOf<Node>(kind, [...list, node]))} />
    </div>
  )
}
