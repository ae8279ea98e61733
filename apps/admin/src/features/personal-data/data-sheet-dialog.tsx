import { useMutation } from '@apollo/client/react'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { STAYS } from '../../components/form-dialog.js'
import { DataSheetPage } from './data-sheet-page.js'
import { DrawUpDataSheetMutation, type DataSheet } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { ReasonDialog } from './reason-dialog.js'

function download(sheet: DataSheet): void {
  const blob = new Blob([`${JSON.stringify(sheet, null, 2)}\n`], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `phieu-du-lieu-${sheet.drawnUpAt.slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** All that is kept of a person, on a page to be printed and as a file. Drawing it up needs a reason. */
export function DataSheetDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const s = useOwnTexts(DATA_TEXTS)
  const [sheet, setSheet] = useState<DataSheet | null>(null)
  const [draw] = useMutation(DrawUpDataSheetMutation, { fetchPolicy: 'no-cache' })
  if (!sheet)
    return (
      <ReasonDialog
        title={s('sheetTitle')}
        explain={s('sheetExplain')}
        saveText={s('draw')}
        savedText={s('draw')}
        onSave={async (reason) => {
          const { data } = await draw({ variables: { input: { personId, reason } } })
          if (data) setSheet(data.drawUpDataSheet)
          return STAYS
        }}
        onClose={onClose}
      />
    )
  return (
    <Modal
      open
      width={860}
      className="sb-sheet-modal"
      title={s('sheetHead')}
      onCancel={onClose}
      footer={[
        <Button key="download" onClick={() => download(sheet)}>
          {s('download')}
        </Button>,
        <Button key="print" onClick={() => window.print()}>
          {s('print')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {s('close')}
        </Button>,
      ]}
    >
      <DataSheetPage sheet={sheet} />
    </Modal>
  )
}
