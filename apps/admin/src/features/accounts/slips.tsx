import { PrinterOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useOwnTexts } from '../../app/i18n/own-texts.js'
import { formatInstant } from '../../lib/format.js'
import { useAccountWords } from './account-words.js'
import type { Slip } from './accounts-query.js'
import { ACCOUNTS_TEXTS } from './accounts-texts.js'

function SlipCard({ slip }: { slip: Slip }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  const words = useAccountWords()
  const { account, password, validUntil } = slip
  const lines = [
    [s('slipAddress'), window.location.origin],
    [s('userName'), account.userName],
    [s('slipPassword'), password],
    [s('slipUntil'), formatInstant(validUntil)],
  ]
  return (
    <li className="sb-slip">
      <h2>
        {s('slipTitle')} <strong>{account.name}</strong>
      </h2>
      <p>{account.grants.map(words.grant).join('; ')}</p>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{s('slipHow')}</p>
    </li>
  )
}

/** One-time passwords to be printed and handed over. They live on this screen alone and go with it. */
export function Slips({ slips, onClose }: { slips: readonly Slip[]; onClose: () => void }) {
  const s = useOwnTexts(ACCOUNTS_TEXTS)
  return (
    <div className="sb-page sb-plain-page sb-slips">
      <div className="sb-no-print">
        <h1>{s('slips')}</h1>
        <p className="sb-explain">{s('slipsExplain')}</p>
        <div className="sb-accounts-buttons">
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {s('print')}
          </Button>
          <Popconfirm
            title={s('doneSure', { n: slips.length })}
            okText={s('done')}
            cancelText={s('cancel')}
            onConfirm={onClose}
          >
            <Button>{s('done')}</Button>
          </Popconfirm>
        </div>
      </div>
      <ul>
        {slips.map((slip) => (
          <SlipCard key={slip.account.id} slip={slip} />
        ))}
      </ul>
    </div>
  )
}
