import {
  LockOutlined,
  PrinterOutlined,
  DownloadOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Button, Input, Tooltip } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { ShareBar } from '../../components/bars.js'
import { formatCount } from '../../lib/format.js'
import { useFaultText } from './sheet-words.js'
import type { OwnAmount, SheetState } from './use-sheet.js'
import type { Worksheet } from './worksheet-query.js'

interface Props {
  sheet: Worksheet
  state: SheetState
  readOnly: boolean
  /** Absent for whoever may not assign here. */
  onSave?: () => void
  onPrint: () => void
  onDownload: () => void
}

function Number({ name, value, warn }: { name: string; value: string; warn?: boolean }) {
  return (
    <div className="sb-sum">
      <dt>{name}</dt>
      <dd className={warn ? 'sb-sum-warn' : undefined}>{value}</dd>
    </div>
  )
}

/** What the unit sets for itself: typed here, saved with the rows. */
function OwnTarget({ own, put }: { own: OwnAmount; put: SheetState['put'] }) {
  const { t } = useTexts()
  const faultText = useFaultText()
  const commit = (text: string) => text.trim() !== own.amount && put(own.id, 'amount', text)
  return (
    <div className="sb-sum">
      <dt>{t('worksheet.own')}</dt>
      <dd>
        <Input
          className="sb-num sb-sum-own"
          aria-label={t('worksheet.ownOf', { unit: own.name })}
          defaultValue={own.amount}
          status={own.fault ? 'error' : ''}
          onBlur={({ target }) => commit(target.value)}
          onPressEnter={({ currentTarget }) => commit(currentTarget.value)}
        />
        {own.fault && <small className="sb-error-text">{faultText(own.fault)}</small>}
      </dd>
    </div>
  )
}

/** What is assigned, allotted and left, as it is typed; too much or too little is said and not refused. */
function Sums({ state, readOnly }: Pick<Props, 'state' | 'readOnly'>) {
  const { t, language } = useTexts()
  const n = (value: number | null) => formatCount(value, language)
  const { assigned, own } = state
  const left = assigned === null ? null : assigned - state.allotted
  const done = state.rows.filter(({ amount }) => amount.trim() !== '').length
  const share = assigned ? (state.allotted / assigned) * 100 : null
  const over = left !== null && left < 0
  return (
    <>
      <dl className="sb-sums" aria-live="polite">
        {own && !readOnly && <OwnTarget key={own.amount} own={own} put={state.put} />}
        {(!own || readOnly || own.amount === '') && (
          <Number name={t('worksheet.assigned')} value={n(assigned)} />
        )}
        <Number name={t('worksheet.allotted')} value={n(state.allotted)} />
        <Number
          name={t(over ? 'worksheet.over' : 'worksheet.left')}
          value={n(left === null ? null : Math.abs(left))}
          warn={left !== 0}
        />
      </dl>
      <div className="sb-sum-bar">
        <ShareBar value={share} />
        <small>
          {assigned === null
            ? t('worksheet.notAssigned')
            : t(left === 0 ? 'worksheet.exact' : over ? 'worksheet.overWarn' : 'worksheet.leftWarn')}
          {' · '}
          {t('worksheet.unitsDone', { n: done, m: state.rows.length })}
        </small>
      </div>
    </>
  )
}

/** The head of a worksheet: its sums and what can be done with it. */
export function Summary({ sheet, state, readOnly, onSave, onPrint, onDownload }: Props) {
  const { t } = useTexts()
  const { changed, faulty } = state
  return (
    <div className="sb-box sb-sheet-head-box">
      <Sums state={state} readOnly={readOnly} />
      <div className="sb-sheet-tools">
        {sheet.closed && (
          <span className="sb-quiet">
            <LockOutlined aria-hidden /> {t('worksheet.locked')}
          </span>
        )}
        {faulty.length > 0 && (
          <span className="sb-error-text">{t('worksheet.faulty', { n: faulty.length })}</span>
        )}
        {changed.length > 0 && (
          <span className="sb-quiet">{t('worksheet.unsaved', { n: changed.length })}</span>
        )}
        <Tooltip title={t('worksheet.undo')}>
          <Button
            aria-label={t('worksheet.undo')}
            icon={<UndoOutlined />}
            disabled={!state.canUndo}
            onClick={state.undo}
          />
        </Tooltip>
        <Tooltip title={t('worksheet.redo')}>
          <Button
            aria-label={t('worksheet.redo')}
            icon={<RedoOutlined />}
            disabled={!state.canRedo}
            onClick={state.redo}
          />
        </Tooltip>
        <Tooltip title={t('worksheet.print')}>
          <Button aria-label={t('worksheet.print')} icon={<PrinterOutlined />} onClick={onPrint} />
        </Tooltip>
        <Tooltip title={t('worksheet.download')}>
          <Button aria-label={t('worksheet.download')} icon={<DownloadOutlined />} onClick={onDownload} />
        </Tooltip>
        {onSave && (
          <Button
            type="primary"
            icon={<SaveOutlined />}
            disabled={readOnly || changed.length === 0 || faulty.length > 0}
            onClick={onSave}
          >
            {t('worksheet.save')}
          </Button>
        )}
      </div>
    </div>
  )
}
