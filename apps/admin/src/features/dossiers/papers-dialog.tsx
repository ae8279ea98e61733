import { useApolloClient } from '@apollo/client/react'
import { Form } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { useInstallation } from '../../app/installation.js'
import { FormDialog } from '../../components/form-dialog.js'
import { PapersMutation } from './dossier-mutations.js'
import type { DossierFile, DossierStanding } from './dossier-query.js'
import { PaperRows, papersIn, type PaperRow } from './paper-rows.js'

/** Puts papers into the dossier; the ones that the next vote still asks for stand there already. */
export function PapersDialog(props: {
  file: DossierFile
  needs: DossierStanding['paperNeeds']
  onClose: () => void
}) {
  const { t } = useTexts()
  const { today } = useInstallation()
  const client = useApolloClient()
  const [form] = Form.useForm()
  const { id, version } = props.file
  const asked = props.needs
    .filter(({ state }) => state !== 'VALID')
    .map(({ formCodes: [formCode] }) => ({ formCode }))
  const rows = (Form.useWatch('papers', form) ?? []) as PaperRow[]
  return (
    <FormDialog
      title={t('dossier.paper.title')}
      explain={t('dossier.paper.explain')}
      form={form}
      initial={{ papers: asked.length > 0 ? asked : [{}] }}
      disabled={papersIn(rows).length === 0}
      savedText={t('dossier.paper.saved')}
      width={760}
      onSave={(values) => {
        const papers = papersIn(values.papers as PaperRow[])
        return client.mutate({
          mutation: PapersMutation,
          variables: { input: { dossierId: id, version, papers } },
        })
      }}
      onClose={props.onClose}
    >
      <PaperRows today={today} />
    </FormDialog>
  )
}
