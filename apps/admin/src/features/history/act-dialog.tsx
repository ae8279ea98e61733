import { useApolloClient } from '@apollo/client/react'
import { yearOf } from '@seedbed/shared'
import { Form } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { useCodeOptions } from '../../components/use-code-options.js'
import { formatCount } from '../../lib/format.js'
import { actMutation } from './act-mutations.js'
import { actFields, type Act, type ActChoices } from './acts.js'
import type { UnitHistory } from './history-query.js'
import { RoundingFields } from './rounding-fields.js'

/** What the fields of an act are chosen from: the code lists, and the documents of the unit. */
function useChoices({ documents }: UnitHistory): ActChoices {
  const codes = useCodeOptions()
  return useMemo(
    () => ({
      ...codes,
      documents: documents.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })),
    }),
    [codes, documents],
  )
}

interface Subject {
  act: Act
  unit: UnitHistory
  /** The term that is changed; without, one is set. */
  term: UnitHistory['terms'][number] | undefined
}

/** Where each input carries the unit: as the parent, as the owner, or as what is changed with its version. */
function inputOf(
  { act, unit, term }: Subject,
  values: Record<string, unknown>,
  fields: readonly FieldSpec[],
) {
  const input = toInput(values, fields)
  if (act === 'establish') return { ...input, parentId: unit.id }
  if (act === 'document') return { ...input, organizationId: unit.id }
  if (act === 'target') {
    const same = unit.targets?.find(
      (target) =>
        target.kind === input.kind && target.yearFrom === input.yearFrom && target.yearTo === input.yearTo,
    )
    return { ...input, organizationId: unit.id, ...(same ? { id: same.id, version: same.version } : {}) }
  }
  if (act === 'term')
    return { ...input, organizationId: unit.id, ...(term ? { id: term.id, version: term.version } : {}) }
  if (act === 'rounding') {
    const { mode, decimals, trailingZeros } = values
    const rounding = mode === 'INHERIT' ? null : { mode, decimals, trailingZeros }
    return { id: unit.id, version: unit.version, rounding }
  }
  return { ...input, id: unit.id, version: unit.version }
}

function initialOf({ act, unit, term }: Subject, asOf: string): Record<string, unknown> {
  const year = yearOf(asOf)
  const known: Partial<Record<Act, Record<string, unknown>>> = {
    rename: { name: unit.name },
    reclassify: { tier: unit.tier, kind: unit.kind, sector: unit.sector ?? undefined },
    target: { kind: 'ASSIGNED', yearFrom: year, yearTo: year },
    term: {
      name: term?.name,
      from: term?.from ?? asOf,
      to: term?.to ?? undefined,
      documentId: term?.document?.id,
    },
    rounding: {
      mode: unit.rounding.inheritedFrom?.id === unit.id ? unit.rounding.mode : 'INHERIT',
      decimals: unit.rounding.decimals,
      trailingZeros: unit.rounding.trailingZeros,
    },
  }
  return { effectiveOn: asOf, ...known[act] }
}

/** One act on the unit: its fields, what it will do, and the refusal of the server if there is one. */
export function ActDialog({ onClose, ...subject }: Subject & { onClose: () => void }) {
  const { act, unit } = subject
  const { t, language } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const fields = actFields(act, useChoices(unit))
  const explain =
    act === 'dissolve'
      ? t('act.dissolveExplain', {
          unit: unit.name,
          children: formatCount(unit.childCount, language),
          members: formatCount(unit.figures?.[0]?.numerator, language),
        })
      : undefined
  return (
    <FormDialog
      title={`${t(`act.${act}`)} · ${unit.name}`}
      explain={explain}
      form={form}
      initial={initialOf(subject, place.asOf)}
      savedText={t('act.saved', { what: t(`act.${act}`) })}
      onSave={(values) =>
        client.mutate({
          mutation: actMutation(act),
          variables: { input: inputOf(subject, values, fields) },
        })
      }
      onClose={onClose}
    >
      {act === 'rounding' ? <RoundingFields /> : <FormFields fields={fields} at={place.asOf} today={today} />}
    </FormDialog>
  )
}
