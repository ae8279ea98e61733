import { useMutation, useQuery } from '@apollo/client/react'
import { targetKindRule, type TargetKind } from '@seedbed/shared'
import { Form } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput } from '../../components/form-fields.js'
import type { VariablesOf } from '../../gql/graphql.js'
import { targetFields, type TargetOptions } from './target-fields.js'
import { SetOwnTargetMutation, TargetCodesQuery, type OwnUnit, type TargetAnswer } from './targets-query.js'

function useOptions(unit: OwnUnit): TargetOptions {
  const { language } = useTexts()
  const { place } = usePlace()
  const { data } = useQuery(TargetCodesQuery, { variables: { at: place.asOf }, fetchPolicy: 'cache-first' })
  return useMemo(() => {
    const options = (list: ReadonlyArray<{ code: string; labelVi: string; labelEn: string }> = []) =>
      list.map(({ code, labelVi, labelEn }) => ({
        value: code,
        label: language === 'vi' ? labelVi : labelEn,
      }))
    const documents = [...unit.documents, ...unit.ancestors.flatMap((above) => above.documents)]
    return {
      tiers: options(data?.tiers),
      kinds: options(data?.organizationKinds),
      sectors: options(data?.sectors),
      groups: data?.groupSets.flatMap((set) =>
        set.groups.map(({ id, name }) => ({ value: id, label: `${set.name}: ${name}` })),
      ),
      documents: documents.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })),
    }
  }, [data, unit, language])
}

interface Props {
  unit: OwnUnit
  year: number
  target: TargetAnswer | null
  onClose: () => void
}

function initialOf(target: TargetAnswer | null, year: number): Record<string, unknown> {
  if (!target) return { kind: 'ASSIGNED', yearFrom: year, yearTo: year }
  const { kind, indicator, yearFrom, yearTo, amountMin, amountMax, rate, rateMax, condition, tier } = target
  const { unitKind, unitSector, group, document, note } = target
  return {
    ...{ kind, indicator, yearFrom, yearTo, amountMin, amountMax, rate, rateMax, condition, tier },
    ...{ unitKind, unitSector, groupId: group?.id, documentId: document?.id, note },
  }
}

/** Sets a target of any kind for the unit, or changes one with a reason. */
export function TargetDialog({ unit, year, target, onClose }: Props) {
  const { t } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [set] = useMutation(SetOwnTargetMutation)
  const options = useOptions(unit)
  const kind =
    (Form.useWatch('kind', form) as TargetKind | undefined) ??
    (target?.kind as TargetKind | undefined) ??
    'ASSIGNED'
  const indicator = Form.useWatch('indicator', form) as string | undefined
  const fields = targetFields(kind, indicator ?? target?.indicator, options, target !== null)
  const save = (values: Record<string, unknown>) => {
    const typed = toInput(values, fields)
    const years = targetKindRule(kind).years === 'ONE' ? { yearTo: typed['yearFrom'] } : {}
    const known = target ? { id: target.id, version: target.version } : {}
    const input = { ...typed, ...years, ...known, organizationId: unit.id }
    return set({ variables: { input } as unknown as VariablesOf<typeof SetOwnTargetMutation> })
  }
  return (
    <FormDialog
      title={t(target ? 'target.change' : 'target.add', { unit: unit.name })}
      explain={kind === 'RATE_OF_MEMBERS' ? t('target.rateExplain') : t('target.explain')}
      form={form}
      initial={initialOf(target, year)}
      savedText={t('target.saved')}
      onSave={save}
      onClose={onClose}
    >
      <FormFields fields={fields} at={place.asOf} today={today} moreText="target.part" />
    </FormDialog>
  )
}
