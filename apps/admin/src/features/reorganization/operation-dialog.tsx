import { useMutation } from '@apollo/client/react'
import { addDays, type OrganizationEventKind } from '@seedbed/shared'
import { Form } from 'antd'
import { FormDialog } from '../../components/form-dialog.js'
import { OperationFields } from './operation-fields.js'
import { operationInput, operationValues, type OperationValues } from './operation-form.js'
import { AddOperationsMutation, ChangeOperationMutation } from './reorganization-mutations.js'
import type { Header, ListedOperation, NewUnit } from './reorganization-query.js'
import { UnitSource } from './unit-field.js'
import { useWords } from './use-words.js'

interface Props {
  header: Header
  founded: ReadonlyMap<string, NewUnit>
  kind: OrganizationEventKind
  /** The operation that is stated anew; without, one is added. */
  operation?: ListedOperation
  /** What is known before anything is entered. */
  given?: OperationValues
  onClose: () => void
}

function initialOf({ kind, operation, founded, given }: Props): OperationValues {
  if (operation) return operationValues(operation, founded)
  const isHeir = kind === 'MERGE' ? { heir: { how: 'NEW' as const } } : {}
  const heirs =
    kind === 'SPLIT' ? { heirs: [{ how: 'NEW' as const }, { how: 'NEW' as const }], principal: 0 } : {}
  return { ...isHeir, ...heirs, ...given }
}

/** One operation of a draft: its units, what becomes of them, and the refusal of the server if there is one. */
export function OperationDialog(props: Props) {
  const { header, kind, operation, founded, onClose } = props
  const { w } = useWords()
  const [form] = Form.useForm<OperationValues>()
  const [add] = useMutation(AddOperationsMutation)
  const [change] = useMutation(ChangeOperationMutation)
  const loses = (operation?.work?.assigned ?? 0) > 0
  const onSave = (values: Record<string, unknown>) => {
    const input = operationInput(kind, values as OperationValues)
    const { id, version } = header
    return operation
      ? change({ variables: { id, version, operationId: operation.id, operation: input } })
      : add({ variables: { input: { id, version, operations: [input] } } })
  }
  return (
    <UnitSource value={{ at: addDays(header.effectiveOn, -1), founded }}>
      <FormDialog
        title={
          operation ? w('edit.title', { n: operation.position, kind: w(`do.${kind}`) }) : w(`do.${kind}`)
        }
        explain={loses ? w('edit.losesWork') : w(`explain.${kind}`)}
        form={form}
        initial={{ ...initialOf(props) }}
        saveText={w(operation ? 'save' : 'add.save')}
        savedText={w(operation ? 'edit.saved' : 'add.saved')}
        onSave={onSave}
        onClose={onClose}
      >
        <OperationFields kind={kind} form={form} />
      </FormDialog>
    </UnitSource>
  )
}
