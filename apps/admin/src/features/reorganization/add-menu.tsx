import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { usePlace } from '../../app/use-place.js'
import { OPERATION_KINDS } from './operation-form.js'
import { useWords } from './use-words.js'

/** Adds an operation of a kind, or many from a table. */
export function AddMenu() {
  const { w } = useWords()
  const { setParam } = usePlace()
  const items = OPERATION_KINDS.map((kind) => ({ key: kind, label: w(`do.${kind}`) }))
  return (
    <div className="sb-reorg-actions">
      <Button onClick={() => setParam({ dialog: 'mapping' })}>{w('mapping.open')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setParam({ dialog: 'add', kind: key, operation: null }) }}
      >
        <Button type="primary">
          {w('add.open')} <DownOutlined />
        </Button>
      </Dropdown>
    </div>
  )
}
