import { useMutation } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { FormDialog } from '../../components/form-dialog.js'
import { graphql } from '../../gql/graphql.js'
import type { UnitHistory } from './history-query.js'

const RemoveTermMutation = graphql(`
  mutation RemoveTerm($input: RemoveTermInput!) {
    removeTerm(input: $input) {
      id
    }
  }
`)

interface Props {
  term: UnitHistory['terms'][number]
  onClose: () => void
}

/** Takes a term away, after saying what changes with it. */
export function RemoveTermDialog({ term: { id, name, version }, onClose }: Props) {
  const { t } = useTexts()
  const [form] = Form.useForm()
  const [remove] = useMutation(RemoveTermMutation)
  return (
    <FormDialog
      title={t('term.removeTitle', { name })}
      explain={t('term.removeExplain', { name })}
      form={form}
      saveText={t('term.remove')}
      savedText={t('term.removed', { name })}
      onSave={() => remove({ variables: { input: { id, version } } })}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  )
}
