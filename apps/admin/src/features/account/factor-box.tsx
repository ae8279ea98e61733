import { useMutation } from '@apollo/client/react'
import { Button } from 'antd'
import { useState } from 'react'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { Box } from '../../components/box.js'
import { DisableSecondFactorMutation, RenewRecoveryCodesMutation } from './account-query.js'
import { ACCOUNT_TEXTS } from './account-texts.js'
import { EnableFactorDialog } from './enable-factor-dialog.js'
import { ByPasswordDialog } from './by-password-dialog.js'
import { SecretsDialog } from './secrets-dialog.js'

/** Fewer recovery codes than this call for new ones. */
const FEW = 4

type Open = 'enable' | 'disable' | 'renew' | null

function Dialogs({ open, onClose }: { open: Open; onClose: (codes?: readonly string[]) => void }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [disable] = useMutation(DisableSecondFactorMutation)
  const [renew] = useMutation(RenewRecoveryCodesMutation)
  if (open === 'enable') return <EnableFactorDialog onClose={onClose} />
  if (open === 'disable')
    return (
      <ByPasswordDialog
        title={s('disable')}
        savedText={s('disabledSaid')}
        onSave={(password) => disable({ variables: { password } })}
        onClose={() => onClose()}
      />
    )
  if (open === 'renew')
    return (
      <ByPasswordDialog
        title={s('renew')}
        savedText={s('codes')}
        onSave={async (password) => {
          const { data } = await renew({ variables: { password } })
          if (data) onClose(data.renewRecoveryCodes)
        }}
        onClose={() => onClose()}
      />
    )
  return null
}

/** Whether a second factor is on, and how to change that. */
export function FactorBox({ isOn, codesLeft }: { isOn: boolean; codesLeft: number }) {
  const s = useOwnTexts(ACCOUNT_TEXTS)
  const [open, setOpen] = useState<Open>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const words = codesLeft < FEW ? s('factorLow', { n: codesLeft }) : s('factorOn', { n: codesLeft })
  return (
    <Box title={s('factor')}>
      <p className="sb-account-words">{isOn ? words : s('factorOff')}</p>
      <div className="sb-account-buttons">
        {!isOn && <Button onClick={() => setOpen('enable')}>{s('enable')}</Button>}
        {isOn && <Button onClick={() => setOpen('renew')}>{s('renew')}</Button>}
        {isOn && <Button onClick={() => setOpen('disable')}>{s('disable')}</Button>}
      </div>
      <Dialogs
        open={open}
        onClose={(fresh) => {
          setOpen(null)
          if (fresh) setCodes(fresh)
        }}
      />
      {codes && (
        <SecretsDialog
          title={s('codes')}
          explain={s('codesExplain')}
          secrets={codes}
          onClose={() => setCodes(null)}
        />
      )}
    </Box>
  )
}
