import { FILL_REFUSALS, FILL_RULES, codesOf, type FillProposal, type FillRule } from '@seedbed/shared'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { formatCount } from '../../lib/format.js'
import type { SheetState } from './use-sheet.js'

/** What a rule would do, before it is done: what is divided, by what, and how the last persons fall. */
function Preview({ proposal, rule }: { proposal: FillProposal; rule: FillRule }) {
  const { t, label, language } = useTexts()
  const n = (value: number) => formatCount(value, language)
  if (proposal.refusal)
    return (
      <span className="sb-quiet" role="status">
        {t('fill.refused', { why: label(FILL_REFUSALS, proposal.refusal), n: n(proposal.remainder) })}
      </span>
    )
  const parts = [...proposal.amounts.values()]
  const few = parts.length <= 4 ? ` → ${parts.map(n).join(' + ')}` : ''
  return (
    <span role="status">
      {t('fill.preview', {
        n: n(proposal.divided),
        rows: n(parts.length),
        rule: label(FILL_RULES, rule).toLocaleLowerCase(language),
      })}
      {few}
      {proposal.byRemainder > 0 && t('fill.byRemainder', { n: n(proposal.byRemainder) })}
      {t('fill.remainder', { n: n(proposal.remainder) })}
    </span>
  )
}

/** Fills rows by a rule, which is shown with its remainder before it is applied; pinned rows stay. */
export function FillBar({ state, sourcesKept }: { state: SheetState; sourcesKept: boolean }) {
  const { t, label } = useTexts()
  const [rule, setRule] = useState<FillRule>('LAST_TARGET')
  const [percent, setPercent] = useState(5)
  const [onlyEmpty, setOnlyEmpty] = useState(true)
  const rules = codesOf(FILL_RULES).filter((code) => code !== 'SOURCES' || sourcesKept)
  const proposal = state.propose({ rule, percent, onlyEmpty })
  return (
    <div className="sb-fill" role="group" aria-label={t('fill.title')}>
      <span className="sb-quiet">{t('fill.title')}</span>
      <Select
        aria-label={t('fill.rule')}
        value={rule}
        options={rules.map((code) => ({ value: code, label: label(FILL_RULES, code) }))}
        onChange={setRule}
        style={{ minWidth: 214 }}
      />
      {rule === 'PERCENT' && (
        <InputNumber
          aria-label={t('fill.percent')}
          value={percent}
          min={-100}
          max={900}
          precision={2}
          decimalSeparator=","
          suffix="%"
          onChange={(value) => setPercent(value ?? 0)}
          style={{ width: 104 }}
        />
      )}
      <Checkbox checked={onlyEmpty} onChange={(event) => setOnlyEmpty(event.target.checked)}>
        {t('fill.onlyEmpty')}
      </Checkbox>
      <Preview proposal={proposal} rule={rule} />
      <Button disabled={proposal.refusal !== null} onClick={() => state.fill(proposal)}>
        {t('fill.apply')}
      </Button>
    </div>
  )
}
