import type { QueryNames } from '@seedbed/shared'
import { ClearOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Box } from '../../components/box.js'
import { ColumnFields } from './column-fields.js'
import { ConditionFields } from './condition-fields.js'
import { emptyDraft, type Draft } from './draft.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { ScopeFields } from './scope-fields.js'

interface Props {
  draft: Draft
  names: QueryNames
  /** What is wrong with it: the place and the words. */
  fault: { field: string; words: string } | null
  onChange: (changes: Partial<Draft>) => void
  children: ReactNode
}

const nothing: Draft = {
  ...emptyDraft(),
  scope: [],
  tiers: [],
  kinds: [],
  sectors: [],
  groups: [],
  lineageOf: undefined,
  ended: undefined,
  from: undefined,
  asOf: undefined,
  knownOn: undefined,
  where: undefined,
  orderBy: [],
}

/** A question about units, made from the catalog in three steps: which units, under which conditions, showing what. */
export function QueryBuilder({ draft, names, fault, onChange, children }: Props) {
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <Box
      title={w('builder')}
      className="sb-query-builder"
      extra={
        <Button type="text" icon={<ClearOutlined />} onClick={() => onChange(nothing)}>
          {w('startOver')}
        </Button>
      }
    >
      <ScopeFields draft={draft} names={names} fault={fault} onChange={onChange} />
      <fieldset className="sb-query-step">
        <legend>{w('where')}</legend>
        <ConditionFields where={draft.where} fault={fault} onChange={(where) => onChange({ where })} />
      </fieldset>
      <ColumnFields draft={draft} onChange={onChange} />
      {children}
    </Box>
  )
}
