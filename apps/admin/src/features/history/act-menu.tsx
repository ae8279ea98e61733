import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTexts } from '../../app/i18n/i18n.js'
import { usePlace } from '../../app/use-place.js'
import { ACTS, mayAct } from './acts.js'
import type { UnitHistory } from './history-query.js'

/** The one button from which the unit is changed; absent where the viewer may change nothing. */
export function ActMenu({ unit }: { unit: UnitHistory }) {
  const { t } = useTexts()
  const { setParam } = usePlace()
  const acts = ACTS.filter((act) => mayAct(act, unit) && (act !== 'establish' || !unit.holdsMembers))
  if (acts.length === 0) return null
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
