import {
  codesOf,
  ONLY_OF,
  PERSON_ATTRIBUTES,
  PERSON_CODES,
  PERSON_DAYS,
  PERSON_FACTS,
  type PersonCondition,
  type PersonSubject,
} from '@seedbed/shared'
import { InputNumber, Select } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { usePlace } from '../../app/use-place.js'
import { DayField } from '../../components/day-field.js'
import { ConditionGroup, type Fresh } from './condition-group.js'
import { asGroup } from './condition-tree.js'
import { PERSON_TEXTS } from './person-texts.js'

type Change = (next: PersonCondition) => void

/** "là" or "không là": whether a test holds as it stands or turned around. */
function Turned({ not, onTurn }: { not: boolean; onTurn: (not: boolean | undefined) => void }) {
  const w = useOwnTexts(PERSON_TEXTS)
  return (
    <Select
      aria-label={w('holds')}
      value={not ? 'not' : 'is'}
      popupMatchSelectWidth={false}
      options={(['is', 'not'] as const).map((value) => ({ value, label: w(value) }))}
      onChange={(next) => onTurn(next === 'not' || undefined)}
    />
  )
}

function AttributeFields({
  test,
  subject,
  onChange,
}: {
  test: NonNullable<PersonCondition['attribute']>
  subject: PersonSubject
  onChange: Change
}) {
  const w = useOwnTexts(PERSON_TEXTS)
  const { label } = useTexts()
  const known = codesOf(PERSON_ATTRIBUTES).filter((code) => !ONLY_OF[code] || ONLY_OF[code] === subject)
  const codes = PERSON_CODES[test.attribute]
  return (
    <>
      <Select
        aria-label={w('attribute')}
        className="sb-query-figure"
        value={test.attribute}
        options={known.map((value) => ({ value, label: label(PERSON_ATTRIBUTES, value) }))}
        onChange={(attribute) => onChange({ attribute: { attribute, codes: [] } })}
      />
      <Turned not={test.not === true} onTurn={(not) => onChange({ attribute: { ...test, not } })} />
      <Select<string[]>
        mode="multiple"
        aria-label={w('codes')}
        className="sb-query-name"
        placeholder={w('codes')}
        value={test.codes}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={Object.keys(codes).map((value) => ({ value, label: label(codes, value) }))}
        onChange={(next) => onChange({ attribute: { ...test, codes: next } })}
      />
    </>
  )
}

function DayFields({
  test,
  subject,
  onChange,
}: {
  test: NonNullable<PersonCondition['day']>
  subject: PersonSubject
  onChange: Change
}) {
  const w = useOwnTexts(PERSON_TEXTS)
  const { label } = useTexts()
  const known = codesOf(PERSON_DAYS).filter((code) => !ONLY_OF[code] || ONLY_OF[code] === subject)
  return (
    <>
      <Select
        aria-label={w('day')}
        className="sb-query-figure"
        value={test.day}
        options={known.map((value) => ({ value, label: label(PERSON_DAYS, value) }))}
        onChange={(day) => onChange({ day: { ...test, day } })}
      />
      <label className="sb-query-factor">
        {w('from')}
        <DayField
          value={test.from ?? undefined}
          allowClear
          onChange={(from) => onChange({ day: { ...test, from } })}
        />
      </label>
      <label className="sb-query-factor">
        {w('to')}
        <DayField
          value={test.to ?? undefined}
          allowClear
          onChange={(to) => onChange({ day: { ...test, to } })}
        />
      </label>
    </>
  )
}

function FactFields({ test, onChange }: { test: NonNullable<PersonCondition['fact']>; onChange: Change }) {
  const w = useOwnTexts(PERSON_TEXTS)
  const { label } = useTexts()
  const { needs } = PERSON_FACTS[test.fact]
  return (
    <>
      <Turned not={test.not === true} onTurn={(not) => onChange({ fact: { ...test, not } })} />
      <Select
        aria-label={w('fact')}
        className="sb-query-fact"
        value={test.fact}
        popupMatchSelectWidth={false}
        options={codesOf(PERSON_FACTS).map((value) => ({ value, label: label(PERSON_FACTS, value) }))}
        onChange={(fact) => onChange({ fact: { fact, not: test.not } })}
      />
      {needs && (
        <label className="sb-query-factor">
          n =
          <InputNumber
            aria-label={w(needs)}
            value={test.number ?? null}
            min={0}
            max={36_500}
            precision={0}
            onChange={(number) => onChange({ fact: { ...test, number: number ?? undefined } })}
          />
        </label>
      )}
    </>
  )
}

const fresh = (subject: PersonSubject, asOf: string): readonly Fresh<PersonCondition>[] => [
  { text: 'addFact', make: () => ({ fact: { fact: 'NO_MENTOR' } }) },
  { text: 'addAttribute', make: () => ({ attribute: { attribute: 'SEX', codes: ['FEMALE'] } }) },
  {
    text: 'addDay',
    make: () => ({ day: { day: subject === 'ADMISSIONS' ? 'DECIDED' : 'SINCE', to: asOf } }),
  },
]

interface Props {
  where: PersonCondition | null | undefined
  subject: PersonSubject
  fault: { field: string; words: string } | null
  onChange: (where: PersonCondition) => void
}

/** The conditions of a question about persons. */
export function PersonConditions({ where, subject, fault, onChange }: Props) {
  const { question } = usePlace()
  const leaf = (node: PersonCondition, change: Change) => {
    if (node.attribute) return <AttributeFields test={node.attribute} subject={subject} onChange={change} />
    if (node.day) return <DayFields test={node.day} subject={subject} onChange={change} />
    return node.fact && <FactFields test={node.fact} onChange={change} />
  }
  return (
    <ConditionGroup<PersonCondition>
      root={asGroup(where)}
      path={[]}
      fresh={fresh(subject, question.asOf)}
      fault={fault}
      leaf={leaf}
      onRoot={onChange}
    />
  )
}
