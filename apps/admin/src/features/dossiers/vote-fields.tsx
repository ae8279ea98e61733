import type { Day } from '@seedbed/shared'
import { Form, InputNumber } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useShareOn } from './rule-notes.js'

const NUMBERS = ['officialMembers', 'present', 'agreed', 'against'] as const
const SELDOM = ['temporarilyAway', 'exemptedAbsent'] as const
export type VoteNumber = (typeof NUMBERS)[number] | (typeof SELDOM)[number]
export type Votes = Partial<Record<VoteNumber, number>>

/** The least that have to agree: the share of the base, rounded up to whole persons. */
export function votesNeeded(base: number, share: { value: number; per: number }): number {
  return Math.ceil((base * share.value) / share.per)
}

/** Members that a vote is measured against: without those who are away for a time, or exempted and absent. */
export function baseOf({ officialMembers = 0, temporarilyAway = 0, exemptedAbsent = 0 }: Votes): number {
  return officialMembers - temporarilyAway - exemptedAbsent
}

/** The numbers of a form, by names such as `votes.agreed`; undefined where none was entered. */
export function votesIn(values: Record<string, unknown>) {
  const read = (name: VoteNumber) => values[`votes.${name}`] as number | null | undefined
  const all = [...NUMBERS, ...SELDOM].map((name) => [name, read(name)] as const)
  const entered = all.filter(([, value]) => value !== undefined && value !== null)
  if (entered.length === 0) return undefined
  const votes = { officialMembers: 0, present: 0, agreed: 0, against: 0, ...Object.fromEntries(entered) }
  return votes as Record<(typeof NUMBERS)[number], number> & Votes
}

/** How many have to agree, and whether they do; said while the numbers are typed. */
export function VoteLine({ votes, rule, on }: { votes: Votes; rule: string; on: Day }) {
  const { t } = useTexts()
  const share = useShareOn(rule, on)
  const base = baseOf(votes)
  if (!share || base < 1) return null
  const needed = votesNeeded(base, share)
  const words = t('dossier.voteNeeds', { n: needed, share: `${share.value}/${share.per}`, base })
  if (votes.agreed === undefined) return <p className="sb-wide">{words}</p>
  return (
    <p className="sb-wide" role="status">
      {words} <strong>{t(votes.agreed >= needed ? 'dossier.voteEnough' : 'dossier.voteShort')}</strong>
    </p>
  )
}

/** The numbers of a vote, with what the rule makes of them. */
export function VoteFields({ rule, on, required = true }: { rule: string; on: Day; required?: boolean }) {
  const { t } = useTexts()
  const form = Form.useFormInstance()
  const values = (Form.useWatch([], form) ?? {}) as Record<string, unknown>
  const item = (name: VoteNumber, isNeeded: boolean) => (
    <Form.Item
      key={name}
      name={`votes.${name}`}
      label={t(`dossier.votes.${name}`)}
      rules={isNeeded ? [{ required: true, message: t('record.required') }] : []}
    >
      <InputNumber min={0} max={100_000} precision={0} inputMode="numeric" />
    </Form.Item>
  )
  return (
    <>
      {NUMBERS.map((name) => item(name, required))}
      <details className="sb-wide sb-folded">
        <summary>{t('dossier.votes.seldom')}</summary>
        <div className="sb-form">{SELDOM.map((name) => item(name, false))}</div>
      </details>
      <VoteLine votes={votesIn(values) ?? {}} rule={rule} on={on} />
    </>
  )
}
