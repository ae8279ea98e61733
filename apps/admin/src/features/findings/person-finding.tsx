import { Button } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { useUnit } from '../organizations/unit-context.js'
import { FindingDialog } from './finding-dialog.js'
import { INSPECTION_TEXTS } from './inspection-texts.js'

/** The button of whoever inspects at the unit on screen: makes a finding on a person. */
export function PersonFinding({ id, name }: { id: string; name: string }) {
  const s = useOwnTexts(INSPECTION_TEXTS)
  const { unit } = useUnit()
  const [open, setOpen] = useState(false)
  if (!unit?.viewerCanRecordFindings) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{s('add')}</Button>
      {open && <FindingDialog about={{ personId: id }} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}
