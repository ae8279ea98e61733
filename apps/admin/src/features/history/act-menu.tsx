import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ACTS } from './acts.js'
import type { UnitHistory } from './history-query.js'

/** The one button from which the unit is changed. */
export function ActMenu({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const acts = ACTS.filter((act) => act !== 'establish' || !unit.holdsMembers)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map((act) => ({ key: act, label: t(`act.${act}`) })),
        onClick: ({ key }) => setParam({ dialog: key }),
      }}
    >
      <Button type="primary">
        {t('history.act')} <DownOutlined />
      </Button>
    </Dropdown>
  )
}
