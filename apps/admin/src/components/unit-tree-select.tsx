import { useApolloClient, useQuery } from '@apollo/client/react'
import type { Day } from '@seedbed/shared'
import { TreeSelect } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTexts } from '../app/i18n/i18n.js'
import { graphql } from '../gql/graphql.js'
import { SearchOrganizationsQuery, pathOf } from '../lib/search-organizations.js'

const PickRootsQuery = graphql(`
  query PickRoots($at: Date!) {
    rootOrganizations(at: $at) {
      id
      at
      name
      childCount
    }
  }
`)

const PickChildrenQuery = graphql(`
  query PickChildren($id: ID!, $at: Date!, $after: String) {
    organization(id: $id, at: $at) {
      id
      at
      children(first: 200, after: $after) {
        edges {
          node {
            id
            at
            name
            childCount
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

interface Unit {
  id: string
  name: string
  childCount: number
}

interface Node {
  id: string
  pId: string | null
  value: string
  title: string
  isLeaf: boolean
}

interface Props {
  id?: string
  value?: string | undefined
  onChange?: (id: string | undefined) => void
  at: Day
  /** What the unit chosen is called, where the tree has not been opened to it. */
  name?: string | undefined
  /** What the field is called, where no form names it. */
  title?: string
  status?: 'error' | undefined
}

const nodeOf =
  (pId: string | null) =>
  ({ id, name, childCount }: Unit): Node => ({
    id,
    pId,
    value: id,
    title: name,
    isLeaf: childCount === 0,
  })

/** The part of the tree that has been opened, from the units that the viewer sees nothing above. */
function useOpened(at: Day) {
  const client = useApolloClient()
  const { data } = useQuery(PickRootsQuery, { variables: { at }, fetchPolicy: 'cache-first' })
  const [opened, setOpened] = useState<readonly Node[]>([])
  const nodes = useMemo(
    () => [...(data?.rootOrganizations ?? []).map(nodeOf(null)), ...opened],
    [data, opened],
  )
  const pageOf = async (id: string, after: string | null) => {
    const { data: page } = await client.query({ query: PickChildrenQuery, variables: { id, at, after } })
    return page?.organization?.children
  }
  const open = async (id: string): Promise<void> => {
    const found: Unit[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(id, after)
      found.push(...(page?.edges.map(({ node }) => node) ?? []))
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after)
    setOpened((known) => [...known.filter(({ pId }) => pId !== id), ...found.map(nodeOf(id))])
  }
  return { nodes, open }
}

/** A unit picked from the tree, or found in it by typing a few letters without accents. */
export function UnitTreeSelect({ id, value, onChange, at, name, title, status }: Props) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const { nodes, open } = useOpened(at)
  const { data } = useQuery(SearchOrganizationsQuery, {
    variables: { text: wanted, at, first: 30 },
    skip: wanted.length < 2,
  })
  const [picked, setPicked] = useState<Node>()
  const found = data?.searchOrganizations.map((unit): Node => ({
    ...nodeOf(null)({ ...unit, childCount: 0 }),
    title: unit.ancestors.length > 0 ? `${unit.name} · ${pathOf(unit.ancestors)}` : unit.name,
  }))
  const shown = wanted.length < 2 ? nodes : (found ?? [])
  const own =
    value && !shown.some((node) => node.id === value) ? (picked?.id === value ? picked : null) : null
  const known =
    own ?? (value && name && !shown.some((node) => node.id === value) ? selfNode(value, name) : null)
  return (
    <TreeSelect
      id={id}
      aria-label={title}
      value={value}
      status={status}
      allowClear
      treeDataSimpleMode
      treeData={known ? [known, ...shown] : [...shown]}
      loadData={(node) => open(String(node.value))}
      showSearch={{ filterTreeNode: false, onSearch: setText, autoClearSearchValue: true }}
      treeNodeLabelProp="title"
      placeholder={t('record.findUnit')}
      notFoundContent={wanted.length < 2 ? t('record.findUnit') : t('tree.noMatch', { text: wanted })}
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { minWidth: 280, maxWidth: 'min(560px, 94vw)' } } }}
      onChange={(next: string | undefined) => {
        setPicked(shown.find((node) => node.id === next))
        setText('')
        onChange?.(next)
      }}
    />
  )
}

function selfNode(id: string, name: string): Node {
  return { id, pId: null, value: id, title: name, isLeaf: true }
}
