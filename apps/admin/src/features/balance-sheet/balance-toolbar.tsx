import { CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { COUNT_BASES, PERIMETERS, codesOf, type CountBasis, type Perimeter } from '@seedbed/shared'
import { Button, Segmented } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Perimeter and count basis, which stand in the address, the copy and the download. */
export function BalanceToolbar({
  disabled,
  onCopy,
  onDownload,
}: {
  disabled: boolean
  onCopy: () => void
  onDownload: () => void
}) {
  const { t, label } = useTexts()
  const { place, setPlace } = usePlace()
  return (
    <div className="sb-sheet-bar">
      <Segmented<Perimeter>
        aria-label={t('how.perimeter')}
        value={place.perimeter}
        onChange={(perimeter) => setPlace({ ...place, perimeter })}
        options={codesOf(PERIMETERS).map((value) => ({
          value,
          label: capitalized(label(PERIMETERS, value)),
        }))}
      />
      <Segmented<CountBasis>
        aria-label={t('how.basis')}
        value={place.basis}
        onChange={(basis) => setPlace({ ...place, basis })}
        options={codesOf(COUNT_BASES).map((value) => ({
          value,
          label: t(`sheet.${value}`),
        }))}
      />
      <span className="sb-sheet-actions">
        <Button icon={<CopyOutlined />} disabled={disabled} onClick={onCopy}>
          {t('sheet.copy')}
        </Button>
        <Button icon={<DownloadOutlined />} disabled={disabled} onClick={onDownload}>
          {t('units.download')}
        </Button>
      </span>
    </div>
  )
}
