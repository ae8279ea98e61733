import { codesOf, MEMBER_BASES, type QueryNames } from '@seedbed/shared'
import { CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { Labelled } from '../../components/labelled.js'
import { UnitTreeSelect } from '../../components/unit-tree-select.js'
import { useCodeOptions, type CodeOption } from '../../components/use-code-options.js'
import { capitalized, formatDay } from '../../lib/format.js'
import type { Draft } from './draft.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import { useGroupOptions } from './use-names.js'

interface Props {
  draft: Draft
  names: QueryNames
  fault: { field: string; words: string } | null
  onChange: (changes: Partial<Draft>) => void
}

/** The units asked about, with all below them; the one on screen unless others are chosen. */
export function ScopeUnits({
  scope,
  names,
  onScope,
}: {
  scope: readonly string[] | null | undefined
  names: QueryNames
  onScope: (scope: string[]) => void
}) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { place, unitId } = usePlace()
  const [adding, setAdding] = useState(false)
  const chosen = scope?.length ? scope : [unitId]
  return (
    <div className="sb-labelled sb-query-scope">
      <span>{w('scope')}</span>
      <div>
        {chosen.map((id) => (
          <span key={id} className="sb-query-chip">
            {names.unit(id)}
            {!scope?.length ? (
              <small> {w('onScreen')}</small>
            ) : (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={w('dropUnit', { name: names.unit(id) })}
                onClick={() => onScope(chosen.filter((other) => other !== id))}
              />
            )}
          </span>
        ))}
        {adding ? (
          <UnitTreeSelect
            at={place.treeAt ?? place.asOf}
            title={w('addScope')}
            onChange={(id) => {
              setAdding(false)
              if (id) onScope([...(scope ?? []).filter((other) => other !== id), id])
            }}
          />
        ) : (
          <Button onClick={() => setAdding(true)}>{w('addScope')}</Button>
        )}
      </div>
    </div>
  )
}

interface CodesProps {
  text: string
  value: readonly string[] | null | undefined
  options: ReadonlyArray<CodeOption | { label: string; options: CodeOption[] }>
  onChange: (codes: string[]) => void
}

function Codes({ text, value, options, onChange }: CodesProps) {
  const w = useOwnTexts(QUERY_TEXTS)
  return (
    <Labelled text={text}>
      <Select<string[]>
        mode="multiple"
        aria-label={text}
        className="sb-query-codes"
        value={[...(value ?? [])]}
        placeholder={w('all')}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        onChange={onChange}
      />
    </Labelled>
  )
}

function MoreOfScope({ draft, fault, onChange }: Omit<Props, 'names'>) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { label, language } = useTexts()
  const { place, unitId } = usePlace()
  const used = [draft.from, draft.asOf, draft.knownOn, draft.lineageOf, draft.ended, draft.memberBase]
  const known = fault?.field === 'knownOn' || fault?.field === 'asOf' ? fault.words : null
  return (
    <details className="sb-folded" open={used.some(Boolean)}>
      <summary>{w('more')}</summary>
      <div className="sb-query-row">
        <Labelled text={w('ownFrom')}>
          <DayField
            value={draft.from}
            allowClear
            onChange={(from) => onChange({ from, asOf: from ? (draft.asOf ?? place.asOf) : undefined })}
          />
        </Labelled>
        <Labelled text={w('ownTo')}>
          <DayField
            value={draft.asOf}
            allowClear
            onChange={(asOf) =>
              onChange({ asOf, from: asOf ? (draft.from ?? `${asOf.slice(0, 4)}-01-01`) : undefined })
            }
          />
        </Labelled>
        <Labelled text={w('knownOn')}>
          <DayField
            value={draft.knownOn ?? undefined}
            allowClear
            onChange={(knownOn) => onChange({ knownOn })}
          />
        </Labelled>
        <Labelled text={w('memberBase')}>
          <Select
            aria-label={w('memberBase')}
            value={draft.memberBase ?? 'PREVIOUS_YEAR_END'}
            popupMatchSelectWidth={false}
            options={codesOf(MEMBER_BASES).map((value) => ({
              value,
              label: capitalized(label(MEMBER_BASES, value), language),
            }))}
            onChange={(base) => onChange({ memberBase: base === 'PREVIOUS_YEAR_END' ? undefined : base })}
          />
        </Labelled>
        <Checkbox
          checked={draft.ended ?? false}
          onChange={({ target }) => onChange({ ended: target.checked || undefined })}
        >
          {w('ended')}
        </Checkbox>
        <Checkbox
          checked={Boolean(draft.lineageOf)}
          onChange={({ target }) =>
            onChange({ lineageOf: target.checked ? (draft.scope?.[0] ?? unitId) : undefined })
          }
        >
          {w('lineage')}
        </Checkbox>
      </div>
      {known && <p className="sb-query-fault">{known}</p>}
    </details>
  )
}

/** Which units a question asks: where, of which tier, kind, sector and group, over which period. */
export function ScopeFields({ draft, names, fault, onChange }: Props) {
  const w = useOwnTexts(QUERY_TEXTS)
  const { place, question } = usePlace()
  const { tiers, kinds, sectors } = useCodeOptions()
  const groups = useGroupOptions(place.treeAt ?? place.asOf)
  return (
    <fieldset className="sb-query-step">
      <legend>{w('which')}</legend>
      <ScopeUnits scope={draft.scope} names={names} onScope={(scope) => onChange({ scope })} />
      <div className="sb-query-row">
        <Codes
          text={w('tiers')}
          value={draft.tiers}
          options={tiers}
          onChange={(next) => onChange({ tiers: next })}
        />
        <Codes
          text={w('kinds')}
          value={draft.kinds}
          options={kinds}
          onChange={(next) => onChange({ kinds: next })}
        />
        <Codes
          text={w('sectors')}
          value={draft.sectors}
          options={sectors}
          onChange={(next) => onChange({ sectors: next })}
        />
        {groups.length > 0 && (
          <Codes
            text={w('groups')}
            value={draft.groups}
            options={groups}
            onChange={(next) => onChange({ groups: next })}
          />
        )}
        {!draft.from && (
          <div className="sb-labelled">
            <span>{w('period')}</span>
            <span className="sb-query-period">
              {w('periodOf', { from: formatDay(question.from), to: formatDay(question.asOf) })}
            </span>
          </div>
        )}
      </div>
      <MoreOfScope draft={draft} fault={fault} onChange={onChange} />
    </fieldset>
  )
}
