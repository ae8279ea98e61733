import { useMutation } from '@apollo/client/react'
import { DECLARED_QUALIFIERS, findIndicator, isOfPeriod, yearOf, type Indicator } from '@seedbed/shared'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { usePlace } from '../../app/use-place.js'
import { FormDialog } from '../../components/form-dialog.js'
import { FormFields, toInput, type FieldSpec } from '../../components/form-fields.js'
import { graphql, type VariablesOf } from '../../gql/graphql.js'
import type { DeclaredUnit } from './declared-query.js'
import { DECLARABLE } from './declared-words.js'

const DeclareFigureMutation = graphql(`
  mutation DeclareFigure($input: DeclareFigureInput!) {
    declareFigure(input: $input) {
      id
      version
    }
  }
`)

const what: FieldSpec = {
  name: 'indicator',
  label: 'field.indicator',
  type: 'choice',
  list: DECLARABLE,
  required: true,
}
const printed: FieldSpec = {
  name: 'printedPercentage',
  label: 'field.printedPercentage',
  type: 'text',
  required: true,
  pattern: { test: /^\d{1,5}([.,]\d{1,6})?$/u, message: 'field.percentageForm' },
}

/** The fields that a figure needs: of a period also its first day, of a percentage what was printed. */
function fieldsFor(indicator: Indicator | undefined, unit: DeclaredUnit): FieldSpec[] {
  const ofPeriod = !indicator || isOfPeriod(indicator)
  const isPercentage = indicator?.unit === 'PERCENT'
  const documents = [...unit.documents, ...unit.ancestors.flatMap((ancestor) => ancestor.documents)]
  return [
    what,
    ...(ofPeriod
      ? [{ name: 'from', label: 'field.from', type: 'day', required: true } satisfies FieldSpec]
      : []),
    { name: 'asOf', label: 'field.asOf', type: 'day', required: true },
    ...(isPercentage ? [printed] : []),
    {
      name: 'count',
      label: isPercentage ? 'field.countOf' : 'field.count',
      type: 'number',
      required: !isPercentage,
    },
    {
      name: 'qualifier',
      label: 'field.qualifier',
      type: 'choice',
      list: DECLARED_QUALIFIERS,
      required: true,
    },
    {
      name: 'documentId',
      label: 'field.document',
      type: 'choice',
      options: documents.map(({ id, number, title }) => ({ value: id, label: `${number} · ${title}` })),
    },
    { name: 'note', label: 'field.note', type: 'note' },
  ]
}

/** States a figure of the unit as a document or a newspaper prints it. */
export function DeclareDialog({ unit, onClose }: { unit: DeclaredUnit; onClose: () => void }) {
  const { t } = useTexts()
  const { place } = usePlace()
  const { today } = useInstallation()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [declare] = useMutation(DeclareFigureMutation)
  const chosen = Form.useWatch('indicator', form) as string | undefined
  const fields = fieldsFor(findIndicator(chosen ?? 'admitted'), unit)
  const save = (values: Record<string, unknown>) => {
    const input = { ...toInput(values, fields), organizationId: unit.id }
    return declare({ variables: { input } as unknown as VariablesOf<typeof DeclareFigureMutation> })
  }
  return (
    <FormDialog
      title={t('declared.dialog', { unit: unit.name })}
      explain={t('declared.explain')}
      form={form}
      initial={{
        indicator: 'admitted',
        from: `${yearOf(place.asOf)}-01-01`,
        asOf: place.asOf,
        qualifier: 'EXACTLY',
      }}
      savedText={t('declared.saved')}
      onSave={save}
      onClose={onClose}
    >
      <FormFields fields={fields} at={place.asOf} today={today} />
    </FormDialog>
  )
}
