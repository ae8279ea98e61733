import { LockOutlined, SaveOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { QUERY_TEXTS } from './inspection-texts.js'
import type { Asked } from './keep-dialogs.js'

const SaveDialog = lazy(async () => ({ default: (await import('./keep-dialogs.js')).SaveDialog }))
const FreezeDialog = lazy(async () => ({ default: (await import('./keep-dialogs.js')).FreezeDialog }))

/** Keeps the question that was asked, or freezes its answer. */
export function AnswerActs({ asked, sentence }: { asked: Asked; sentence: string }) {
  const w = useOwnTexts(QUERY_TEXTS)
  const [open, setOpen] = useState<'save' | 'freeze' | null>(null)
  const Dialog = open === 'save' ? SaveDialog : FreezeDialog
  return (
    <>
      <Button icon={<SaveOutlined />} onClick={() => setOpen('save')}>
        {w('save')}
      </Button>
      <Button icon={<LockOutlined />} onClick={() => setOpen('freeze')}>
        {w('freeze')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog asked={asked} sentence={sentence} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  )
}
