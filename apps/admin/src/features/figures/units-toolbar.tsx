import { AppstoreOutlined, DownloadOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../app/i18n/i18n.js'
import { CheckChooser } from '../../components/check-chooser.js'
import { ALL_COLUMNS, columnLabel } from './units-columns.js'
import { findIndicator } from '@seedbed/shared'

export type View = 'table' | 'map'
export type Area = 'target' | 'members'

interface Props {
  view: View
  area: Area
  columns: readonly string[]
  note: ReactNode
  downloading: boolean
  onView: (view: View) => void
  onArea: (area: Area) => void
  onColumns: (columns: string[]) => void
  onDownload: () => void
}

function ColumnChooser({ columns, onColumns }: Pick<Props, 'columns' | 'onColumns'>) {
  const { t, language } = useTexts()
  const name = (id: string) => findIndicator(id)?.label[language] ?? columnLabel(id, language)
  return (
    <CheckChooser
      text={t('units.columns', { n: columns.length })}
      title={t('units.columnsTitle')}
      resetText={t('units.resetColumns')}
      chosen={columns}
      options={ALL_COLUMNS.map((id) => ({ value: id, label: name(id) }))}
      onChange={onColumns}
    />
  )
}

/** Table or map, columns or area, and the download. */
export function UnitsToolbar(props: Props) {
  const { view, area, note, downloading, onView, onArea, onDownload } = props
  const { t } = useTexts()
  return (
    <div className="sb-toolbar">
      <Segmented<View>
        aria-label={t('units.view')}
        value={view}
        onChange={onView}
        options={[
          { value: 'table', label: t('units.table'), icon: <TableOutlined /> },
          { value: 'map', label: t('units.map'), icon: <AppstoreOutlined /> },
        ]}
      />
      {view === 'table' ? (
        <ColumnChooser {...props} />
      ) : (
        <Segmented<Area>
          aria-label={t('units.area')}
          value={area}
          onChange={onArea}
          options={[
            { value: 'target', label: `${t('units.area')}: ${t('units.areaTarget')}` },
            { value: 'members', label: `${t('units.area')}: ${t('units.areaMembers')}` },
          ]}
        />
      )}
      <span className="sb-toolbar-note">{note}</span>
      <Button icon={<DownloadOutlined />} loading={downloading} onClick={onDownload}>
        {t('units.download')}
      </Button>
    </div>
  )
}
