import { useMutation } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { RevealIdentityNumberMutation } from './personal-data-query.js'
import { DATA_TEXTS } from './personal-data-texts.js'
import { ReasonDialog } from './reason-dialog.js'

interface Props {
  id: string
  masked: string | null
  mayReveal: boolean
}

/** A masked identity number; whoever may sees all of it for a reason. It is kept on this screen alone. */
export function IdentityNumber({ id, masked, mayReveal }: Props) {
  const s = useOwnTexts(DATA_TEXTS)
  const [isAsking, setAsking] = useState(false)
  const [number, setNumber] = useState<string | null>(null)
  const [reveal, { reset }] = useMutation(RevealIdentityNumberMutation, { fetchPolicy: 'no-cache' })
  const save = async (reason: string) => {
    const { data } = await reveal({ variables: { input: { personId: id, reason } } })
    setNumber(data?.revealIdentityNumber ?? null)
    reset()
  }
  return (
    <>
      {number ?? masked ?? '–'}{' '}
      {masked && !number && mayReveal && (
        <Button size="small" onClick={() => setAsking(true)}>
          {s('reveal')}
        </Button>
      )}
      {isAsking && (
        <ReasonDialog
          title={s('revealTitle')}
          explain={s('revealExplain')}
          saveText={s('reveal')}
          savedText={s('revealed')}
          onSave={save}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
